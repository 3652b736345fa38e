import type { Raw } from "../normalise/raw.js";

/** Few documents have so many digits. To look for them alone is ten times as fast as to look for such a number. */
const MANY_DIGITS = /\d{16}/;

/** A number of many digits, or a part of a text that looks like one. */
const LONG = /(?<=[[:,\s])-?\d{16,}(?=[\s,\]}])/g;

/** A string or a number in JSON text. */
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** An integer past 2^53 while its JSON is read: its digits as text, after a character that no document has. */
const MARKED = /^\0-?\d{16,}$/;

/**
 * Parses JSON. A default keeps all digits of its integers past 2^53: they become text, which calls send as a number.
 * Elsewhere such an integer is a rounded number.
 * @throws SyntaxError
 */
export function parseWithDefaults(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const hasPastSafe = MANY_DIGITS.test(text) && (text.match(LONG) ?? []).some(isPastSafe);
  return hasPastSafe ? unmarked(JSON.parse(text.replace(TOKENS, marked)), false) : value;
}

function marked(token: string): string {
  return isPastSafe(token) ? `"\\u0000${token}"` : token;
}

function unmarked(value: unknown, isDefault: boolean): unknown {
  if (typeof value === "string" && MARKED.test(value)) {
    const digits = value.slice(1);
    return isDefault ? digits : Number(digits);
  }
  if (Array.isArray(value)) return value.map((item) => unmarked(item, isDefault));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]: [string, unknown]): [string, unknown] => [
    key,
    unmarked(member, isDefault || isDefaultOf(key, value as Raw)),
  ]);
  return Object.fromEntries(members);
}

/** Whether a key holds the default of a schema. A property or an answer may have the name `default` too. */
export function isDefaultOf(key: string, { type, allOf, anyOf, oneOf, $ref }: Raw): boolean {
  if (key !== "default") return false;
  return (
    typeof type === "string" || typeof $ref === "string" || [type, allOf, anyOf, oneOf].some(Array.isArray)
  );
}

/** Whether a number's text is an integer that JavaScript would round. */
export function isPastSafe(text: string): boolean {
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(Number(text));
}
