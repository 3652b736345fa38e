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
    const [method = "", path = ""] = operation.split(" ");
    const shown = visible(text).slice(0, LONGEST_SHOWN);
    problems.warn(
      "suspicious-text",
      `${at}#${pointer("paths", path, method.toLowerCase())} ${place}`,
      `“${shown}” ${signs.join(", ")}. ${leavesOut ? `${operation} is left out.` : "It is left out."}`,
      `if it is harmless, accept it in ${acceptedFile} under texts:, with a reason`,
    );
  }
}

const LONGEST_SHOWN = 200;
