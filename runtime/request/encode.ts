import { refuse } from "../arguments/refuse.js";
import { isRecord } from "../values/record.js";

/** Percent-encodes all but RFC 3986's unreserved characters, so that no value can leave its place. */
export function percent(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A value for OpenAPI's styles: a text, a list of texts, or named texts. */
export type Parts =
  | { readonly kind: "one"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "record"; readonly entries: readonly (readonly [string, string])[] };

/** Splits a value for a style. OpenAPI does not define nested lists and objects, so they become JSON text. */
export function partsOf(value: unknown, argument: string): Parts {
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => textOf(item, argument)) };
  if (!isRecord(value)) return { kind: "one", text: textOf(value, argument) };
  const entries = definedEntries(value).map(([key, member]) => [key, textOf(member, argument)] as const);
  return { kind: "record", entries };
}

/** The entries of an object without undefined ones, as in JSON. */
export function definedEntries(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

/** Text, numbers and booleans as in JSON, but text without quotes. */
export function textOf(value: unknown, argument: string): string {
  if (value === null)
    refuse(argument, "can't send null, which looks like text or nothing here; leave it out");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * Joins parts with a separator that is not escaped.
 * @throws Fault if a part contains the separator, because a server could not split it
 */
export function joinApart(parts: readonly string[], separator: string, argument: string): string {
  const ambiguous = parts.find((part) => part.includes(separator));
  if (ambiguous !== undefined) {
    refuse(argument, `can't send ${JSON.stringify(separator)} within a value: it is what divides the values`);
  }
  return parts.join(separator);
}
