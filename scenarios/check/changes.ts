import type { Item, Store } from "../../sandbox/store/store.js";

/** One difference between two states. */
export interface Change {
  readonly kind: "added" | "removed" | "changed";
  /** The current state, or the last one. */
  readonly item: Item;
  /** The fields that differ, including `archived`. */
  readonly fields: readonly string[];
}

/** The differences from a copied state, without those that only follow from other changes. */
export function changesBetween(before: Store, after: Store): Change[] {
  return after.touched().flatMap((name) => inCollection(name, before, after));
}

function inCollection(name: string, before: Store, after: Store): Change[] {
  const added = consequences.has(name)
    ? []
    : after.everything(name).filter((item) => !before.peek(name, item.id));
  const known = before.everything(name).flatMap((old): Change[] => {
    const now = after.peek(name, old.id);
    if (!now) return [{ kind: "removed", item: old, fields: [] }];
    const fields = differingFields(old, now);
    return fields.length > 0 ? [{ kind: "changed", item: now, fields }] : [];
  });
  return [...added.map((item): Change => ({ kind: "added", item, fields: [] })), ...known];
}

/** New entries of these collections follow from other changes: a timeline only records what was done. */
const consequences = new Set(["incidents/events", "conversations"]);

/** Fields that differ whenever something else does. */
const marks = new Set(["updated_at", "updated_by"]);

function differingFields(before: Item, after: Item): string[] {
  // Almost all of some thousands of items are unchanged.
  if (before.archived === after.archived && isEqual(before.data, after.data)) return [];
  const names = new Set([...Object.keys(before.data), ...Object.keys(after.data)]);
  const fields = [...names].filter(
    (name) => !marks.has(name) && !isEqual(before.data[name] ?? null, after.data[name] ?? null),
  );
  return before.archived === after.archived ? fields : ["archived", ...fields];
}

/** Equality of items' data. Node's own comparison takes three times as long, and thousands of items are compared. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (one instanceof Date || other instanceof Date) return String(one) === String(other);
  for (const name in one) if (!isEqual(one[name as never], other[name as never])) return false;
  return Object.keys(one).length === Object.keys(other).length;
}
