import { isNull } from "../../normalise/alternatives.js";
import { list, type Raw } from "../../normalise/raw.js";

/** Keywords that limit the values of a type. */
export const LIMITS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "pattern",
  "format",
] as const;

/** The JSON types that a schema allows, without null. Empty where it allows any type. */
export function typesOf(schema: Raw): string[] {
  const named = [schema.type].flat().filter((type): type is string => typeof type === "string");
  const real = named.filter((type) => type !== "null");
  if (real.length > 0) return real;
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return ["object"];
  if (schema.items || schema.prefixItems) return ["array"];
  const values = valuesOf(schema);
  if (!values) return [];
  return [...new Set(values.map((value) => (Number.isInteger(value) ? "integer" : typeof value)))];
}

/** The values that a schema lists, without null. */
export function valuesOf(schema: Raw): readonly unknown[] | undefined {
  const given = Array.isArray(schema.enum) && schema.enum.length > 0 ? (schema.enum as unknown[]) : undefined;
  const values = given ?? ("const" in schema ? [schema.const] : undefined);
  const real = values?.filter((value) => value !== null);
  return real === undefined || real.length === 0 ? undefined : real;
}

/** Whether a schema allows null. */
export function allowsNull(schema: Raw): boolean {
  const options = [...list(schema.oneOf), ...list(schema.anyOf)];
  const isListed = Array.isArray(schema.enum) && schema.enum.includes(null) && schema.type === undefined;
  return schema.nullable === true || list(schema.type).includes("null") || options.some(isNull) || isListed;
}

/** The limits of schemas that all apply at once. */
export function limitsOf(parts: readonly Raw[]): Raw {
  const stated = parts.flatMap((part) =>
    LIMITS.flatMap((name) => (part[name] === undefined || part[name] === false ? [] : [[name, part[name]]])),
  );
  return plainLimits(Object.fromEntries(stated) as Raw);
}

/** Gives exclusive bounds one form: a flag next to the bound in OpenAPI 3.0, a number in 3.1. */
function plainLimits(limits: Raw): Raw {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...others } = limits;
  return Object.fromEntries(
    Object.entries({
      ...others,
      ...(exclusiveMinimum === true ? { exclusiveMinimum: minimum } : { minimum, exclusiveMinimum }),
      ...(exclusiveMaximum === true ? { exclusiveMaximum: maximum } : { maximum, exclusiveMaximum }),
    }).filter(([, value]) => value !== undefined),
  );
}

/** Whether a schema has a keyword that limits or describes its values. */
export function hasConstraints(schema: Raw): boolean {
  return Object.keys(schema).some((key) => CONSTRAINTS.has(key) && schema[key] !== undefined);
}

/** All other keywords are documentation, or describe the field and not its value. */
const CONSTRAINTS: ReadonlySet<string> = new Set([
  ..."type nullable properties required items prefixItems enum const oneOf anyOf additionalProperties".split(
    " ",
  ),
  ..."patternProperties unevaluatedProperties discriminator".split(" "),
  ...LIMITS,
]);

/** A schema without its `allOf`, for callers that already have the schemas in it. */
export function withoutAllOf(part: Raw): Raw {
  if (part.allOf === undefined) return part;
  const { allOf: _, ...own } = part;
  return own;
}

/** The name of a shared schema, from a reference to it. */
export function nameOf(reference: string): string | undefined {
  return reference
    .match(/^#\/components\/schemas\/([^/]+)$/)?.[1]
    ?.replaceAll("~1", "/")
    .replaceAll("~0", "~");
}
