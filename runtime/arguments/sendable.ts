import { toUSVString } from "node:util";
import type { ArgumentFault } from "../contract/fault.js";
import { isRecord } from "../values/record.js";
import { printPath } from "./path.js";

/** Arguments with deeper nesting are refused, because they could overflow the stack. */
const MOST_LEVELS = 100;

/** Whether a value contains more than this many values at any depth. It stops counting there. */
export function isTooMany(value: unknown, most: number): boolean {
  const rest: unknown[] = [value];
  let count = 0;
  for (let held = rest.pop(); held !== undefined; held = rest.pop()) {
    if (typeof held !== "object" || held === null) continue;
    const inner = Array.isArray(held) ? (held as unknown[]) : Object.values(held);
    count += inner.length;
    if (count > most) return true;
    for (const one of inner) if (typeof one === "object") rest.push(one);
  }
  return false;
}

/** Values that no request could carry unchanged: not JSON, not UTF-8, or nested endlessly. */
export function unsendable(args: Readonly<Record<string, unknown>>): ArgumentFault[] {
  return Object.entries(args).flatMap(([name, value]) =>
    isWellFormed(name) ? (value === undefined ? [] : faultsIn(value, [name])) : [notText([name])],
  );
}

function faultsIn(value: unknown, path: readonly PropertyKey[]): ArgumentFault[] {
  if (typeof value === "string") return isWellFormed(value) ? [] : [notText(path)];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [fault(path, "is not a finite number")];
  if (typeof value === "boolean" || value === null) return [];
  if (path.length > MOST_LEVELS)
    return [fault(path.slice(0, 1), `is nested deeper than ${MOST_LEVELS} levels`)];
  if (Array.isArray(value))
    return Array.from(value).flatMap((item, index) => faultsIn(item, [...path, index]));
  if (!isRecord(value)) return [fault(path, "is not valid JSON")];
  return Object.entries(value).flatMap(([key, member]) => {
    if (!isWellFormed(key)) return [notText([...path, key])];
    return member === undefined ? [] : faultsIn(member, [...path, key]);
  });
}

function isWellFormed(text: string): boolean {
  return toUSVString(text) === text;
}

function notText(path: readonly PropertyKey[]): ArgumentFault {
  return fault(path, "contains half of a surrogate pair, which is not valid Unicode");
}

function fault(path: readonly PropertyKey[], message: string): ArgumentFault {
  return { argument: printPath(path), message };
}
