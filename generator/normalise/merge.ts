import type { Field, Shape } from "../model/shape.js";

/** What fits every one of the shapes (`allOf`): records become one record, other kinds the narrowest given. */
export function mergeAll(shapes: readonly Shape[]): Shape {
  return shapes.length === 0 ? { kind: "anything" } : shapes.reduce(merge);
}

function merge(one: Shape, other: Shape): Shape {
  if (one.kind === "anything") return other;
  if (other.kind === "anything") return one;
  if (one.kind === "nullable" || other.kind === "nullable") return mergeNullable(one, other);
  if (one.kind === "either")
    return { kind: "either", options: one.options.map((option) => merge(option, other)) };
  if (other.kind === "either")
    return { kind: "either", options: other.options.map((option) => merge(one, option)) };
  if (one.kind === "record" && other.kind === "record") return mergeRecords(one, other);
  return one.kind === "text" && other.kind === "choice" ? other : one;
}

function mergeNullable(one: Shape, other: Shape): Shape {
  const inner = merge(one.kind === "nullable" ? one.of : one, other.kind === "nullable" ? other.of : other);
  return one.kind === "nullable" && other.kind === "nullable" ? { kind: "nullable", of: inner } : inner;
}

type RecordShape = Extract<Shape, { kind: "record" }>;

function mergeRecords(one: RecordShape, other: RecordShape): Shape {
  const fields = new Map(one.fields.map((field) => [field.name, field]));
  for (const field of other.fields) {
    const before = fields.get(field.name);
    fields.set(field.name, before ? mergeFields(before, field) : field);
  }
  // A part that names no fields and is open says nothing against the other's closedness.
  const open = [one, other].filter((record) => record.fields.length > 0);
  const rest = open.length > 0 ? open.map((record) => record.rest).find(Boolean) : (one.rest ?? other.rest);
  return { kind: "record", fields: [...fields.values()], rest };
}

function mergeFields(one: Field, other: Field): Field {
  return {
    ...one,
    required: one.required || other.required,
    shape: merge(one.shape, other.shape),
    words: other.words ?? one.words,
    default: other.default ?? one.default,
  };
}
