import { refuse } from "../arguments/refuse.js";
import { isRecord } from "../values/record.js";

/** Percent-encodes all but RFC 3986's unreserved characters, so that no value can end or divide where it stands. */
export function percent(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A value as OpenAPI's styles see it: one text, a list of texts, or names with texts. */
export type Parts =
  | { readonly kind: "one"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "record"; readonly entries: readonly (readonly [string, string])[] };

/** Takes a value apart for a style. OpenAPI says nothing of lists and objects within them: they stand as JSON text. */
export function partsOf(value: unknown, argument: string): Parts {
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => textOf(item, argument)) };
  if (!isRecord(value)) return { kind: "one", text: textOf(value, argument) };
  const entries = definedEntries(value).map(([key, member]) => [key, textOf(member, argument)] as const);
  return { kind: "record", entries };
}

/** The entries of an object, without those that are undefined, as JSON leaves them out. */
export function definedEntries(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

/** Text, numbers and truth values as they are written in JSON, text without its quotes. */
export function textOf(value: unknown, argument: string): string {
  if (value === null)
    refuse(argument, "can't send null, which looks like text or nothing here; leave it out");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * Joins parts with a separator that a server sees like any other character.
 * @throws Fault where a part holds the separator: what arrives could not be told apart.
 */
export function joinApart(parts: readonly string[], separator: string, argument: string): string {
  const ambiguous = parts.find((part) => part.includes(separator));
  if (ambiguous !== undefined) {
    refuse(argument, `can't send ${JSON.stringify(separator)} within a value: it is what divides the values`);
  }
  return parts.join(separator);
}
