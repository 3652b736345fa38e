/**
 * A type of an answer: one of numbered types. `r` a record with the numbers of its fields' types (`any` if it may have
 * others), `l` a list, `e` either of several; 0 is any value.
 */
export type Shape =
  | { readonly r: Readonly<Record<string, number>>; readonly any?: true }
  | { readonly l: number }
  | { readonly e: readonly number[] };

/** Types by number, from 1; the first one is the answer's. */
export type Shapes = readonly Shape[];

/** Names that JavaScript itself reads from every object. */
const ALWAYS: ReadonlySet<string> = new Set([
  "then",
  "toJSON",
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "length",
]);
/** Fields that a list may have next to its items. */
const ENVELOPE = ["next_cursor", "total", "cut", "note"];
const MOST_NAMED = 60;
const { get: reflectGet, has } = Reflect;

/**
 * Makes the records of an answer throw when the program reads a field that they cannot have. Without types the fields
 * of the answer count: of all items of a list together.
 */
export function guarded(value: unknown, shapes: Shapes | undefined): unknown {
  if (!shapes) return guardOwn([value], ENVELOPE)[0];
  const handlers = new Map<number, ProxyHandler<object>>();
  const visit = (held: unknown, number: number): unknown => {
    if (typeof held !== "object" || held === null || number === 0) return held;
    const shape = chosen(held, number, shapes);
    if (!shape) return held;
    if (Array.isArray(held)) {
      if (!("l" in shape)) return held;
      for (let at = 0; at < held.length; at += 1) held[at] = visit(held[at], shape.l);
      return held;
    }
    if (!("r" in shape)) return held;
    const record = held as Record<string, unknown>;
    for (const name of Object.keys(record))
      record[name] = visit(record[name], Object.hasOwn(shape.r, name) ? shape.r[name]! : 0);
    if (shape.any) return record;
    let handler = handlers.get(number);
    if (!handler) handlers.set(number, (handler = handlerOf(new Set(Object.keys(shape.r)))));
    return new Proxy(record, handler);
  };
  return visit(value, 1);
}

/** The type of a value where several are possible; undefined if it could be several of them. */
function chosen(value: object, number: number, shapes: Shapes): Shape | undefined {
  const shape = shapes[number - 1];
  if (!shape || !("e" in shape)) return shape;
  const isList = Array.isArray(value);
  const fitting = shape.e
    .map((option) => (option === 0 ? undefined : chosen(value, option, shapes)))
    .filter((option) => !option || (isList ? "l" in option : "r" in option));
  if (fitting.length === 1) return fitting[0];
  if (isList || fitting.some((option) => !option || !("r" in option) || option.any)) return undefined;
  // A record of one of several types: a field of any of them is known, and what is below it is not checked.
  const names = fitting.flatMap((option) => Object.keys((option as { r: object }).r));
  return { r: Object.fromEntries(names.map((name) => [name, 0])) };
}

/** @param more fields of records with `items` */
function guardOwn(values: readonly unknown[], more: readonly string[] = []): unknown[] {
  const records = values.filter(
    (value): value is Record<string, unknown> =>
      typeof value === "object" && value !== null && !Array.isArray(value),
  );
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  for (const name of names) {
    const having = records.filter((record) => Object.hasOwn(record, name));
    const guardedValues = guardOwn(having.map((record) => record[name]));
    having.forEach((record, at) => (record[name] = guardedValues[at]));
  }
  const lists = values.filter((value): value is unknown[] => Array.isArray(value));
  const items = guardOwnItems(lists);
  lists.forEach((list, at) => list.splice(0, list.length, ...items[at]!));
  const handler = handlerOf(names.has("items") ? new Set([...names, ...more]) : names);
  return values.map((value) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? new Proxy(value, handler) : value,
  );
}

function guardOwnItems(lists: readonly (readonly unknown[])[]): unknown[][] {
  const all = lists.flat();
  const made = all.length === 0 ? [] : guardOwn(all);
  let from = 0;
  return lists.map(({ length }) => made.slice(from, (from += length)));
}

function handlerOf(names: ReadonlySet<string>): ProxyHandler<object> {
  return {
    get(record, name) {
      if (typeof name === "symbol" || names.has(name) || has(record, name) || ALWAYS.has(name))
        return reflectGet(record, name) as unknown;
      const known = [...names].sort();
      const shown = known.slice(0, MOST_NAMED).join(", ");
      const more = known.length > MOST_NAMED ? `, and ${known.length - MOST_NAMED} more` : "";
      throw new TypeError(`There is no field ${name} here. The fields are: ${shown || "none"}${more}.`);
    },
  };
}
