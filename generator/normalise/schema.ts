import type { Field, Shape } from "../model/shape.js";
import { mergeAll } from "./merge.js";
import { list, number, record, target, text, type Raw } from "./raw.js";

/** Levels of nesting past which a schema is cut, with a note in its place. */
export const MOST_LEVELS = 8;

/** Which side of the wire a schema describes: what is read-only is no part of a request, and the reverse. */
export type Side = "request" | "answer";

interface Place {
  readonly document: Raw;
  readonly side: Side;
  readonly level: number;
  /** References that are being followed, outermost first. */
  readonly trail: readonly string[];
}

/** Turns a JSON Schema of OpenAPI 3.0 or 3.1 into a shape. Recursion is cut where a schema meets itself again. */
export function shapeOf(document: Raw, schema: unknown, side: Side): Shape {
  return read(schema, { document, side, level: 0, trail: [] });
}

function read(given: unknown, place: Place): Shape {
  const schema = record(given);
  if (place.level > MOST_LEVELS) return { kind: "anything", note: `Cut at ${MOST_LEVELS} levels.` };
  if (typeof schema.$ref === "string") return follow(schema.$ref, schema, place);
  const shape = withoutNull(schema, place);
  return allowsNull(schema) ? nullable(shape) : shape;
}

function follow(reference: string, schema: Raw, place: Place): Shape {
  if (place.trail.includes(reference)) {
    return { kind: "anything", note: `The same again as ${reference.split("/").at(-1)}, cut here.` };
  }
  const shape = read(target(place.document, reference), { ...place, trail: [...place.trail, reference] });
  return schema.nullable === true ? nullable(shape) : shape;
}

function withoutNull(schema: Raw, place: Place): Shape {
  if (Array.isArray(schema.allOf)) return combined(schema, place);
  const options = alternatives(schema);
  if (options) return either(options.map((option) => read(withBase(schema, option, place), place)));
  if (Array.isArray(schema.enum)) return counted(schema.enum);
  if ("const" in schema) return counted([schema.const]);
  const types = typesOf(schema);
  if (types.length > 1) return either(types.map((type) => byType(type, schema, place)));
  return byType(types[0], schema, place);
}

function byType(type: string | undefined, schema: Raw, place: Place): Shape {
  switch (type) {
    case "string":
      return string(schema);
    case "integer":
    case "number":
      return {
        kind: "number",
        integer: type === "integer",
        minimum: number(schema.minimum),
        maximum: number(schema.maximum),
      };
    case "boolean":
      return { kind: "flag" };
    case "array":
      return {
        kind: "list",
        of: read(schema.items ?? {}, deeper(place)),
        minItems: number(schema.minItems),
        maxItems: number(schema.maxItems),
      };
    case "object":
      return object(schema, place);
    default:
      return { kind: "anything" };
  }
}

function string(schema: Raw): Shape {
  if (schema.format === "binary" || schema.contentMediaType === "application/octet-stream")
    return { kind: "file" };
  const format = schema.format === "date" || schema.format === "date-time" ? schema.format : undefined;
  return {
    kind: "text",
    format,
    pattern: text(schema.pattern),
    minLength: number(schema.minLength),
    maxLength: number(schema.maxLength),
  };
}

function object(schema: Raw, place: Place): Shape {
  const required = new Set(list(schema.required));
  const fields: Field[] = Object.entries(record(schema.properties)).flatMap(([name, property]) => {
    const facts = peek(property, place.document);
    if (facts[place.side === "request" ? "readOnly" : "writeOnly"] === true) return [];
    return {
      name,
      required: required.has(name),
      shape: read(property, deeper(place)),
      words: text(record(property).description) ?? text(facts.description),
      default: facts.default,
    };
  });
  return { kind: "record", fields, rest: restOf(schema, fields.length === 0, place) };
}

/** An object that names no fields is free-form unless it says that it is empty. */
function restOf(schema: Raw, free: boolean, place: Place): Shape | undefined {
  const more = schema.additionalProperties ?? (schema.patternProperties ? true : undefined);
  if (more === false) return undefined;
  if (more === undefined) return free ? { kind: "anything" } : undefined;
  return more === true ? { kind: "anything" } : read(more, deeper(place));
}

function combined(schema: Raw, place: Place): Shape {
  const { allOf, nullable: _, ...own } = schema;
  const parts = list(allOf).map((part) => read(part, place));
  const rest = Object.keys(own).some((key) => MEANINGFUL.has(key)) ? [read(own, place)] : [];
  return mergeAll([...parts, ...rest]);
}

/** The options of oneOf or anyOf, unless all that they add is which fields are required together. */
function alternatives(schema: Raw): readonly unknown[] | undefined {
  const options = [schema.oneOf, schema.anyOf]
    .find(Array.isArray)
    ?.filter((option) => record(option).type !== "null");
  if (!options?.length) return undefined;
  const onlyRequired = options.every((option) =>
    Object.keys(record(option)).every((key) => key === "required"),
  );
  return onlyRequired ? undefined : options;
}

/** Fields that stand beside oneOf hold for every option. */
function withBase(schema: Raw, option: unknown, place: Place): unknown {
  if (!schema.properties) return option;
  const { oneOf: _one, anyOf: _any, nullable: _null, ...base } = schema;
  return { allOf: [base, option], ...(place.level > MOST_LEVELS ? {} : undefined) };
}

function either(options: readonly Shape[]): Shape {
  const bare = options.map((option) => (option.kind === "nullable" ? option.of : option));
  const distinct = [...new Map(bare.map((option) => [JSON.stringify(option), option])).values()];
  const shape = joined(distinct);
  return options.some((option) => option.kind === "nullable") ? nullable(shape) : shape;
}

function joined(options: readonly Shape[]): Shape {
  if (options.length === 1) return options[0]!;
  if (options.some((option) => option.kind === "anything")) return { kind: "anything" };
  if (options.every((option) => option.kind === "choice")) {
    return { kind: "choice", values: [...new Set(options.flatMap((option) => option.values))] };
  }
  return { kind: "either", options };
}

function counted(values: readonly unknown[]): Shape {
  const real = values.filter((value) => value !== null);
  const shape = countedReal(real);
  return real.length < values.length ? nullable(shape) : shape;
}

function countedReal(values: readonly unknown[]): Shape {
  if (values.length === 0) return { kind: "anything" };
  if (values.every((value) => typeof value === "string"))
    return { kind: "choice", values: [...new Set(values)] };
  if (values.every((value) => typeof value === "number")) {
    return { kind: "number", integer: values.every(Number.isInteger), values };
  }
  return values.every((value) => typeof value === "boolean") ? { kind: "flag" } : { kind: "anything" };
}

function typesOf(schema: Raw): readonly string[] {
  const named = [schema.type]
    .flat()
    .filter((type): type is string => typeof type === "string" && type !== "null");
  if (named.length > 0) return named;
  if (schema.properties || schema.additionalProperties) return ["object"];
  return schema.items ? ["array"] : [];
}

function allowsNull(schema: Raw): boolean {
  const options = [...list(schema.oneOf), ...list(schema.anyOf)];
  return (
    schema.nullable === true ||
    list(schema.type).includes("null") ||
    options.some((option) => record(option).type === "null")
  );
}

function nullable(shape: Shape): Shape {
  return shape.kind === "nullable" || shape.kind === "anything" ? shape : { kind: "nullable", of: shape };
}

/** The keywords of a property that concern its field and not its shape, through a reference. */
function peek(property: unknown, document: Raw): Raw {
  const schema = record(property);
  const outer = Array.isArray(schema.allOf) && schema.allOf.length === 1 ? record(schema.allOf[0]) : schema;
  return typeof outer.$ref === "string" ? { ...target(document, outer.$ref), ...schema } : schema;
}

function deeper(place: Place): Place {
  return { ...place, level: place.level + 1 };
}

const MEANINGFUL = new Set([
  "type",
  "properties",
  "items",
  "enum",
  "const",
  "oneOf",
  "anyOf",
  "additionalProperties",
]);
