import { put, type Making } from "../values/record.js";

/** Removes secrets from a result: see redact.ts. */
export interface Redactor {
  field(name: string): Field;
  text(text: string): string;
}

/** A field's name as it is shown, and whether it marks its value as a secret. */
export interface Field {
  readonly name: string;
  readonly isSecret: boolean;
}

/** An answer that is nested deeper than any real record. Reading it would overflow the stack. */
export class TooDeep extends Error {}

const MOST_LEVELS = 200;
const HIDDEN = "[redacted]";

/**
 * Removes invisible characters from all strings and names: control, bidirectional, zero-width and tag characters.
 * Newlines and tabs stay. The redactor, if there is one, is applied to both.
 * @throws TooDeep
 */
export function sanitise(value: unknown, redactor?: Redactor, level = 0): unknown {
  if (typeof value === "string") return visible(value, redactor);
  if (typeof value !== "object" || value === null) return value;
  if (level >= MOST_LEVELS) throw new TooDeep();
  if (Array.isArray(value)) return value.map((item) => sanitise(item, redactor, level + 1));
  const clean: Making = {};
  const free = createFreeNames(clean);
  for (const [key, held] of Object.entries(value)) {
    const seen = sanitiseText(key);
    const { name, isSecret } = redactor?.field(seen) ?? { name: seen, isSecret: false };
    put(clean, free(name), isSecret && isSomething(held) ? HIDDEN : sanitise(held, redactor, level + 1));
  }
  return clean;
}

/** One text without invisible characters. */
export function sanitiseText(text: string): string {
  return UNSEEN.test(text) ? text.replace(LINE_ENDS, "\n").replace(UNSEEN_ALL, "") : text;
}

function visible(text: string, redactor: Redactor | undefined): string {
  const seen = sanitiseText(text);
  return redactor ? redactor.text(seen) : seen;
}

/** Names that become equal by the cleaning are all kept: later ones get a number. */
function createFreeNames(taken: Making): (name: string) => string {
  // If many names became the same one, counting continues from the last number.
  let numbers: Map<string, number> | undefined;
  return (name) => {
    if (!Object.hasOwn(taken, name)) return name;
    numbers ??= new Map();
    let number = numbers.get(name) ?? 2;
    while (Object.hasOwn(taken, `${name}_${number}`)) number += 1;
    numbers.set(name, number + 1);
    return `${name}_${number}`;
  };
}

function isSomething(value: unknown): boolean {
  return (
    (typeof value === "string" && value !== "") ||
    typeof value === "number" ||
    (typeof value === "object" && value !== null)
  );
}

const RANGES = [
  "\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f", // controls but tab and newline
  "\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\uffa0", // hyphen, joiner and fillers without a face
  "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff", // zero width, line and paragraph ends, directions
  "\\u2800\\ufffc\\p{Co}", // an empty Braille cell, the place of an object, and what only a private font draws
  "\\ufe00-\\ufe0e\\ufff9-\\ufffb\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{1bca0}-\\u{1bca3}", // selectors, annotations, format marks
  "\\u{e0000}-\\u{e0fff}", // tags and further selectors
  "\\p{Cs}\\p{Noncharacter_Code_Point}", // halves of pairs, and what is not a character
].join("");
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
const UNSEEN = new RegExp(`[${RANGES}]`, "u");
const UNSEEN_ALL = new RegExp(`[${RANGES}]+`, "gu");
