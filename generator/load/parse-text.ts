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

/**
 * A document's value: JSON, JSON with comments, or YAML 1.2 with YAML 1.1's merge keys and its booleans where OpenAPI
 * wants one.
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

/** UTF-8 unless a byte order mark says UTF-16; the mark itself goes. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** The value of JSON with comments and commas at the end of lists, or nothing where it is something else. */
function withComments(text: string): unknown {
  try {
    return JSON.parse(stripJsonComments(text, { trailingCommas: true }));
  } catch {
    return undefined;
  }
}

/** A number that is not written as JavaScript writes it, such as 2.10. Where a text is wanted, its text is meant. */
class WrittenNumber {
  constructor(
    readonly value: number,
    readonly text: string,
  ) {}
}

/** The same tag, which keeps how a number is written. */
function keepingText(tag: typeof floatCoreTag) {
  return defineScalarTag<unknown>(tag.tagName, {
    ...tag,
    resolve(source, isExplicit, tagName) {
      const value: unknown = tag.resolve(source, isExplicit, tagName);
      return typeof value !== "number" || String(value) === source ? value : new WrittenNumber(value, source);
    },
  });
}

/** A key of a mapping is a text in any case. */
const MAP = defineMappingTag(mapTag.tagName, {
  ...mapTag,
  // A mapping that is finished by a function can't hold itself.
  finalize: undefined,
  addPair: (map, key, value) => mapTag.addPair(map, key instanceof WrittenNumber ? key.value : key, value),
  has: (map, key) => mapTag.has(map, key instanceof WrittenNumber ? key.value : key),
});

/** YAML without timestamps: a date is the text that it looks like. */
const SCHEMA = CORE_SCHEMA.withTags(MAP, mergeTag, keepingText(intCoreTag), keepingText(floatCoreTag));

/** @param notJson why the text is not JSON, where it looks like JSON: it says more than YAML's error */
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

/** Keywords whose values are data, in which `yes` may be just that. */
const DATA = new Set(["example", "examples", "const", "x-example"]);

/**
 * The value that OpenAPI means: YAML 1.1 reads `yes`, `no`, `on` and `off` as booleans, and YAML 1.2 as texts. Anchors
 * may repeat a value.
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
  const { type } = value as { type?: unknown };
  for (const [key, member] of Object.entries(value))
    Object.defineProperty(members, key, {
      value: memberOf(key, member, type, done),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return members;
}

/** @param type of the schema that the member belongs to, if it is one */
function memberOf(key: string, member: unknown, type: unknown, done: Map<unknown, unknown>): unknown {
  if (type === "string" && VALUES.has(key)) return textIn(member);
  if (DATA.has(key)) return asData(member);
  const isBoolean = type === "boolean";
  if (BOOLEAN_KEYWORDS.has(key) || (isBoolean && key === "default"))
    return booleanIn(member) ?? meant(member, done);
  if (isBoolean && key === "enum" && Array.isArray(member))
    return member.map((one: unknown) => booleanIn(one) ?? one);
  return meant(member, done);
}

/** Keywords that hold values of their schema. */
const VALUES = new Set(["enum", "default", "const", "example"]);

/** Numbers in a place for texts are the texts that were written. */
function textIn(member: unknown): unknown {
  if (member instanceof WrittenNumber) return member.text;
  return Array.isArray(member) ? member.map(textIn) : asData(member);
}

/** Data with plain numbers. What an anchor repeats is read once. */
function asData(value: unknown, done = new Map<unknown, unknown>()): unknown {
  if (value instanceof WrittenNumber) return value.value;
  if (typeof value !== "object" || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  done.set(value, copy);
  for (const [key, member] of Object.entries(value))
    Object.defineProperty(copy, key, {
      value: asData(member, done),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}

function booleanIn(value: unknown): boolean | undefined {
  if (typeof value !== "string") return undefined;
  if (/^(yes|on)$/i.test(value)) return true;
  return /^(no|off)$/i.test(value) ? false : undefined;
}
