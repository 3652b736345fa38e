import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  floatCoreTag,
  intCoreTag,
  load,
  mapTag,
  mergeTag,
} from "js-yaml";
import stripJsonComments from "strip-json-comments";
import type { Raw } from "../normalise/raw.js";
import { isDefaultOf, isPastSafe, parseWithDefaults } from "./exact-defaults.js";

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
    return parseWithDefaults(text);
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
    return parseWithDefaults(stripJsonComments(text, { trailingCommas: true }));
  } catch {
    return undefined;
  }
}

/** A number that JavaScript would print differently, such as 2.10. Where a schema takes texts, its text is used. */
class WrittenNumber {
  constructor(
    readonly value: number,
    readonly text: string,
  ) {}

  /** The digits of an integer past 2^53 as text. Other numbers as they are. */
  get exact(): number | string {
    return isPastSafe(this.text) ? this.text : this.value;
  }
}

/** The same tag, but it also keeps the text of a number. */
function keepingText(tag: typeof floatCoreTag) {
  return defineScalarTag<unknown>(tag.tagName, {
    ...tag,
    resolve(source, isExplicit, tagName) {
      const value: unknown = tag.resolve(source, isExplicit, tagName);
      return typeof value !== "number" || String(value) === source ? value : new WrittenNumber(value, source);
    },
  });
}

/** Mappings whose keys are plain values. */
const MAP = defineMappingTag(mapTag.tagName, {
  ...mapTag,
  // With a function here, a mapping could not contain itself.
  finalize: undefined,
  addPair: (map, key, value) => mapTag.addPair(map, key instanceof WrittenNumber ? key.value : key, value),
  has: (map, key) => mapTag.has(map, key instanceof WrittenNumber ? key.value : key),
});

/** Parses YAML without timestamps: a date stays text. */
const SCHEMA = CORE_SCHEMA.withTags(MAP, mergeTag, keepingText(intCoreTag), keepingText(floatCoreTag));

/** @param notJson the error of the JSON parser, if the text looks like JSON: it is more helpful than YAML's error */
function fromYaml(text: string, notJson: Error | undefined): unknown {
  try {
    return meant(load(text, { schema: SCHEMA }), new Map());
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

/**
 * Converts values to what OpenAPI expects. YAML 1.1 reads `yes`, `no`, `on` and `off` as booleans. YAML 1.2 reads them
 * as texts. Anchors may repeat a value.
 */
function meant(value: unknown, done: Map<unknown, unknown>): unknown {
  if (value instanceof WrittenNumber) return value.value;
  if (typeof value !== "object" || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    done.set(value, items);
    for (const item of value) items.push(meant(item, done));
    return items;
  }
  const members: Record<string, unknown> = {};
  done.set(value, members);
  for (const [key, member] of Object.entries(value))
    setOwn(members, key, memberOf(key, member, value as Raw, done));
  return members;
}

/** @param owner the schema that the member belongs to, if it is one */
function memberOf(key: string, member: unknown, owner: Raw, done: Map<unknown, unknown>): unknown {
  const { type } = owner;
  if (type === "string" && VALUES.has(key)) return textIn(member);
  if (DATA.has(key)) return asData(member);
  const isBoolean = type === "boolean";
  if (BOOLEAN_KEYWORDS.has(key) || (isBoolean && key === "default"))
    return booleanIn(member) ?? meant(member, done);
  if (isBoolean && key === "enum" && Array.isArray(member))
    return member.map((one: unknown) => booleanIn(one) ?? one);
  return isDefaultOf(key, owner) ? asData(member, "exact") : meant(member, done);
}

/** Keywords that hold values of their schema. */
const VALUES = new Set(["enum", "default", "const", "example"]);

/** Numbers in a place for texts become their texts. */
function textIn(member: unknown): unknown {
  if (member instanceof WrittenNumber) return member.text;
  return Array.isArray(member) ? member.map(textIn) : asData(member);
}

/** Data with plain numbers, or exact ones. A value that anchors repeat is converted once. */
function asData(
  value: unknown,
  numbers: "value" | "exact" = "value",
  done = new Map<unknown, unknown>(),
): unknown {
  if (value instanceof WrittenNumber) return value[numbers];
  if (typeof value !== "object" || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  done.set(value, copy);
  for (const [key, member] of Object.entries(value)) setOwn(copy, key, asData(member, numbers, done));
  return copy;
}

/** Assigning to `__proto__` would not add a member. */
function setOwn(owner: object, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
  else (owner as Record<string, unknown>)[key] = value;
}

function booleanIn(value: unknown): boolean | undefined {
  if (typeof value !== "string") return undefined;
  if (/^(yes|on)$/i.test(value)) return true;
  return /^(no|off)$/i.test(value) ? false : undefined;
}
