import type { Projection } from "./fields.js";
import { isRecord } from "../values/record.js";
import { cutNested } from "./nesting.js";
import { conciseView, trim } from "./trim.js";

/** How an answer is cut down to what the caller wants of it. */
export interface Shaping {
  /** What a record, or a list of records, becomes. */
  apply(value: unknown): unknown;
  /** The JMESPath expression, where one was given. Then records and results need not correspond. */
  readonly fields?: string;
  /** True where deeply nested records are cut to their ids and names, which the result then says. */
  readonly cutsNested?: true;
}

export type ViewName = "concise" | "full";

/** @param kept fields that the tool's concise view keeps; without them only what is empty goes */
export function byView(view: ViewName, kept: readonly string[] | undefined): Shaping {
  if (view === "full") return { apply: each(cutNested), cutsNested: true };
  return { apply: each(kept ? (value) => conciseView(value, kept) : trim) };
}

/** Starts the shaping of one result. All that is done with it counts against one allowance of work. */
export type StartShaping = () => Shaping;

/** @param plain how a whole item is shown, where the expression only chooses items */
export function byFields(fields: string, start: () => Projection, plain: Shaping): StartShaping {
  return () => {
    const project = start();
    return {
      fields,
      apply(value) {
        const result = project(value) ?? null;
        // `items[].id` means the list as it is shown here, `data[].id` the list as the API wraps it.
        const found =
          result === null && Array.isArray(value) ? project({ items: value, data: value }) : result;
        return Array.isArray(value) ? withPlainItems(found, new Set(value), plain) : found;
      },
    };
  };
}

/** Items that an expression such as `[?name == 'X']` chose whole are shown as they would be without it. */
function withPlainItems(found: unknown, items: ReadonlySet<unknown>, plain: Shaping): unknown {
  const shown = (one: unknown) => (isRecord(one) && items.has(one) ? plain.apply(one) : one);
  return Array.isArray(found) ? found.map(shown) : shown(found);
}

function each(one: Projection): Projection {
  return (value) => (Array.isArray(value) ? value.map(one) : one(value));
}
