import { isDeepStrictEqual } from "node:util";
import { asItStands, componentRef, isObject, type JsonObject, rewrite } from "./rewrite.js";

/**
 * Some generators write each schema twice, as `Pet` and as `NullablePet`, which is `Pet` or null. If `target` is such a
 * twin, returns the name of the plain schema and the nullable reference for the twin.
 */
export function plainOf(
  root: Readonly<Record<string, unknown>>,
  target: { readonly file: string; readonly path: string; readonly node: unknown },
  rootFile: string,
): { readonly name: string; readonly nullableReference: JsonObject } | undefined {
  const twinName = /^\/components\/schemas\/Nullable([^/]+)$/.exec(target.path)?.[1];
  if (twinName === undefined || target.file !== rootFile || !isObject(target.node)) return undefined;
  const name = twinName.replaceAll("~1", "/").replaceAll("~0", "~");
  const plain = schemaOf(root, name);
  if (!isObject(plain)) return undefined;
  const [plainFacts, twinFacts] = [factsOf(plain), factsOf(target.node)];
  const ref = componentRef("Schema", name);
  const isCopy = isDeepStrictEqual(withoutNull(twinFacts), withoutNull(plainFacts));
  if (!isCopy && !isWrapper(twinFacts, ref)) return undefined;
  return { name, nullableReference: nullable(ref, plainFacts, String(root.openapi)) };
}

function schemaOf(root: Readonly<Record<string, unknown>>, name: string): unknown {
  const schemas = isObject(root.components) ? root.components.schemas : undefined;
  return isObject(schemas) && Object.hasOwn(schemas, name) ? schemas[name] : undefined;
}

function factsOf(schema: Readonly<Record<string, unknown>>): JsonObject {
  return rewrite("Schema", schema, "#", { onReference: asItStands, onMisfit: () => {} }) as JsonObject;
}

/** The twin may wrap the plain schema: `{ allOf: [{ $ref }] }`, or in 3.1 `{ anyOf: [{ $ref }, { type: null }] }`. */
function isWrapper(twin: JsonObject, ref: string): boolean {
  const { type: _type, nullable: _nullable, ...rest } = twin;
  const parts = Object.values(rest).flat();
  return (
    parts.length > 0 &&
    parts.every((part) => isPart(part, ref)) &&
    /^(allOf|anyOf|oneOf)$/.test(Object.keys(rest).join())
  );
}

function isPart(part: unknown, ref: string): boolean {
  return isDeepStrictEqual(part, { $ref: ref }) || isDeepStrictEqual(part, { type: "null" });
}

/** The twin may also repeat the plain schema, and only add null. */
function withoutNull({ nullable: _nullable, type, ...rest }: JsonObject): JsonObject {
  if (!Array.isArray(type)) return { type, ...rest };
  const types = (type as readonly string[]).filter((name) => name !== "null");
  return { type: types.length === 1 ? types[0] : types, ...rest };
}

/** In OpenAPI 3.0 `nullable` only applies next to a `type`, so the plain schema's type is repeated. */
function nullable(ref: string, { type }: JsonObject, version: string): JsonObject {
  if (!version.startsWith("3.0")) return { anyOf: [{ $ref: ref }, { type: "null" }] };
  return { ...(typeof type === "string" ? { type } : {}), nullable: true, allOf: [{ $ref: ref }] };
}
