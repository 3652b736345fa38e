import type { AnswerType, RecordType } from "../../runtime/contract/answers.js";
import { units } from "../../runtime/contract/units.js";
import { isNull } from "./alternatives.js";
import { isVisible } from "./prose.js";
import { list, record, resolve, target, type Raw } from "./raw.js";

/** Reads schemas of answers as types. A schema with a name becomes a definition, so each is read once. */
export interface TypeReader {
  /** The type of a schema; one with a name is only named. */
  read(schema: unknown): AnswerType;
  /** The definitions that were named so far, by name. */
  definitions(): ReadonlyMap<string, AnswerType>;
}

/**
 * @param document a contract of OpenAPI 3.0 or 3.1
 * @param isSecret whether the runtime replaces the values of fields with this name by a text
 */
export function createTypeReader(document: Raw, isSecret: (name: string) => boolean): TypeReader {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const waiting: string[] = [];
  const types = new Map<string, AnswerType>();
  const named = (reference: string): AnswerType => {
    const known = names.get(reference);
    if (known !== undefined) return `#${known}`;
    if (!leadsSomewhere(document, reference)) return "anything";
    const name = freeName(reference, taken);
    names.set(reference, name);
    taken.add(name);
    waiting.push(reference);
    return `#${name}`;
  };
  const read = (schema: unknown) =>
    typeOf(schema, { document, named, isSecret, level: 0, budget: { left: MOST_SCHEMAS }, joined: [] });
  return {
    read,
    definitions() {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
        types.set(names.get(next)!, read(target(document, next)));
      return types;
    },
  };
}

interface Place {
  readonly document: Raw;
  readonly named: (reference: string) => AnswerType;
  readonly isSecret: (name: string) => boolean;
  readonly level: number;
  /** How many more schemas of one definition are read. Parts of an `allOf` multiply. */
  readonly budget: { left: number };
  /** The schemas whose `allOf` is being joined. One that contains itself adds nothing more. */
  readonly joined: readonly Raw[];
}

/** Schemas without a name that are nested deeper than this are not described. */
const MOST_LEVELS = 30;

const MOST_SCHEMAS = 20_000;

function leadsSomewhere(document: Raw, reference: string): boolean {
  try {
    target(document, reference);
    return true;
  } catch {
    return false;
  }
}

/** A name for a definition: an identifier that no other one has. */
function freeName(reference: string, taken: ReadonlySet<string>): string {
  const last = reference.split("/").at(-1)!;
  const plain = last.replaceAll(/[^A-Za-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
  const legal = /^[A-Za-z]/.test(plain) ? plain : `Type_${plain}`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? legal : `${legal}_${number}`;
    if (!taken.has(name)) return name;
  }
}

function typeOf(given: unknown, place: Place): AnswerType {
  const schema = record(given);
  if (place.level > MOST_LEVELS || --place.budget.left < 0) return "anything";
  const type = withUnit(withoutNull(schema, { ...place, level: place.level + 1 }), schema);
  return allowsNull(schema) ? orNull(type) : type;
}

function withoutNull(schema: Raw, place: Place): AnswerType {
  if (typeof schema.$ref === "string") return place.named(schema.$ref);
  if (Array.isArray(schema.allOf)) return combined(schema, place);
  const options = list(schema.oneOf ?? schema.anyOf).filter((option) => !isNull(option));
  if (options.length > 0) return alternatives(options, schema, place);
  const values = "const" in schema ? [schema.const] : list(schema.enum);
  if (values.length > 0 && !values.some((value) => typeof value === "object" && value !== null))
    return countedType(values);
  const types = typesOf(schema);
  return eitherOf(types.map((type) => byType(type, schema, place)));
}

function byType(type: string | undefined, schema: Raw, outer: Place): AnswerType {
  const place = { ...outer, joined: [] };
  switch (type) {
    case "string":
      return schema.format === "date" || schema.format === "date-time" ? schema.format : "text";
    case "integer":
      return schema.format === "int64" ? "digits" : "integer";
    case "number":
      return "number";
    case "boolean":
      return "flag";
    case "array":
      return { list: schema.items === undefined ? "anything" : typeOf(schema.items, place) };
    case "object":
      return objectType(schema, place);
    default:
      return "anything";
  }
}

/** An object with a discriminator has more fields in the schemas that extend it. */
function objectType(schema: Raw, place: Place): RecordType {
  const fields = Object.entries(record(schema.properties)).filter(
    ([name, property]) => isVisible(name) && record(property).writeOnly !== true,
  );
  const names = fields.map(([name]) => name);
  const required = list(schema.required).filter((name) => names.includes(name as string)) as string[];
  const rest = restOf(schema, fields.length === 0, place);
  return {
    fields: Object.fromEntries(fields.map(([name, property]) => [name, fieldType(name, property, place)])),
    ...(required.length > 0 ? { required } : {}),
    ...(rest === undefined ? {} : { rest }),
  };
}

function fieldType(name: string, property: unknown, place: Place): AnswerType {
  const type = typeOf(property, place);
  return type === "flag" || type === "flag?" || !place.isSecret(name) ? type : "text?";
}

/** An object without named fields is free-form, unless it says that it is empty. */
function restOf(schema: Raw, isFree: boolean, place: Place): AnswerType | undefined {
  const more = schema.additionalProperties ?? schema.unevaluatedProperties;
  if (schema.patternProperties || schema.discriminator) return "anything";
  if (more === false) return undefined;
  if (more === undefined) return isFree ? "anything" : undefined;
  return more === true ? "anything" : typeOf(more, place);
}

/** One part that is alone keeps its name. Several parts of objects are one object; other parts are not described. */
function combined(schema: Raw, place: Place): AnswerType {
  const { allOf, ...beside } = schema;
  const parts = [...list(allOf), ...(Object.keys(beside).some((key) => DESCRIBES.has(key)) ? [beside] : [])];
  if (parts.length === 1 && namesIn(schema).length === 0) return typeOf(parts[0], place);
  const inner = { ...place, joined: [...place.joined, schema] };
  const records = parts
    .map((part) => resolve(place.document, part))
    .filter((part) => !inner.joined.includes(part))
    .map((part) => recordOf(typeOf(part, inner)));
  if (records.some((part) => part === undefined)) return "anything";
  const known = records as RecordType[];
  const rest = known.map((part) => part.rest).find((type) => type !== undefined);
  const required = [...new Set([...known.flatMap((part) => part.required ?? []), ...namesIn(schema)])];
  const fields = Object.assign({}, ...known.map((part) => part.fields)) as RecordType["fields"];
  const here = required.filter((name) => Object.hasOwn(fields, name));
  return {
    fields,
    ...(here.length > 0 ? { required: here } : {}),
    ...(rest === undefined ? {} : { rest }),
  };
}

/** Keywords that describe a value. A bare type next to an `allOf` only repeats it. */
const DESCRIBES = new Set("properties items enum const oneOf anyOf additionalProperties $ref".split(" "));

function namesIn({ required }: Raw): string[] {
  return list(required).filter((name): name is string => typeof name === "string");
}

function recordOf(type: AnswerType): RecordType | undefined {
  return typeof type === "object" && "fields" in type ? type : undefined;
}

/** Fields next to the options belong to each of them, so the options stay open. */
function alternatives(options: readonly unknown[], schema: Raw, place: Place): AnswerType {
  if (schema.properties) return { ...objectType(schema, { ...place, joined: [] }), rest: "anything" };
  return eitherOf(options.map((option) => typeOf({ type: schema.type, ...record(option) }, place)));
}

function eitherOf(types: readonly AnswerType[]): AnswerType {
  const distinct = [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
  if (distinct.length === 0 || distinct.includes("anything")) return "anything";
  return distinct.length === 1 ? distinct[0]! : { either: distinct };
}

function countedType(values: readonly unknown[]): AnswerType {
  const texts = values.filter((value) => typeof value === "string").filter(isVisible);
  const numbers = values.filter((value) => typeof value === "number");
  return eitherOf([
    ...(texts.length > 0 ? [{ choice: [...new Set(texts)] }] : []),
    ...(numbers.length > 0 ? [numbers.every(Number.isInteger) ? "integer" : "number"] : []),
    ...(values.some((value) => typeof value === "boolean") ? ["flag"] : []),
  ]);
}

/** `x-unit` of a repair says what a number is counted in, or how a text is written. */
function withUnit(type: AnswerType, schema: Raw): AnswerType {
  const unit = units.find((one) => one === schema["x-unit"]);
  return unit !== undefined && typeof type === "string" && /^[a-z]+$/.test(type) ? `${type}:${unit}` : type;
}

function orNull(type: AnswerType): AnswerType {
  if (typeof type !== "string") return { ...type, null: true };
  return type === "anything" || type.endsWith("?") ? type : `${type}?`;
}

function typesOf(schema: Raw): (string | undefined)[] {
  const named = [schema.type].flat().filter((type) => typeof type === "string" && type !== "null");
  if (named.length > 0) return named as string[];
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return ["object"];
  return [schema.items ? "array" : undefined];
}

function allowsNull(schema: Raw): boolean {
  const options = [...list(schema.oneOf), ...list(schema.anyOf)];
  const values = list(schema.enum);
  return (
    schema.nullable === true ||
    list(schema.type).includes("null") ||
    values.includes(null) ||
    options.some(isNull)
  );
}
