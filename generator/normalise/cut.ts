import type { Shape } from "../model/shape.js";
import { clipped, plain } from "../describe/plain.js";
import { list, own, record, resolve, type Raw } from "./raw.js";
import type { Place } from "./reading.js";

/** Whether a schema holds others, so that reading it would lead a level deeper. */
export function nests(schema: Raw): boolean {
  const hasMembers = Object.keys(record(schema.properties)).length > 0;
  return hasMembers || Object.keys(record(schema.additionalProperties)).length > 0 || isFilled(schema.items);
}

/** What stands in the place of a schema that nests too deep: anything, with a note of what it would hold. */
export function cutOf(schema: Raw, place: Place): Shape {
  const isList = schema.properties === undefined && schema.items !== undefined;
  const members = Object.keys(membersOf(isList ? schema.items : schema, place.document));
  const what = isList ? "A list" : "An object";
  const named = members.length === 0 ? "" : ` with ${isList ? "items of " : ""}${plain(members.join(", "))}`;
  return { kind: "anything", note: `${clipped(what + named, LONGEST_NOTE)}; cut at level ${place.levels}.` };
}

/** What stands in the place of a schema within itself. */
export function cutRecursion(reference: string): Shape {
  return { kind: "anything", note: `The same again as ${plain(reference.split("/").at(-1)!)}, cut here.` };
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
