import type { Field, Shape } from "../model/shape.js";
import { cutOf, nests } from "./cut.js";
import { defaultOf } from "./default.js";
import { isVisible, proseOf } from "./prose.js";
import { list, record, target, type Raw } from "./raw.js";
import { deeper, type SchemaPosition } from "./reading.js";

type Read = (schema: unknown, position: SchemaPosition) => Shape;

/**
 * Reads an object schema as a record; `read` reads its fields. Fields that the API sets are marked as hidden. Whether
 * they are shown is decided once the whole body is known.
 */
export function objectOf(schema: Raw, position: SchemaPosition, read: Read): Shape {
  const required = new Set(list(schema.required));
  const fields = Object.entries(record(schema.properties)).flatMap(([name, property]): Field[] => {
    const facts = factsOf(property, position.document);
    if (property === false || (position.side === "answer" && facts.writeOnly === true)) return [];
    if (!isVisible(name)) return leaveOut(required.has(name));
    const isReadOnly = position.side === "request" && facts.readOnly === true;
    const inner = deeper(position);
    const shape = isReadOnly && nests(facts) ? cutOf(facts, inner) : read(property, inner);
    return [
      {
        name,
        required: required.has(name),
        shape,
        words: proseOf(record(property).description ?? facts.description, position.words),
        default: defaultOf({ schema: facts, name, shape }, position.report),
        ...(isReadOnly ? { hidden: true } : {}),
      },
    ];
  });
  return { kind: "record", fields, rest: restOf(schema, fields.length === 0, position, read) };
}

/** A model cannot use a name that it cannot see. */
function leaveOut(isRequired: boolean): [] {
  if (isRequired) throw new Error("The name of a required field holds characters that can't be seen.");
  return [];
}

/** An object without named fields is free-form, unless it says that it is empty. */
function restOf(schema: Raw, free: boolean, position: SchemaPosition, read: Read): Shape | undefined {
  const more = schema.additionalProperties ?? schema.unevaluatedProperties;
  if (schema.patternProperties) return { kind: "anything" };
  if (more === false) return undefined;
  if (more === undefined) return free ? { kind: "anything" } : undefined;
  return more === true ? { kind: "anything" } : read(more, deeper(position));
}

/** Keywords of a property that belong to the field and not to its shape, through references. */
function factsOf(property: unknown, document: Raw): Raw {
  let facts = record(property);
  const seen = new Set<unknown>();
  for (let next = referenceIn(facts); next !== undefined && !seen.has(next);) {
    seen.add(next);
    const found = target(document, next);
    next = referenceIn(found);
    facts = { ...found, ...facts };
  }
  return facts;
}

function referenceIn(schema: Raw): string | undefined {
  const outer = Array.isArray(schema.allOf) && schema.allOf.length === 1 ? record(schema.allOf[0]) : schema;
  return typeof outer.$ref === "string" ? outer.$ref : undefined;
}
