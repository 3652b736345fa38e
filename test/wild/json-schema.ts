import { Ajv } from "ajv";
import formats from "ajv-formats";

export type Json = Readonly<Record<string, unknown>>;

/** An independent validator. */
export function validator(): Ajv {
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    allErrors: true,
    verbose: true,
    logger: false,
  });
  formats.default(ajv);
  return ajv;
}

/** OpenAPI 3.0 has ways of its own to write a schema. @param isMap whether the keys are names of the document's own */
export function asJsonSchema(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => asJsonSchema(item));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, member]) => isMap || isOfJsonSchema(key, member, value as Json),
  );
  return Object.fromEntries(
    entries.map(([key, member]) => [key, asJsonSchema(member, !isMap && MAPS.has(key))]),
  );
}

const MAPS = new Set(["properties", "schemas", "components", "patternProperties"]);

/** `nullable` without a type means nothing to ajv, bounds that are flags are of an older JSON Schema, and examples are data. */
function isOfJsonSchema(key: string, member: unknown, schema: Json): boolean {
  if (key === "nullable") return schema.type !== undefined;
  if (/^exclusiveM/.test(key)) return typeof member !== "boolean";
  return !["example", "examples", "default", "discriminator", "id"].includes(key);
}
