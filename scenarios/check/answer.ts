import type { World } from "../../sandbox/world.js";

/** The expected answer of a question. */
export interface ExpectedAnswer {
  /** The form of the last line, such as `<full name>`. */
  readonly form: string;
  /** Computed from the state: a text, several texts in any order, or a number with a tolerance. */
  readonly right: (world: World) => string | readonly string[] | NumberAnswer;
}

interface NumberAnswer {
  readonly number: number;
  readonly give: number;
}

/** The sentence of the prompt that asks for the last line. */
export function askFor({ form }: ExpectedAnswer): string {
  return `End with one line that reads\nANSWER: ${form}`;
}

/** The content of the last line with the requested form; undefined if there is none. */
export function answerIn(text: string): string | undefined {
  const lines = text.split(/\r?\n/).flatMap((line) => /^[\s*_`>]*ANSWER:(.*)$/i.exec(line)?.[1] ?? []);
  return lines.at(-1)?.replace(/^[\s*_`"']+|[\s*_`"'.]+$/g, "");
}

/** Why an answer is wrong; undefined if it is right. */
export function faultOfAnswer(
  answer: ExpectedAnswer,
  given: string | undefined,
  world: World,
): string | undefined {
  if (given === undefined) return "no line with ANSWER:";
  const right = answer.right(world);
  if (isRight(given, right)) return undefined;
  return `answered “${given}”, right is ${shown(right)}`;
}

function isRight(given: string, right: ReturnType<ExpectedAnswer["right"]>): boolean {
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

/** Removes what does not matter: case, emphasis, the sign before a number. */
function plain(text: string): string {
  return text
    .replaceAll(/[*_`"'#]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function shown(right: ReturnType<ExpectedAnswer["right"]>): string {
  if (typeof right === "string") return `“${right}”`;
  return isNumber(right) ? String(right.number) : `“${right.join(", ")}”`;
}
