import { isFields } from "../../sandbox/store/absorb.js";
import { Ref, type Fields } from "../../sandbox/store/store.js";
import type { World } from "../../sandbox/world.js";

/**
 * The expected value of a field: a text, which may also be the name, slug or id of a pointer or a record; a pattern; a
 * test; a list with exactly these members; a record with at least these fields.
 */
export type Wanted =
  | string
  | number
  | boolean
  | null
  | RegExp
  | ((value: unknown) => boolean)
  | readonly Wanted[]
  | WantedFields;

export interface WantedFields {
  readonly [field: string]: Wanted;
}

/** Whether a stored value is the expected one. */
export function matches(value: unknown, wanted: Wanted, world: World): boolean {
  if (typeof wanted === "function") return wanted(value);
  if (wanted instanceof RegExp) return typeof value === "string" && wanted.test(value);
  if (isList(wanted)) return Array.isArray(value) && isSame(value, wanted, world);
  const fields = fieldsOf(value, world);
  if (typeof wanted !== "object" || wanted === null) {
    return fields ? nameFields.some((name) => fields[name] === wanted) : (value ?? null) === wanted;
  }
  if (!fields) return false;
  return Object.entries(wanted).every(([name, part]) => matches(fields[name], part, world));
}

/** A stored value as text: only the expected fields of records, and names for pointers. */
export function shown(value: unknown, wanted: Wanted, world: World): string {
  const text = JSON.stringify(reduced(value, wanted, world)) as string | undefined;
  return (text ?? "unset").slice(0, 200);
}

function reduced(value: unknown, wanted: Wanted, world: World): unknown {
  if (Array.isArray(value)) {
    const part = isList(wanted) ? wanted[0] : undefined;
    return value.map((one) => reduced(one, part ?? null, world));
  }
  const fields = fieldsOf(value, world);
  if (!fields) return value;
  if (typeof wanted !== "object" || wanted === null || wanted instanceof RegExp)
    return fields.name ?? fields.slug ?? fields.id;
  return Object.fromEntries(
    Object.entries(wanted).map(([name, part]) => [name, reduced(fields[name], part, world)]),
  );
}

const nameFields = ["name", "slug", "id"] as const;

function isList(wanted: Wanted): wanted is readonly Wanted[] {
  return Array.isArray(wanted);
}

function isSame(value: readonly unknown[], wanted: readonly Wanted[], world: World): boolean {
  return (
    value.length === wanted.length && wanted.every((part) => value.some((one) => matches(one, part, world)))
  );
}

function fieldsOf(value: unknown, world: World): Fields | undefined {
  if (value instanceof Ref) return world.resolve(value)?.data;
  return isFields(value) ? value : undefined;
}
