import { CORE_SCHEMA, load, mergeTag } from "js-yaml";
import stripJsonComments from "strip-json-comments";

/**
 * Parses a document: JSON, JSON with comments, or YAML 1.2 with the merge keys of YAML 1.1, and its booleans where
 * OpenAPI expects one.
 * @throws Error that says what is wrong with the text
 */
export function parseText(bytes: string | Uint8Array): unknown {
  const text = typeof bytes === "string" ? bytes.replace(/^\uFEFF/, "") : decode(bytes);
  if (text.trim() === "") return undefined;
  const isJson = /^\s*(?:[{[]|\/[/*])/.test(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    return (isJson ? withComments(text) : undefined) ?? fromYaml(text, isJson ? (error as Error) : undefined);
  }
}

/** UTF-8, or UTF-16 if a byte order mark says so. The mark is removed. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Parses JSON with comments and trailing commas; returns nothing for other text. */
function withComments(text: string): unknown {
  try {
    return JSON.parse(stripJsonComments(text, { trailingCommas: true }));
  } catch {
    return undefined;
  }
}

/** Parses YAML without timestamps: a date stays text. */
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

/** @param notJson the error of the JSON parser, if the text looks like JSON: it is more helpful than YAML's error */
function fromYaml(text: string, notJson: Error | undefined): unknown {
  try {
    return withBooleans(load(text, { schema: SCHEMA }), new Map());
  } catch (error) {
    throw notJson ?? error;
  }
}

/** Keywords of OpenAPI that are true or false. */
const BOOLEAN_KEYWORDS = new Set(
  (
    "required deprecated nullable readOnly writeOnly explode allowReserved allowEmptyValue uniqueItems " +
    "exclusiveMinimum exclusiveMaximum additionalProperties"
  ).split(" "),
);

/** Keywords with free data, in which `yes` may be just a text. */
const DATA = new Set(["example", "examples", "const", "x-example"]);

/** YAML 1.1 reads `yes`, `no`, `on` and `off` as booleans. YAML 1.2 reads them as texts. Anchors may repeat a value. */
function withBooleans(value: unknown, done: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    done.set(value, items);
    for (const item of value) items.push(withBooleans(item, done));
    return items;
  }
  const members: Record<string, unknown> = {};
  done.set(value, members);
  const isBoolean = (value as { type?: unknown }).type === "boolean";
  for (const [key, member] of Object.entries(value))
    Object.defineProperty(members, key, {
      value: memberOf(key, member, isBoolean, done),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return members;
}

function memberOf(key: string, member: unknown, isBoolean: boolean, done: Map<unknown, unknown>): unknown {
  if (DATA.has(key)) return member;
  if (BOOLEAN_KEYWORDS.has(key) || (isBoolean && key === "default"))
    return booleanIn(member) ?? withBooleans(member, done);
  if (isBoolean && key === "enum" && Array.isArray(member))
    return member.map((one: unknown) => booleanIn(one) ?? one);
  return withBooleans(member, done);
}

function booleanIn(value: unknown): boolean | undefined {
  if (typeof value !== "string") return undefined;
  if (/^(yes|on)$/i.test(value)) return true;
  return /^(no|off)$/i.test(value) ? false : undefined;
}
