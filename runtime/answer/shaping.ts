import type { Projection } from "./fields.js";
import { conciseView, trim } from "./trim.js";

/** How an answer is cut down to what the caller wants of it. */
export interface Shaping {
  /** What a record, or a list of records, becomes. */
  apply(value: unknown): unknown;
  /** The JMESPath expression, where one was given. Then records and results need not correspond. */
  readonly fields?: string;
}

export type ViewName = "concise" | "full";

/** @param kept fields that the tool's concise view keeps; without them only what is empty goes */
export function byView(view: ViewName, kept: readonly string[] | undefined): Shaping {
  const one: Projection =
    view === "full" ? (value) => value : kept ? (value) => conciseView(value, kept) : trim;
  return { apply: (value) => (Array.isArray(value) ? value.map(one) : one(value)) };
}

export function byFields(fields: string, project: Projection): Shaping {
  return {
    fields,
    apply(value) {
      const result = project(value) ?? null;
      // `items[].id` means the list as it is shown here, `data[].id` the list as the API wraps it.
      return result === null && Array.isArray(value) ? project({ items: value, data: value }) : result;
    },
  };
}
