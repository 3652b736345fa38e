import { follow, same, type Json } from "./independent-json.js";

/** How deep schemas are compared. */
export const DEPTH = 5;

export type Side = "request" | "answer";
type Facts = Map<string, Set<string>>;

const compared = new WeakMap<object, WeakMap<object, Map<Side, Set<string>>>>();

/** Paths at which two schemas have different facts. Of a new or removed subtree, only the top. */
export function schemaDifferences(base: Json, head: Json, was: Json, is: Json, side: Side): Set<string> {
  const known = compared.get(was)?.get(is)?.get(side);
  if (known) return known;
  const [before, after] = [factsOf(base, was, side, DEPTH), factsOf(head, is, side, DEPTH)];
  const paths = new Set<string>();
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    // A field without a type says nothing, but it is there.
    const isOneSided = before.has(path) !== after.has(path);
    if (isOneSided || !same([...before.get(path)!].sort(), [...after.get(path)!].sort())) paths.add(path);
  }
  const found = new Set([...paths].filter((path) => !isBelowOneSided(path, before, after)));
  const inner = compared.get(was) ?? new WeakMap();
  compared.set(was, inner);
  inner.set(is, (inner.get(is) ?? new Map()).set(side, found));
  return found;
}

function isBelowOneSided(path: string, before: Facts, after: Facts): boolean {
  for (let at = parentOf(path); at !== undefined; at = parentOf(at)) {
    if (before.has(at) !== after.has(at)) return true;
  }
  return false;
}

function parentOf(path: string): string | undefined {
  if (path === "") return undefined;
  return path.endsWith("[]") ? path.slice(0, -2) : path.slice(0, path.lastIndexOf("."));
}

const flattened = new WeakMap<object, Map<string, Facts>>();

/** Facts of a schema by path. References, parts and options are read in place. */
function factsOf(document: Json, schema: Json, side: Side, depth: number): Facts {
  if (typeof schema !== "object" || schema === null) return new Map([["", new Set()]]);
  const kept = flattened.get(schema) ?? new Map<string, Facts>();
  flattened.set(schema, kept);
  const known = kept.get(`${side} ${depth}`);
  if (known) return known;
  const facts: Facts = new Map([["", new Set<string>()]]);
  kept.set(`${side} ${depth}`, facts);
  collect(document, schema, side, depth, facts, []);
  return facts;
}

function collect(
  document: Json,
  schema: Json,
  side: Side,
  depth: number,
  facts: Facts,
  trail: readonly Json[],
): void {
  if (typeof schema !== "object" || schema === null || trail.includes(schema)) return;
  const inside = [...trail, schema];
  const own = facts.get("")!;
  if (typeof schema.$ref === "string") {
    if (schema.nullable === true) own.add("null");
    return collect(document, follow(document, schema), side, depth, facts, inside);
  }
  scalarFacts(schema, own);
  for (const part of schema.allOf ?? []) collect(document, part, side, depth, facts, inside);
  const options = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const real = options.filter((option) => option?.type !== "null");
  if (real.length < options.length) own.add("null");
  if (real.length > 1) own.add(`options ${real.length}`);
  for (const option of real) collect(document, option, side, depth, facts, inside);
  if (schema.items && depth > 0) merge(facts, "[]", factsOf(document, schema.items, side, depth - 1));
  const more = schema.additionalProperties;
  if (typeof more === "object" && depth > 0) merge(facts, ".*", factsOf(document, more, side, depth - 1));
  else if (more === false) merge(facts, ".*", new Map([["", new Set(["closed"])]]));
  for (const name of schema.required ?? [])
    if (depth > 0) merge(facts, `.${name}`, new Map([["", new Set(["required"])]]));
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    fieldFacts(document, name, property, schema, side, depth, facts);
}

function fieldFacts(
  document: Json,
  name: string,
  property: Json,
  schema: Json,
  side: Side,
  depth: number,
  facts: Facts,
): void {
  const target = follow(document, property) ?? {};
  const hidden = side === "request" ? "readOnly" : "writeOnly";
  if (property?.[hidden] === true || target[hidden] === true || depth <= 0) return;
  const inner = new Map(
    [...factsOf(document, property, side, depth - 1)].map(([path, set]) => [path, new Set(set)]),
  );
  const own = inner.get("")!;
  const usual = property?.default ?? target.default;
  if (side === "request" && usual !== undefined) own.add(`default ${JSON.stringify(usual)}`);
  if (property?.deprecated === true) own.add("deprecated");
  merge(facts, `.${name}`, inner);
}

const LIMITS =
  "minimum maximum multipleOf minLength maxLength minItems maxItems uniqueItems minProperties maxProperties pattern format".split(
    " ",
  );

function scalarFacts(schema: Json, facts: Set<string>): void {
  for (const type of [schema.type].flat()) if (type) facts.add(type === "null" ? "null" : `type ${type}`);
  if (!schema.type && schema.properties) facts.add("type object");
  if (schema.nullable === true) facts.add("null");
  for (const value of schema.enum ?? []) if (value !== null) facts.add(`value ${JSON.stringify(value)}`);
  if (schema.const !== undefined) facts.add(`value ${JSON.stringify(schema.const)}`);
  for (const name of LIMITS)
    if (schema[name] !== undefined && schema[name] !== false)
      facts.add(`${name} ${JSON.stringify(schema[name])}`);
  for (const name of ["exclusiveMinimum", "exclusiveMaximum"])
    if (schema[name] !== undefined && schema[name] !== false)
      facts.add(`${name} ${JSON.stringify(schema[name])}`);
}

function merge(facts: Facts, prefix: string, inner: Facts): void {
  for (const [path, set] of inner) {
    const known = facts.get(prefix + path) ?? new Set<string>();
    facts.set(prefix + path, known);
    for (const fact of set) known.add(fact);
  }
}
