import { plainName, singular } from "./naming.js";
import type { ViewOf } from "./view.js";

/** The place of an item, or of the items of a list, in a value. */
export interface Slot {
  /** Names of fields, from the outside in. Empty if it is the value itself. */
  readonly path: readonly string[];
  /** The schema at that place. For a list, the schema of one item. */
  readonly schema: unknown;
}

/** Names of envelope fields with the items, besides the name of the collection. */
const LISTS = [
  "data",
  "items",
  "results",
  "result",
  "values",
  "entries",
  "records",
  "content",
  "rows",
  "list",
];
const LIST_NAMES = new Set([
  ...LISTS,
  "resources",
  "objects",
  "elements",
  "hits",
  "nodes",
  "edges",
  "collection",
]);
/** The same for a single item. */
const ITEM_NAMES = new Set(["data", "item", "result", "resource", "object", "attributes", "response"]);
const OUTER = new Set(["data", "result", "response", "embedded", "payload"]);

/**
 * Finds the items in the schema of a list's answer.
 * @param name the collection's name, such as `pets`
 * @param isSure whether the operation is known to be a list, so that the only array must be the items
 */
export function listSlot(schema: unknown, name: string, isSure: boolean, view: ViewOf): Slot | undefined {
  const { kinds, items, fields } = view(schema);
  if (kinds[0] === "array") return { path: [], schema: items ?? {} };
  const arrays = Object.keys(fields).filter((field) => view(fields[field]).kinds[0] === "array");
  const isNamed = (field: string) => plainName(field) === plainName(name) || LIST_NAMES.has(plainName(field));
  const field = arrays.find(isNamed) ?? (isSure && arrays.length === 1 ? arrays[0] : undefined);
  if (field !== undefined) return { path: [field], schema: view(fields[field]).items ?? {} };
  const outer = Object.keys(fields).find((one) => OUTER.has(plainName(one)));
  if (outer === undefined || view(fields[outer]).fields === fields) return undefined;
  const inner = listSlot(fields[outer], name, isSure, view);
  return inner && { ...inner, path: [outer, ...inner.path] };
}

/**
 * Finds the item in the schema of an answer or of a body: the value itself, or a field of an envelope.
 * @param name the collection's name, such as `pets`
 */
export function itemSlot(schema: unknown, name: string, view: ViewOf): Slot {
  const { fields } = view(schema);
  const names = Object.keys(fields);
  const own = plainName(singular(name));
  const hasKey = names.some((field) => ["id", "uuid", `${own}id`].includes(plainName(field)));
  const isNamed = (field: string) => plainName(field) === own || ITEM_NAMES.has(plainName(field));
  const field = hasKey ? undefined : names.find((one) => isNamed(one) && isObject(fields[one], view));
  return field === undefined ? { path: [], schema } : { path: [field], schema: fields[field] };
}

function isObject(schema: unknown, view: ViewOf): boolean {
  const { kinds, variants } = view(schema);
  return kinds[0] === "object" || (kinds.length === 0 && variants.length > 0);
}

/** A value at its place in an envelope that holds nothing else. */
export function placed({ path }: Slot, value: unknown): unknown {
  return path.reduceRight((inner, name) => ({ [name]: inner }), value);
}
