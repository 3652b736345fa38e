import type { World } from "../../sandbox/world.js";

/** What a question's answer has to say. */
export interface Answer {
  /** How the last line is to read, such as `<full name>`. */
  readonly form: string;
  /** Worked out from the state: a text, several in any order, or a number that may be off by a little. */
  readonly right: (world: World) => string | readonly string[] | NumberAnswer;
}

interface NumberAnswer {
  readonly number: number;
  readonly give: number;
}

/** The sentence that asks for the last line. */
export function askFor({ form }: Answer): string {
  return `End with one line that reads\nANSWER: ${form}`;
}

/** What stands in the last line that has the form asked for; undefined where there is none. */
export function answerIn(text: string): string | undefined {
  const lines = text.split(/\r?\n/).flatMap((line) => /^[\s*_`>]*ANSWER:(.*)$/i.exec(line)?.[1] ?? []);
  return lines.at(-1)?.replace(/^[\s*_`"']+|[\s*_`"'.]+$/g, "");
}

/** Why an answer is not right; undefined where it is. */
export function faultOfAnswer(answer: Answer, given: string | undefined, world: World): string | undefined {
  if (given === undefined) return "no line with ANSWER:";
  const right = answer.right(world);
  if (isRight(given, right)) return undefined;
  return `answered “${given}”, right is ${shown(right)}`;
}

function isRight(given: string, right: ReturnType<Answer["right"]>): boolean {
  if (typeof right === "string") return plain(given) === plain(right);
  if (!isNumber(right)) return sorted(given.split(/,|;|\band\b/)) === sorted(right);
  const number = Number(/-?\d+(\.\d+)?/.exec(given.replaceAll(/(\d),(\d{3})/g, "$1$2"))?.[0] ?? Number.NaN);
  return Math.abs(number - right.number) <= right.give;
}

function isNumber(right: readonly string[] | NumberAnswer): right is NumberAnswer {
  return "number" in right;
}

function sorted(parts: readonly string[]): string {
  return parts.map(plain).filter(Boolean).sort().join("\n");
}

/** Without what doesn't matter: case, marks of emphasis, the sign before a number. */
function plain(text: string): string {
  return text
    .replaceAll(/[*_`"'#]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function shown(right: ReturnType<Answer["right"]>): string {
  if (typeof right === "string") return `“${right}”`;
  return isNumber(right) ? String(right.number) : `“${right.join(", ")}”`;
}
