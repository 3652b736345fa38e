import type { Shape } from "../model/shape.js";
import { alternativesOf, isNull } from "./alternatives.js";
import { cutOf, cutRecursion, nests } from "./cut.js";
import { tagged, tagOf, variantsOf } from "./discriminator.js";
import { either, nullable, requiring } from "./join.js";
import { KnownShapes } from "./known-shapes.js";
import { mergeAll } from "./merge.js";
import { objectOf } from "./object.js";
import { list, record, resolve, target, type Raw } from "./raw.js";
import { Budget, deeper, type SchemaPosition, type Reading } from "./reading.js";
import { countedOf, numberOf, textOf } from "./scalars.js";

/**
 * Turns a JSON Schema of OpenAPI 3.0 or 3.1 into a shape. Recursive schemas are cut where they repeat, and nested ones
 * at the reading's depth.
 * @throws TooManySchemas if it would visit too many schemas
 * @throws Error if a reference has no target
 */
export function shapeOf(document: Raw, schema: unknown, reading: Reading): Shape {
  const budget = new Budget(reading.schemas);
  const known = new KnownShapes(document, reading, budget);
  const report = (what: string) => known.report(what);
  return read(schema, { ...reading, report, document, level: 0, trail: [], parts: [], budget, known });
}

/** @param part whether it is a part of an `allOf`, where a reference means the schema itself and not its variants */
function read(given: unknown, position: SchemaPosition, part = false): Shape {
  position.budget.spend();
  const schema = record(given);
  if (typeof schema.$ref === "string") return follow(schema.$ref, schema, position, part);
  if (position.level > position.levels && nests(schema)) return cutOf(schema, position);
  const shape = withoutNull(schema, position);
  return allowsNull(schema) ? nullable(shape) : shape;
}

function follow(reference: string, schema: Raw, position: SchemaPosition, part: boolean): Shape {
  const step = part ? `${reference} itself` : reference;
  const found = target(position.document, reference);
  position.known.passes(step);
  // Schemas whose allOf contain each other ask for the same value again, which adds nothing.
  if (part && position.parts.includes(step)) return { kind: "anything" };
  if (position.trail.includes(step)) return cutRecursion(reference, found);
  const parts = part ? [...position.parts, step] : position.parts;
  const inside = { ...position, trail: [...position.trail, step], parts };
  const shape = position.known.of(
    step,
    position,
    () => (part ? undefined : variants(reference, found, inside)) ?? read(found, inside, part),
  );
  const beside = keywordsBeside(schema, position.document);
  const all = beside ? mergeAll([shape, read(beside, position)], position.report) : shape;
  return schema.nullable === true ? nullable(all) : all;
}

/** Before OpenAPI 3.1, keywords next to a reference mean nothing. */
function keywordsBeside(schema: Raw, document: Raw): Raw | undefined {
  const { $ref: _, ...beside } = schema;
  return isMeaningful(beside) && !String(document.openapi).startsWith("3.0") ? beside : undefined;
}

/** A schema with a discriminator and no options includes the schemas that extend it. */
function variants(reference: string, schema: Raw, position: SchemaPosition): Shape | undefined {
  const found = variantsOf(position.document, reference, schema);
  if (found.length === 0) return undefined;
  if (found.length > MOST_VARIANTS) {
    const base = read(schema, position);
    return base.kind === "record" ? { ...base, rest: { kind: "anything" } } : base;
  }
  const tag = tagOf(schema);
  return either(found.map((option) => tagged(read({ $ref: option }, position), tag, option)));
}

/** More variants do not help a model. Then only the common fields are shown, and the rest is open. */
const MOST_VARIANTS = 24;

function withoutNull(schema: Raw, position: SchemaPosition): Shape {
  if (Array.isArray(schema.allOf)) return combined(schema, position);
  const options = alternativesOf(schema);
  if (options) {
    const tag = tagOf(schema);
    const shapes = options.map(({ schema: option, reference }) =>
      tagged(read(option, position), tag, reference),
    );
    return requiring(either(shapes), list(schema.required));
  }
  const types = typesOf(schema);
  const counted = countedValues(schema, types);
  if (counted) return countedOf(counted, types[0], position.report);
  if (types.length > 1) return either(types.map((type) => byType(type, schema, position)));
  return byType(types[0], schema, position);
}

function byType(type: string | undefined, schema: Raw, position: SchemaPosition): Shape {
  switch (type) {
    case "string":
      return textOf(schema, position.files);
    case "integer":
    case "number":
      return numberOf(schema, type === "integer", position.report);
    case "boolean":
      return { kind: "flag" };
    case "array":
      return listOf(schema, position);
    case "object":
      return objectOf(schema, position, read);
    case "file":
      return position.files ? { kind: "file" } : { kind: "text" };
    default:
      return openWith(namesIn(schema));
  }
}

/** A schema without a type that requires fields: in an allOf, another part describes them. */
function openWith(requires: readonly string[]): Shape {
  return requires.length > 0 ? { kind: "anything", requires } : { kind: "anything" };
}

function namesIn({ required }: Raw): readonly string[] {
  return list(required).filter((name): name is string => typeof name === "string");
}

function listOf(schema: Raw, position: SchemaPosition): Shape {
  const { minItems, maxItems } = schema;
  return {
    kind: "list",
    of: itemsOf(schema, deeper(position)),
    minItems: typeof minItems === "number" ? minItems : undefined,
    maxItems: typeof maxItems === "number" ? maxItems : undefined,
  };
}

/** In some documents an enum next to the type of a list lists the values of its items. */
function itemsOf({ items, prefixItems, enum: values }: Raw, position: SchemaPosition): Shape {
  if (Array.isArray(prefixItems)) return either(prefixItems.map((item) => read(item, position)));
  const isCounted = Array.isArray(values) && values.length > 0 && !values.some(Array.isArray);
  return isCounted && !("enum" in record(items))
    ? read({ ...record(items), enum: values }, position)
    : read(items ?? {}, position);
}

function combined(schema: Raw, position: SchemaPosition): Shape {
  const { allOf, nullable: _, ...rest } = schema;
  const parts = list(allOf).map((part) => read(part, position, true));
  const beside = isMeaningful(rest) ? [read(rest, position)] : [];
  return requiring(
    mergeAll([...parts, ...beside], position.report),
    requiredNames(schema, position.document),
  );
}

/** One part of an `allOf` may require a field that another part describes. */
function requiredNames(schema: Raw, document: Raw, depth = 0): readonly unknown[] {
  if (depth > 10) return [];
  const parts = list(schema.allOf).map((part) => resolve(document, part));
  return [...list(schema.required), ...parts.flatMap((part) => requiredNames(part, document, depth + 1))];
}

/** Types whose values can be listed. On a list or an object, an enum is a mistake or useless. */
function countedValues(schema: Raw, types: readonly string[]): readonly unknown[] | undefined {
  if (types.includes("array") || types.includes("object")) return undefined;
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum as unknown[];
  return "const" in schema ? [schema.const] : undefined;
}

function typesOf(schema: Raw): readonly string[] {
  const named = [schema.type]
    .flat()
    .filter((type): type is string => typeof type === "string" && type !== "null");
  if (named.length > 0) return named;
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return ["object"];
  if (schema.items || schema.prefixItems) return ["array"];
  if (schema.format === "binary" || schema.contentMediaType !== undefined) return ["string"];
  return Object.keys(schema)
    .flatMap((keyword) => LIMITED[keyword] ?? [])
    .slice(0, 1);
}

/** Limits without a type mean the type that they limit. */
const LIMITED: Readonly<Record<string, string>> = {
  minLength: "string",
  maxLength: "string",
  pattern: "string",
  minimum: "number",
  maximum: "number",
  exclusiveMinimum: "number",
  exclusiveMaximum: "number",
  minItems: "array",
  maxItems: "array",
};

function allowsNull(schema: Raw): boolean {
  const options = [...list(schema.oneOf), ...list(schema.anyOf)];
  return schema.nullable === true || list(schema.type).includes("null") || options.some(isNull);
}

function isMeaningful(schema: Raw): boolean {
  return Object.keys(schema).some((key) => MEANINGFUL.has(key));
}

const MEANINGFUL = new Set([
  ..."type properties items prefixItems enum const oneOf anyOf allOf additionalProperties patternProperties".split(
    " ",
  ),
  "required",
  ...Object.keys(LIMITED),
]);
