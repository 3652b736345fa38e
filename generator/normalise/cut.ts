import type { Shape } from "../model/shape.js";
import { clipped, plain } from "../describe/plain.js";
import { list, own, record, resolve, type Raw } from "./raw.js";
import type { SchemaPosition } from "./reading.js";

/** Whether a schema has inner schemas, so that reading it goes one level deeper. */
export function nests(schema: Raw): boolean {
  const hasMembers = Object.keys(record(schema.properties)).length > 0;
  return hasMembers || Object.keys(record(schema.additionalProperties)).length > 0 || isFilled(schema.items);
}

/** Replaces a schema that is nested too deep by one of the same type, with a note of its content. */
export function cutOf(schema: Raw, position: SchemaPosition): Shape {
  const isList = isListOf(schema);
  const members = Object.keys(membersOf(isList ? schema.items : schema, position.document));
  const what = isList ? "Items" : "An object";
  const named = members.length === 0 ? "" : ` with ${plain(members.join(", "))}`;
  return typedAs(schema, `${clipped(what + named, LONGEST_NOTE)}; cut at level ${position.levels}.`);
}

/** Replaces a schema inside itself by one of the same type, with a note of what it repeats. */
export function cutRecursion(reference: string, schema: Raw): Shape {
  const name = plain(reference.split("/").at(-1)!);
  // The number of another file of the document says nothing.
  return typedAs(schema, `The same again${/^\d+$/.test(name) ? "" : ` as ${name}`}, cut here.`);
}

/** Keeps the type of a cut schema, because some clients refuse a schema without a type. */
function typedAs(schema: Raw, note: string): Shape {
  const anything: Shape = { kind: "anything" };
  if (isListOf(schema)) return { kind: "list", of: { ...anything, note } };
  const isObject = schema.type === "object" || schema.properties || schema.additionalProperties;
  return isObject ? { kind: "record", fields: [], rest: anything, note } : { ...anything, note };
}

function isListOf(schema: Raw): boolean {
  return schema.type === "array" || (schema.properties === undefined && schema.items !== undefined);
}

const LONGEST_NOTE = 160;

function isFilled(items: unknown): boolean {
  return Object.keys(record(items)).length > 0;
}

function membersOf(schema: unknown, document: Raw): Raw {
  const found = resolve(document, schema);
  const parts = list(found.allOf).map((part) => own(resolve(document, part), "properties"));
  return Object.assign({}, record(found.properties), ...parts.map(record)) as Raw;
}
