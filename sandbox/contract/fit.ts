import { isItem, Ref, type Item } from "../store/store.js";
import type { World } from "../world.js";
import type { Schema } from "./contract.js";
import { isRecord } from "../values.js";

/**
 * A value as JSON text in the shape that the contract declares: picks the declared fields, follows pointers and computes
 * fields. Missing fields become null, or are left out if null is not allowed. The result is always valid, and follows
 * the contract when a repair changes it.
 */
export function fit(schema: Schema | undefined, value: unknown, world: World): string {
  const text = schema ? printerOf(schema)(value, { world, known: new Map() }) : json(plain(value, world));
  return text ?? "null";
}

/** A list in the same form, with a text for each entry. */
export function fitList(
  entry: Schema | undefined,
  values: readonly unknown[],
  world: World,
): readonly string[] {
  const fitting: Fitting = { world, known: new Map() };
  const print: Printer = entry ? printerOf(entry) : (value) => json(plain(value, world));
  const entries = values.map((value) => print(value, fitting)).filter(isPrinted);
  return ["[", ...entries.map((text, index) => (index === 0 ? text : `,${text}`)), "]"];
}

/** The state and the printed items so far. Lists often point at the same few people and teams. */
interface Fitting {
  readonly world: World;
  readonly known: Map<Schema, Map<Item, string | undefined>>;
}

/** Prints a value by one schema. Undefined means that the field is left out. */
type Printer = (value: unknown, fitting: Fitting) => string | undefined;

const printers = new WeakMap<Schema, Printer>();

function printerOf(schema: Schema): Printer {
  const made = printers.get(schema);
  if (made) return made;
  const absent = nothing(schema);
  const print = presentPrinter(schema, absent);
  const printer: Printer = (given, fitting) => {
    const value = given instanceof Ref ? fitting.world.resolve(given) : given;
    return value === undefined || value === null ? absent : print(value, fitting);
  };
  printers.set(schema, printer);
  return printer;
}

/** Prints a value that is neither missing nor null. `absent` is printed for a value that does not fit. */
function presentPrinter(schema: Schema, absent: Absent): Printer {
  if (schema.oneOf ?? schema.anyOf) return (value, { world }) => json(plain(value, world));
  if (schema.enum) {
    const choices = new Map(schema.enum.map((choice) => [choice, json(choice)]));
    return (value) => choices.get(value) ?? absent;
  }
  switch (schema.type) {
    case "array":
      return arrayPrinter(printerOf(schema.items ?? anything));
    case "string":
      return textPrinter(schema, absent);
    case "integer":
      return (value) => number(integer(schema, value), absent);
    case "number":
      return (value) => number(Number(value), absent);
    case "boolean":
      return (value) => String(typeof value === "boolean" ? value : value === "true");
    default:
      return recordPrinter(schema, absent);
  }
}

/** What is printed for a missing value. */
type Absent = "null" | undefined;

const anything: Schema = {};

function arrayPrinter(printEntry: Printer): Printer {
  return (value, fitting) => {
    let text = "";
    for (const entry of list(value)) {
      const printed = printEntry(entry, fitting);
      if (isPrinted(printed)) text += text === "" ? printed : `,${printed}`;
    }
    return `[${text}]`;
  };
}

function isPrinted(text: string | undefined): text is string {
  return text !== undefined && text !== "null";
}

/** Prints an item once for each answer. */
function recordPrinter(schema: Schema, absent: Absent): Printer {
  const print = fieldsPrinter(schema, absent);
  return (value, fitting) => {
    if (!isItem(value)) return print(value, fitting);
    let known = fitting.known.get(schema);
    if (!known) fitting.known.set(schema, (known = new Map<Item, string | undefined>()));
    if (known.has(value)) return inOnePiece(known.get(value));
    const printed = print(value, fitting);
    known.set(value, printed);
    return printed;
  };
}

/**
 * V8 keeps a text that was added up as a tree, and walks it for each place of the text. A search makes it one text. That
 * is worth its time for a text with a second place.
 */
function inOnePiece(text: string | undefined): string | undefined {
  if (text !== undefined) anyText.test(text);
  return text;
}

const anyText = /^/;

function fieldsPrinter(schema: Schema, absent: Absent): Printer {
  const properties = propertiesOf(schema);
  const fields = Object.entries(properties ?? {}).map(([name, property]) => ({
    name,
    label: `${json(name)}:`,
    nextLabel: `,${json(name)}:`,
    print: printerOf(property),
  }));
  return (value, fitting) => {
    const { world } = fitting;
    // If the document declares one entity where the API has several, the first one is used for all.
    const source: unknown = Array.isArray(value) ? value[0] : value;
    if (properties === undefined && (schema.type !== "object" || isRecord(source)))
      return json(plain(source, world));
    const entity = source instanceof Ref ? world.resolve(source) : source;
    if (properties === undefined || typeof entity !== "object" || entity === null) return absent;
    const item = isItem(entity) ? entity : undefined;
    const stored = (item?.data ?? entity) as Record<string, unknown>;
    const computed = item && world.computed[item.collection];
    let text = "";
    for (const { name, label, nextLabel, print } of fields) {
      const compute = item && computed?.[name];
      const printed = print(compute ? compute(item, world) : stored[name], fitting);
      if (printed !== undefined) text += (text === "" ? label : nextLabel) + printed;
    }
    return `{${text}}`;
  };
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
function nothing(schema: Schema): Absent {
  if (!schema.nullable || schema.allOf?.some((part) => !part.nullable)) return undefined;
  return schema.enum && !schema.enum.includes(null) ? undefined : "null";
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textPrinter({ format }: Schema, absent: Absent): Printer {
  if (format?.startsWith("date")) return (value) => moment(format, value) ?? absent;
  return (value, { world }) => {
    if (typeof value === "string") return quoted(value);
    if (value instanceof Date) return json(value.toISOString());
    return json(typeof value === "object" ? JSON.stringify(plain(value, world)) : String(value));
  };
}

function moment(format: string, value: unknown): string | undefined {
  if (format === "date-time" && typeof value === "string" && stamp.test(value)) return `"${value}"`;
  const at = new Date(value as string);
  if (Number.isNaN(at.getTime())) return undefined;
  return json(format === "date" ? at.toISOString().slice(0, 10) : at.toISOString());
}

/** Values that the sandbox writes itself and never reads. */
const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function integer({ format }: Schema, value: unknown): number {
  const whole = Math.round(Number(value));
  return format === "int32" ? Math.max(-2147483648, Math.min(2147483647, whole)) : whole;
}

function number(value: number, absent: Absent): string | undefined {
  return Number.isFinite(value) ? json(value) : absent;
}

/** The same as JSON.stringify, which takes twice as long. */
function quoted(text: string): string {
  return needsEscapes.test(text) ? JSON.stringify(text) : `"${text}"`;
}

const needsEscapes = /["\\\u0000-\u001f\ud800-\udfff]/;

function json(value: unknown): string | undefined {
  return JSON.stringify(value);
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
