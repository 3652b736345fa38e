import { isRecord, put, type Making } from "../values/record.js";

/** The fields of a concise view, by name; `true` keeps everything below. */
type Kept = Map<string, Kept | true>;

/**
 * The same value without properties that are null or an empty list. Items of a list stay, because their positions may
 * matter.
 */
export function trim(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(trim);
  const trimmed: Making = {};
  for (const [name, held] of Object.entries(value)) if (saysSomething(held)) put(trimmed, name, trim(held));
  return trimmed;
}

/**
 * The concise view of a record: the fields at `paths` (dotted; lists are passed through), trimmed. A record without any
 * of them has an unexpected shape and is kept whole, because an empty one would suggest that there is nothing.
 */
export function conciseView(record: unknown, paths: readonly string[]): unknown {
  const kept = trim(pick(record, treeOf(paths)));
  return isEmpty(kept) ? trim(record) : kept;
}

/** A shown record, and those of the named fields that are empty in the whole record. */
export function withEmptied(shown: unknown, whole: unknown, names: readonly string[]): unknown {
  if (!isRecord(shown) || !isRecord(whole)) return shown;
  const empty = names.filter((name) => Object.hasOwn(whole, name) && !saysSomething(whole[name]));
  return empty.length === 0
    ? shown
    : { ...shown, ...Object.fromEntries(empty.map((name) => [name, whole[name]])) };
}

function pick(value: unknown, kept: Kept | true): unknown {
  if (kept === true || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, kept));
  const record = value as Record<string, unknown>;
  const picked: Making = {};
  for (const [name, below] of kept)
    if (Object.hasOwn(record, name)) put(picked, name, pick(record[name], below));
  return picked;
}

const trees = new WeakMap<readonly string[], Kept>();

function treeOf(paths: readonly string[]): Kept {
  const known = trees.get(paths);
  if (known) return known;
  const root: Kept = new Map();
  for (const path of paths) insert(root, path.split("."));
  trees.set(paths, root);
  return root;
}

function insert(tree: Kept, [name, ...rest]: string[]): void {
  const below = tree.get(name!);
  if (below === true) return;
  if (rest.length === 0) return void tree.set(name!, true);
  const next = below ?? new Map<string, Kept | true>();
  tree.set(name!, next);
  insert(next, rest);
}

function saysSomething(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}
