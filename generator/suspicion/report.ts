import { pointer, type ProblemList } from "../model/problem.js";
import type { Held } from "./hold-back.js";
import { visible } from "./signs.js";

/** Reports what is left out, and how a person accepts it. */
export function reportHeld(
  held: readonly Held[],
  at: string,
  acceptedFile: string,
  problems: ProblemList,
): void {
  for (const { operation, at: place, text, signs, leavesOut } of held) {
    const shown = visible(text).slice(0, LONGEST_SHOWN);
    problems.warn(
      "suspicious-text",
      operation === undefined ? `${at}${place}` : `${at}#${placeOf(operation)} ${place}`,
      `“${shown}” ${signs.join(", ")}. ${leavesOut ? `${operation} is left out.` : "It is left out."}`,
      `if it is harmless, accept it in ${acceptedFile} under texts:, with a reason`,
    );
  }
}

function placeOf(operation: string): string {
  const [method = "", path = ""] = operation.split(" ");
  return pointer("paths", path, method.toLowerCase());
}

/** Those whose text is not reported yet. Each text is reported once. */
export function untold(held: readonly Held[], told: readonly Held[]): Held[] {
  const known = new Set(told.map(({ text }) => text));
  const first = new Map(held.filter(({ text }) => !known.has(text)).map((one) => [one.text, one]));
  return [...first.values()];
}

const LONGEST_SHOWN = 200;
