import { dereference, validate, type OutputUnit, type Schema } from "@cfworker/json-schema";
import { list, record, type ApiDocument } from "./document.js";
import { isRecord, type Json } from "../values.js";

/** A request may leave out required fields that are readOnly. An answer may leave out those that are writeOnly. */
type Purpose = "request" | "answer";

export interface Validity {
  /** Why a value is not valid, each as `place: reason`. Empty if it is valid. */
  faults(schema: unknown, value: unknown, purpose: Purpose): string[];
  isValid(schema: unknown, value: unknown, purpose: Purpose): boolean;
}

/** Judges values by schemas of one document. Schemas are interpreted, so a large document costs nothing before it is used. */
export function createValidity(document: ApiDocument): Validity {
  const judges: Readonly<Record<Purpose, Judge>> = {
    request: createJudge(document, "request"),
    answer: createJudge(document, "answer"),
  };
  return {
    faults: (schema, value, purpose) => judges[purpose](schema, value, false).map(explained),
    isValid: (schema, value, purpose) => judges[purpose](schema, value, true).length === 0,
  };
}

type Judge = (schema: unknown, value: unknown, stopsAtFirst: boolean) => readonly OutputUnit[];

const BASE = new URL("https://contract.invalid/");

function createJudge(document: ApiDocument, purpose: Purpose): Judge {
  const lookup: Record<string, Schema | boolean> = {};
  const names = new Map<string, string>();
  const ready = new WeakMap<object, Schema>();
  let inline = 0;

  function prepared(schema: unknown): Schema | boolean {
    if (!isRecord(schema)) return schema !== false;
    const found = ready.get(schema) ?? (toJsonSchema(schema, { purpose, nameOf }) as Schema);
    if (!ready.has(schema)) {
      ready.set(schema, found);
      dereference(found, lookup, BASE, `/inline/${++inline}`);
    }
    return found;
  }

  /** A shared schema is converted when the first reference to it is. */
  function nameOf(reference: string): string {
    const known = names.get(reference);
    if (known !== undefined) return known;
    const name = `/shared/${names.size}`;
    names.set(reference, name);
    const target = document.resolve({ $ref: reference });
    dereference(toJsonSchema(target, { purpose, nameOf }), lookup, BASE, name);
    return name;
  }

  return (schema, value, stopsAtFirst) =>
    validate(value, prepared(schema), "2020-12", lookup, stopsAtFirst).errors;
}

interface Conversion {
  readonly purpose: Purpose;
  /** The pointer of a shared schema, by the document's reference. */
  readonly nameOf: (reference: string) => string;
}

const SCHEMAS = ["additionalProperties", "items", "not", "contains", "propertyNames"];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const MAPS = ["properties", "patternProperties"];
const PLAIN = [
  "const",
  "enum",
  "multipleOf",
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "uniqueItems",
  "maxProperties",
  "minProperties",
  "type",
];

/** A schema of OpenAPI 3.0 or 3.1 as JSON Schema, with only the keywords that validate. */
function toJsonSchema(schema: unknown, conversion: Conversion): Json | boolean {
  if (!isRecord(schema)) return schema !== false;
  const convert = (one: unknown) => toJsonSchema(one, conversion);
  const has = (name: string) => schema[name] !== undefined;
  const converted: Json = {
    ...Object.fromEntries(PLAIN.filter(has).map((name) => [name, schema[name]])),
    ...Object.fromEntries(SCHEMAS.filter(has).map((name) => [name, convert(schema[name])])),
    ...Object.fromEntries(LISTS.filter(has).map((name) => [name, list(schema[name]).map(convert)])),
    ...Object.fromEntries(
      MAPS.filter(has).map((name) => [
        name,
        Object.fromEntries(Object.entries(record(schema[name])).map(([key, one]) => [key, convert(one)])),
      ]),
    ),
    ...limits(schema),
    ...requiredOf(schema, conversion.purpose),
    ...patternOf(schema.pattern),
    ...formatOf(schema.format),
    ...(typeof schema.$ref === "string" ? { $ref: `#${conversion.nameOf(schema.$ref)}` } : {}),
  };
  return schema.nullable === true ? orNull(converted) : converted;
}

/** OpenAPI 3.0 marks a limit as exclusive with a boolean. */
function limits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Json): Json {
  return {
    ...bound("minimum", "exclusiveMinimum", minimum, exclusiveMinimum),
    ...bound("maximum", "exclusiveMaximum", maximum, exclusiveMaximum),
  };
}

function bound(name: string, exclusive: string, limit: unknown, mark: unknown): Json {
  if (mark === true) return { [exclusive]: limit };
  return {
    ...(limit === undefined ? {} : { [name]: limit }),
    ...(typeof mark === "number" ? { [exclusive]: mark } : {}),
  };
}

function requiredOf({ required, properties }: Json, purpose: Purpose): Json {
  const mark = purpose === "request" ? "readOnly" : "writeOnly";
  const names = list(required).filter((name) => record(record(properties)[String(name)])[mark] !== true);
  return names.length > 0 ? { required: names } : {};
}

/** Formats that documents use with the meaning that JSON Schema gives them. */
const FORMATS = new Set(["date", "date-time", "email", "ipv4", "ipv6", "uuid", "uri"]);

function formatOf(format: unknown): Json {
  return FORMATS.has(String(format)) ? { format } : {};
}

/** Callers choose the texts, so only patterns that are fast for any text are checked. */
function patternOf(pattern: unknown): Json {
  return typeof pattern === "string" && isCheap(pattern) ? { pattern } : {};
}

/** At most one part repeats without a limit, it is not a group, and the pattern begins at the start. Then it is linear. */
function isCheap(pattern: string): boolean {
  const bare = pattern.replace(/\\./gs, "a").replace(/\[[^[\]]*\]/g, "a");
  const endless = bare.match(/[*+]|\{\d+,\}/g) ?? [];
  const isAnchored = bare.startsWith("^") && !bare.includes("|");
  if (endless.length > 0 && !isAnchored) return false;
  if (endless.length > 1 || /\)([*+]|\{\d)/.test(bare)) return false;
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}

/** The specification requires a `type` next to `nullable`. Documents mean null without it too. */
function orNull(schema: Json): Json {
  return { anyOf: [{ type: "null" }, schema] };
}

/** Errors of an outer schema only repeat that an inner one failed. */
function explained({ instanceLocation, error }: OutputUnit): string {
  const place = instanceLocation.replace(/^#\/?/, "").replaceAll("/", ".");
  return place === "" ? error : `${place}: ${error}`;
}
