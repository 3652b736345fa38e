import { isRecord, put, type Making } from "../values/record.js";

/**
 * Records this many levels below the answer, or below an item of a list, are shortened to the fields that identify
 * them.
 */
const MOST_LEVELS = 3;
const NAMING = ["id", "slug", "name"];

/** The same value, but deeply nested records with an id only show the fields that identify them. */
export function cutNested(value: unknown): unknown {
  return cutBelow(value, 0);
}

/** Whether `cutNested` leaves anything out. */
export function nestsDeep(value: unknown): boolean {
  const items = Array.isArray(value) ? value : [value];
  return items.some((item) => isCutBelow(item, 0));
}

function cutBelow(value: unknown, level: number): unknown {
  if (Array.isArray(value)) return value.map((item) => cutBelow(item, level));
  if (!isRecord(value)) return value;
  if (isCut(value, level)) return named(value);
  const cut: Making = {};
  for (const [name, held] of Object.entries(value)) put(cut, name, cutBelow(held, level + 1));
  return cut;
}

function isCutBelow(value: unknown, level: number): boolean {
  if (Array.isArray(value)) return value.some((item) => isCutBelow(item, level));
  if (!isRecord(value)) return false;
  return isCut(value, level) || Object.values(value).some((held) => isCutBelow(held, level + 1));
}

function isCut(record: Readonly<Record<string, unknown>>, level: number): boolean {
  const isIdentified = typeof record.id === "string" || typeof record.id === "number";
  return level >= MOST_LEVELS && isIdentified && Object.keys(record).some((name) => !NAMING.includes(name));
}

function named(record: Readonly<Record<string, unknown>>): unknown {
  const shown: Making = {};
  for (const name of NAMING) if (Object.hasOwn(record, name)) put(shown, name, record[name]);
  return shown;
}
