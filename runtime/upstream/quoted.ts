import { printPath } from "../arguments/path.js";
import type { Arguments } from "../contract/caller.js";

/** Shorter texts occur in any sentence. */
const LEAST_CHARACTERS = 4;

/** The arguments, by path, whose values the API's message quotes. */
export function quotedIn(words: readonly string[], args: Arguments): { path: string; value: string }[] {
  return textsIn(args, [])
    .filter(({ value }) => value.length >= LEAST_CHARACTERS && words.some((one) => one.includes(value)))
    .map(({ at, value }) => ({ path: printPath(at), value }));
}

function textsIn(
  value: unknown,
  at: readonly PropertyKey[],
): { at: readonly PropertyKey[]; value: string }[] {
  if (typeof value === "string") return [{ at, value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...at, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...at, key]));
}
