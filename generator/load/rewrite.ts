import { pointer } from "../model/problem.js";
import { ImportError } from "./import-error.js";
import { type ObjectKind, type Place, placesOf, sectionOf } from "./positions.js";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A reference as it was found: `kind` is what OpenAPI expects there, `at` the JSON pointer of its place. */
export interface Reference {
  readonly kind: ObjectKind;
  readonly ref: string;
  /** The keywords beside `$ref`, rewritten; a reference means them only in OpenAPI 3.1. */
  readonly beside: JsonObject;
  readonly at: string;
}

/** Answers what stands in a reference's place. */
export type OnReference = (reference: Reference) => JsonObject;

/** Deep enough for any real document, and shallow enough for the stack. */
const deepest = 200;
/** FireHydrant's document has about 30,000 values; past this, YAML aliases are being multiplied. */
const mostValues = 10_000_000;

/**
 * Copies what `kind` may hold out of `node`, in a fixed order and by its place in OpenAPI: whatever the table of
 * places does not name stays behind. References are handed to `onReference`.
 * @throws ImportError where a value does not fit its place, or the document is too deep or too large.
 */
export function rewrite(
  kind: ObjectKind,
  node: unknown,
  at: string,
  onReference: OnReference,
): JsonObject | boolean {
  let values = 0;
  return copyObject(kind, node, at, 0);

  function copy(place: Place, value: unknown, where: string, depth: number): Json {
    if (depth > deepest) throw new ImportError(where, `it is nested more than ${deepest} levels deep`);
    if (++values > mostValues) throw new ImportError(where, `the document holds too many values`);
    if (place === "fact") return copyFact(value, where, depth);
    if (place === "blank") return "";
    if (place === "names") return sortedNames(value);
    if (place === "schemaName") return copySchemaName(value, where);
    if (typeof place === "string") return copyObject(place, value, where, depth);
    if ("list" in place) return copyList(place.list, value, where, depth);
    return copyMap(place.map, value, where, depth);
  }

  function copyObject(kind: ObjectKind, value: unknown, where: string, depth: number): JsonObject | boolean {
    if (typeof value === "boolean" && kind === "Schema") return value;
    const source = expectObject(kind, value, where);
    if (typeof source.$ref !== "string") return copyKeywords(kind, source, where, depth);
    const { $ref: ref, ...rest } = source;
    return onReference({ kind, ref: ref as string, beside: copyKeywords(kind, rest, where, depth), at: where });
  }

  function copyKeywords(kind: ObjectKind, source: Source, where: string, depth: number): JsonObject {
    const places = placesOf(kind);
    if (places["*"] !== undefined) return copyMap(places["*"], source, where, depth);
    const keywords = Object.entries(places).filter(([key, place]) => place === "blank" || isThere(source, key));
    return Object.fromEntries(
      keywords.map(([key, place]) => [key, copy(place, source[key], where + pointer(key), depth + 1)]),
    );
  }

  function copyMap(place: Place, value: unknown, where: string, depth: number): JsonObject {
    const source = expectObject("map", value, where);
    const keys = Object.keys(source).filter((key) => isThere(source, key) && !isExtension(place, key));
    return Object.fromEntries(
      keys.sort().map((key) => [key, copy(place, source[key], where + pointer(key), depth + 1)]),
    );
  }

  function copyList(place: Place, value: unknown, where: string, depth: number): Json {
    if (!Array.isArray(value)) throw new ImportError(where, "a list is expected here");
    const items = value.map((item, index) => copy(place, item, where + pointer(String(index)), depth + 1));
    return place === "Parameter" ? items.sort(byParameter) : items;
  }

  function copyFact(value: unknown, where: string, depth: number): Json {
    if (depth > deepest) throw new ImportError(where, `it is nested more than ${deepest} levels deep`);
    if (++values > mostValues) throw new ImportError(where, `the document holds too many values`);
    if (Array.isArray(value)) return value.map((item) => copyFact(item, where, depth + 1));
    if (!isObject(value)) return value as Json;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, copyFact(item, where, depth + 1)]),
    );
  }

  /** A mapping names a schema by itself or by reference; both are written as a reference, so both are followed. */
  function copySchemaName(value: unknown, where: string): Json {
    if (typeof value !== "string") throw new ImportError(where, "the name of a schema is expected here");
    const ref = /^[\w.-]+$/.test(value) && !/\.(json|ya?ml)$/.test(value) ? schemaRef(value) : value;
    const target = onReference({ kind: "Schema", ref, beside: {}, at: where });
    return typeof target.$ref === "string" ? target.$ref : ref;
  }
}

/** The reference to a shared object of the document itself. */
export function componentRef(kind: ObjectKind, name: string): string {
  return `#${pointer("components", sectionOf(kind) ?? kind, name)}`;
}

function schemaRef(name: string): string {
  return componentRef("Schema", name);
}

type Source = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Source {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function expectObject(kind: string, value: unknown, where: string): Source {
  if (isObject(value)) return value;
  throw new ImportError(where, `an object (${kind}) is expected here`);
}

/** An empty YAML value is null, and means that the keyword is not there; only a fact may be null. */
function isThere(source: Source, key: string): boolean {
  if (!Object.hasOwn(source, key) || source[key] === undefined) return false;
  return source[key] !== null || key === "default" || key === "const";
}

/** In the maps that OpenAPI lets be extended, an `x-` name is an extension; elsewhere it is a name like any other. */
function isExtension(place: Place, key: string): boolean {
  return key.startsWith("x-") && (place === "PathItem" || place === "Operation");
}

function sortedNames(value: unknown): Json {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((name) => typeof name === "string"))].sort();
}

const parameterPlaces = ["path", "query", "header", "cookie"];

/** The order of parameters means nothing to OpenAPI; a fixed one keeps the diff of an upstream change small. */
function byParameter(a: Json, b: Json): number {
  return compare(parameterKey(a), parameterKey(b));
}

function parameterKey(value: Json): string {
  const { $ref, in: place, name } = value as JsonObject;
  return typeof $ref === "string" ? `9${$ref}` : `${parameterPlaces.indexOf(String(place))}${String(name)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
