import { list, record, type ApiDocument } from "./document.js";
import { isRecord, type Json } from "../values.js";

export type Kind = "object" | "array" | "string" | "number" | "integer" | "boolean";

/** A schema with its references followed and its `allOf` parts merged into one. */
export interface View {
  /** The kinds of values that it allows, besides null. If there is no `type`, other keywords show the kind. */
  readonly kinds: readonly Kind[];
  readonly nullable: boolean;
  /** The values of `enum` or `const`. */
  readonly choices?: readonly unknown[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly items?: unknown;
  /** The alternatives of `oneOf` or `anyOf`. */
  readonly variants: readonly unknown[];
  /** Every other keyword, such as `minLength`. */
  readonly keywords: Json;
}

/** Reads schemas of one document. The same schema gives the same view. */
export type ViewOf = (schema: unknown) => View;

export function createViews(document: ApiDocument): ViewOf {
  const known = new WeakMap<object, View>();
  return (schema) => {
    if (!isRecord(schema)) return viewOf({});
    const found = known.get(schema) ?? viewOf(merged(schema, document, 0));
    known.set(schema, found);
    return found;
  };
}

/** Deeper than any real `allOf`. A schema that extends itself ends here. */
const DEEPEST = 20;

function merged(schema: Json, document: ApiDocument, depth: number): Json {
  if (depth > DEEPEST) return {};
  const { $ref, allOf, ...own } = schema;
  const parts = [...($ref === undefined ? [] : [document.resolve(schema)]), ...list(allOf)];
  return parts
    .filter(isRecord)
    .map((part) => merged(part, document, depth + 1))
    .reduce<Json>((all, part) => joined(all, part), own);
}

/** How two values of a keyword are merged. For any other keyword the first value is used. */
const JOINS: Readonly<Record<string, (one: unknown, other: unknown) => unknown>> = {
  properties: (one, other) => {
    const fields = { ...record(other), ...record(one) };
    const both = Object.keys(record(one)).filter((name) => Object.hasOwn(record(other), name));
    return {
      ...fields,
      ...Object.fromEntries(both.map((name) => [name, { allOf: [record(one)[name], record(other)[name]] }])),
    };
  },
  required: (one, other) => [...new Set([...list(one), ...list(other)])],
  enum: (one, other) => list(one).filter((value) => list(other).includes(value)),
  minimum: largest,
  minLength: largest,
  minItems: largest,
  maximum: smallest,
  maxLength: smallest,
  maxItems: smallest,
  additionalProperties: (one, other) => (one === false || other === false ? false : one),
  type: (one, other) => (one === "number" && other === "integer" ? other : one),
};

function joined(one: Json, other: Json): Json {
  const both = Object.keys(one).filter((name) => Object.hasOwn(other, name) && Object.hasOwn(JOINS, name));
  return {
    ...other,
    ...one,
    ...Object.fromEntries(both.map((name) => [name, JOINS[name]!(one[name], other[name])])),
  };
}

function largest(one: unknown, other: unknown): number {
  return Math.max(Number(one), Number(other));
}

function smallest(one: unknown, other: unknown): number {
  return Math.min(Number(one), Number(other));
}

const KINDS: ReadonlySet<unknown> = new Set<Kind>([
  "object",
  "array",
  "string",
  "number",
  "integer",
  "boolean",
]);

function viewOf(keywords: Json): View {
  const types = [keywords.type].flat();
  const isKind = (type: unknown): type is Kind => KINDS.has(type);
  const kinds = types.filter(isKind);
  const choices = "const" in keywords ? [keywords.const] : keywords.enum;
  return {
    kinds: kinds.length > 0 ? kinds : guessed(keywords),
    nullable: keywords.nullable === true || types.includes("null"),
    choices: Array.isArray(choices) ? (choices as unknown[]) : undefined,
    fields: record(keywords.properties),
    required: list(keywords.required).filter((name): name is string => typeof name === "string"),
    items: keywords.items,
    variants: list(keywords.oneOf ?? keywords.anyOf),
    keywords,
  };
}

/** Documents often leave `type` out where other keywords show it. */
function guessed({ properties, additionalProperties, items, pattern, format, minimum }: Json): Kind[] {
  if (properties !== undefined || additionalProperties !== undefined) return ["object"];
  if (items !== undefined) return ["array"];
  if (pattern !== undefined || format !== undefined) return ["string"];
  return minimum === undefined ? [] : ["number"];
}

/** The fields that an object can have, in any of its alternatives. */
export function fieldsOf(schema: unknown, view: ViewOf, depth = 0): Json {
  const { fields, variants } = view(schema);
  if (depth > DEEPEST) return fields;
  return Object.assign({}, ...variants.map((one) => fieldsOf(one, view, depth + 1)), fields) as Json;
}

/** The name of a shared schema. Two places with the same name have the same kind of value. */
export function sharedName(schema: unknown): string | undefined {
  if (!isRecord(schema)) return undefined;
  if (typeof schema.$ref === "string") return schema.$ref;
  const [only, ...others] = list(schema.allOf);
  return others.length === 0 ? sharedName(only) : undefined;
}
