import { put, type Making } from "../values/record.js";

/** What removes secrets from a result: see redact.ts. */
export interface Redactor {
  hides(field: string): boolean;
  text(text: string): string;
}

/** An upstream answer that nests deeper than any record does; reading it would exhaust the stack. */
export class TooDeep extends Error {}

const MOST_LEVELS = 200;
const HIDDEN = "[redacted]";

/**
 * The same value without what a reader cannot see: control, bidirectional, zero-width and tag characters leave all
 * strings and keys; newlines and tabs stay. The redactor, where there is one, is applied on the way.
 * @throws TooDeep
 */
export function sanitise(value: unknown, redactor?: Redactor, level = 0): unknown {
  if (typeof value === "string") return visible(value, redactor);
  if (typeof value !== "object" || value === null) return value;
  if (level >= MOST_LEVELS) throw new TooDeep();
  if (Array.isArray(value)) return value.map((item) => sanitise(item, redactor, level + 1));
  const clean: Making = {};
  for (const [key, held] of Object.entries(value)) {
    const name = freeName(sanitiseText(key), clean);
    const isHidden = redactor?.hides(name) === true && isSomething(held);
    put(clean, name, isHidden ? HIDDEN : sanitise(held, redactor, level + 1));
  }
  return clean;
}

/** One text without invisible characters. */
export function sanitiseText(text: string): string {
  return UNSEEN.test(text) ? text.replace(/\r\n?/g, "\n").replace(UNSEEN_ALL, "") : text;
}

function visible(text: string, redactor: Redactor | undefined): string {
  const seen = sanitiseText(text);
  return redactor ? redactor.text(seen) : seen;
}

/** Two keys that differ only in what cannot be seen are both kept. */
function freeName(name: string, taken: Making): string {
  if (!Object.hasOwn(taken, name)) return name;
  let number = 2;
  while (Object.hasOwn(taken, `${name}_${number}`)) number += 1;
  return `${name}_${number}`;
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
  "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff", // zero width and directions
  "\\ufe00-\\ufe0e\\ufff9-\\ufffb\\u{1d173}-\\u{1d17a}\\u{1bca0}-\\u{1bca3}", // selectors, annotations, format marks
  "\\u{e0000}-\\u{e0fff}", // tags and further selectors
  "\\p{Cs}\\p{Noncharacter_Code_Point}", // halves of pairs, and what is no character
].join("");
const UNSEEN = new RegExp(`[${RANGES}]`, "u");
const UNSEEN_ALL = new RegExp(`[${RANGES}]+`, "gu");
