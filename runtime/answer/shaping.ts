import type { Projection } from "./fields.js";
import { isRecord } from "../values/record.js";
import { cutNested } from "./nesting.js";
import { conciseView, trim } from "./trim.js";

/** How an answer is reduced to what the caller wants. */
export interface Shaping {
  /** The result for a record or a list of records. */
  apply(value: unknown): unknown;
  /** The JMESPath expression, if there is one. Then records and results need not correspond. */
  readonly fields?: string;
  /** True if deeply nested records are reduced to ids and names, which the result then says. */
  readonly cutsNested?: true;
}

export type ViewName = "concise" | "full";

/** The whole answer, as it is. */
export const asItIs: Shaping = { apply: (value) => value };

/** @param kept fields of the tool's concise view; without them only empty values are removed */
export function byView(view: ViewName, kept: readonly string[] | undefined): Shaping {
  if (view === "full") return { apply: each(cutNested), cutsNested: true };
  return { apply: each(kept ? (value) => conciseView(value, kept) : trim) };
}

/** Starts shaping one result, with one allowance of steps for all its work. */
export type StartShaping = () => Shaping;

/** @param plain how a whole item is shown, if the expression only selects items */
export function byFields(fields: string, start: () => Projection, plain: Shaping): StartShaping {
  return () => {
    const project = start();
    return {
      fields,
      apply(value) {
        const result = project(value) ?? null;
        // `items[].id` uses the list as it is shown here, `data[].id` the list in the API's envelope.
        const found =
          result === null && Array.isArray(value) ? project({ items: value, data: value }) : result;
        return Array.isArray(value) ? withPlainItems(found, new Set(value), plain) : found;
      },
    };
  };
}

/** Items that an expression such as `[?name == 'X']` selects whole are shown as they would be without it. */
function withPlainItems(found: unknown, items: ReadonlySet<unknown>, plain: Shaping): unknown {
  const shown = (one: unknown) => (isRecord(one) && items.has(one) ? plain.apply(one) : one);
  return Array.isArray(found) ? found.map(shown) : shown(found);
}

function each(one: Projection): Projection {
  return (value) => (Array.isArray(value) ? value.map(one) : one(value));
}
