import type { Answers, AnswerType } from "../contract/answers.js";
import { conciseTypeOf, openType, wholeTypeOf, type OpenType } from "./types.js";

/** A tool's answer in short, for models: its fields in the concise view, and the names that the full view adds. */
export interface ShortAnswer {
  readonly answer: string;
  /** Absent where the full view has no more fields. */
  readonly full_adds?: string;
}

/**
 * The shape of a tool's answer as one line: `{items: {id, number: integer, services: {id, name}[]}[], next_cursor}`. A
 * field without a type is a text. Undefined if the contract does not say.
 */
export function shortAnswer(answers: Answers, tool: string): ShortAnswer | undefined {
  const concise = conciseTypeOf(answers, tool);
  const whole = wholeTypeOf(answers, tool);
  if (whole === "anything") return undefined;
  const shown = new Set(fieldsOf(answers, concise));
  const more = fieldsOf(answers, whole).filter((name) => !shown.has(name));
  return {
    answer: clipped(printed(answers, concise, 0), LONGEST_ANSWER),
    ...(more.length > 0 ? { full_adds: clipped(more.join(", "), LONGEST_NAMES) } : {}),
  };
}

const LONGEST_ANSWER = 1_200;
const LONGEST_NAMES = 600;

/** Records below this level only show that they are objects. */
const MOST_LEVELS = 3;

function printed(answers: Answers, type: AnswerType, level: number): string {
  const open = openType(answers, type);
  switch (open.kind) {
    case "scalar":
      return open.unit === undefined ? open.scalar : `${open.scalar} (${open.unit})`;
    case "choice":
      return open.values.map((value) => JSON.stringify(value)).join(" | ");
    case "list": {
      const of = printed(answers, open.of, level);
      return /^[\w-]+$|^\{.*\}$/s.test(of) ? `${of}[]` : `(${of})[]`;
    }
    case "either":
      return open.options.map((option) => printed(answers, option, level)).join(" or ");
    case "record":
      return level > MOST_LEVELS ? "object" : recordText(answers, open, level);
  }
}

function recordText(
  answers: Answers,
  { fields, rest }: Extract<OpenType, { kind: "record" }>,
  level: number,
): string {
  const names = Object.entries(fields).map(([name, type]) => {
    const text = printed(answers, type, level + 1);
    return text === "text" ? name : `${name}: ${text}`;
  });
  if (names.length === 0) return "object";
  return `{${[...names, ...(rest === undefined ? [] : ["…"])].join(", ")}}`;
}

/** Names of the fields of a record, or of the items of a list. */
function fieldsOf(answers: Answers, type: AnswerType): string[] {
  const open = openType(answers, type);
  if (open.kind === "list") return fieldsOf(answers, open.of);
  if (open.kind !== "record") return [];
  const { items } = open.fields;
  return items !== undefined && "next_cursor" in open.fields
    ? fieldsOf(answers, items)
    : Object.keys(open.fields);
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
