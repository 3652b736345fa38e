import { isItem, Ref, type Item } from "../store/store.js";
import type { World } from "../world.js";
import type { Schema } from "./contract.js";
import { isRecord } from "../values.js";

/**
 * Shapes a value as the contract declares it: picks the declared fields, follows pointers and computes fields. Missing
 * fields become null, or are left out if null is not allowed. The result is always valid, and follows the contract when
 * a repair changes it.
 */
export function fit(schema: Schema | undefined, value: unknown, world: World): unknown {
  const fitted = schema ? shape(schema, value, { world, known: new Map() }) : plain(value, world);
  return fitted === undefined ? null : fitted;
}

/** The state and the shaped items so far. Lists often point at the same few people and teams. */
interface Fitting {
  readonly world: World;
  readonly known: Map<Schema, Map<Item, unknown>>;
}

function shape(schema: Schema, given: unknown, fitting: Fitting): unknown {
  const { world } = fitting;
  const value = given instanceof Ref ? world.resolve(given) : given;
  if (value === undefined || value === null) return nothing(schema);
  if (schema.oneOf ?? schema.anyOf) return plain(value, world);
  if (schema.enum) return schema.enum.includes(value) ? value : nothing(schema);
  switch (schema.type) {
    case "array":
      return list(value)
        .map((entry) => shape(schema.items ?? anything, entry, fitting))
        .filter((entry) => entry != null);
    case "string":
      return text(schema, value, world);
    case "integer":
      return integer(schema, value);
    case "number":
      return finite(Number(value), schema);
    case "boolean":
      return typeof value === "boolean" ? value : value === "true";
    default:
      return isItem(value) ? recordOnce(schema, value, fitting) : record(schema, value, fitting);
  }
}

const anything: Schema = {};

function recordOnce(schema: Schema, item: Item, fitting: Fitting): unknown {
  const known = fitting.known.get(schema) ?? new Map<Item, unknown>();
  fitting.known.set(schema, known);
  if (!known.has(item)) known.set(item, record(schema, item, fitting));
  return known.get(item);
}

function record(schema: Schema, value: unknown, fitting: Fitting): unknown {
  const { world } = fitting;
  const properties = propertiesOf(schema);
  // If the document declares one entity where the API has several, the first one is used for all.
  const source: unknown = Array.isArray(value) ? value[0] : value;
  if (properties === undefined && (schema.type !== "object" || isRecord(source))) return plain(source, world);
  if (properties === undefined) return nothing(schema);
  if (typeof source !== "object" || source === null) return nothing(schema);
  const entity = source instanceof Ref ? world.resolve(source) : source;
  if (!entity) return nothing(schema);
  const fields: Record<string, unknown> = {};
  for (const name in properties) {
    const field = shape(properties[name]!, read(entity, name, world), fitting);
    if (field !== undefined) fields[name] = field;
  }
  return fields;
}

/** A computed or stored field of an item, or a field of a plain object. */
export function read(entity: object, name: string, world: World): unknown {
  if (!isItem(entity)) return (entity as Record<string, unknown>)[name];
  const compute = world.computed[entity.collection]?.[name];
  return compute ? compute(entity, world) : entity.data[name];
}

const known = new WeakMap<Schema, Readonly<Record<string, Schema>> | null>();

/** The properties of an object schema with its allOf parts merged; undefined for a free-form object. */
export function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  if (!known.has(schema)) {
    const parts = (schema.allOf ?? []).map(propertiesOf);
    const merged: Readonly<Record<string, Schema>> = Object.assign({}, ...parts, schema.properties) as Record<
      string,
      Schema
    >;
    known.set(schema, Object.keys(merged).length > 0 ? merged : null);
  }
  return known.get(schema) ?? undefined;
}

// Strictly, `nullable` next to an allOf allows null only if each part does. Then a missing value is left out.
function nothing(schema: Schema): null | undefined {
  if (!schema.nullable || schema.allOf?.some((part) => !part.nullable)) return undefined;
  return schema.enum && !schema.enum.includes(null) ? undefined : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function text(schema: Schema, value: unknown, world: World): string | null | undefined {
  if (schema.format?.startsWith("date")) {
    if (schema.format === "date-time" && typeof value === "string" && stamp.test(value)) return value;
    const at = new Date(value as string);
    if (Number.isNaN(at.getTime())) return nothing(schema);
    return schema.format === "date" ? at.toISOString().slice(0, 10) : at.toISOString();
  }
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(plain(value, world)) : String(value);
}

/** Values that the sandbox writes itself and never reads. */
const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function integer(schema: Schema, value: unknown): number | null | undefined {
  const number = Math.round(Number(value));
  if (schema.format !== "int32") return finite(number, schema);
  return finite(Math.max(-2147483648, Math.min(2147483647, number)), schema);
}

function finite(number: number, schema: Schema): number | null | undefined {
  return Number.isFinite(number) ? number : nothing(schema);
}

/** A value as JSON: pointers become `{ id, name }`, items become their stored and computed fields. */
function plain(value: unknown, world: World): unknown {
  if (value instanceof Ref) return succinct(world.resolve(value));
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((entry) => plain(entry, world));
  if (value === null || typeof value !== "object") return value;
  if (!isItem(value)) return mapFields(value as Record<string, unknown>, world);
  const names = Object.keys(world.computed[value.collection] ?? {});
  const computed = Object.fromEntries(names.map((name) => [name, read(value, name, world)]));
  return mapFields({ ...value.data, ...computed }, world);
}

function mapFields(fields: Record<string, unknown>, world: World): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shallow(field, world)]));
}

function shallow(field: unknown, world: World): unknown {
  if (isItem(field)) return succinct(field);
  if (Array.isArray(field)) return field.map((entry) => shallow(entry, world));
  return plain(field, world);
}

function succinct(item: Item | undefined): Record<string, unknown> | null {
  return item ? { id: item.id, name: item.data.name ?? item.data.slug ?? null } : null;
}
