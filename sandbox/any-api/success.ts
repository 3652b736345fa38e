import type { Declared, Operation } from "./document.js";
import type { Law } from "./law.js";

/** The statuses that mean success, the best first. */
const USUAL = ["200", "201", "202", "203", "2XX", "204", "206", "default"];
const STATUSES: Readonly<Record<Law, readonly string[]>> = {
  list: USUAL,
  get: USUAL,
  change: USUAL,
  replace: USUAL,
  act: USUAL,
  sample: USUAL,
  create: ["201", ...USUAL],
  remove: ["204", ...USUAL],
};

/** The declared answer for success, if there is one. */
export function successOf({ answers }: Operation, law: Law): Declared | undefined {
  const by = new Map(answers.map((answer) => [answer.status, answer]));
  const usual = STATUSES[law].map((status) => by.get(status)).find(Boolean);
  return usual ?? answers.find(({ status }) => /^[123]/.test(status));
}

/** The number of a declared status. @param meant the number for `default`, and for a range that contains it */
export function statusNumber({ status }: Declared, meant: number): number {
  if (status === "default") return meant;
  return /X/.test(status) ? matching(status, meant) : Number(status);
}

function matching(range: string, meant: number): number {
  return String(meant).startsWith(range.slice(0, 1)) ? meant : Number(`${range.slice(0, 1)}00`);
}
