import type { Field, Shape } from "../model/shape.js";

/** What fits every one of the shapes (`allOf`): records become one record, other kinds the narrowest given. */
export function mergeAll(shapes: readonly Shape[]): Shape {
  return shapes.length === 0 ? { kind: "anything" } : shapes.reduce(merge);
}

function merge(one: Shape, other: Shape): Shape {
  if (one.kind === "anything" || other.kind === "anything") return mergeAnything(one, other);
  if (one.kind === "nullable" || other.kind === "nullable") return mergeNullable(one, other);
  if (one.kind === "either" || other.kind === "either") return mergeOptions(one, other);
  if (one.kind === "record" && other.kind === "record") return mergeRecords(one, other);
  if (one.kind === "list" && other.kind === "list") {
    return { ...present(one), ...present(other), kind: "list", of: merge(one.of, other.of) };
  }
  if (one.kind === "choice" && other.kind === "choice") return mergeChoices(one, other);
  if (one.kind === "text" && other.kind === "text") return { ...present(one), ...present(other) };
  if (one.kind === "number" && other.kind === "number") {
    return { ...present(one), ...present(other), integer: one.integer || other.integer };
  }
  return one.kind === "text" && other.kind === "choice" ? other : one;
}

/** A record that was cut has fields that nobody knows: what is merged with it stays open. */
function mergeAnything(one: Shape, other: Shape): Shape {
  if (isCut(one) && (other.kind === "record" || other.kind === "anything")) return one;
  if (isCut(other) && (one.kind === "record" || one.kind === "anything")) return other;
  return one.kind === "anything" ? other : one;
}

function isCut(shape: Shape): boolean {
  return shape.kind === "anything" && shape.note !== undefined;
}

function mergeNullable(one: Shape, other: Shape): Shape {
  const inner = merge(one.kind === "nullable" ? one.of : one, other.kind === "nullable" ? other.of : other);
  return one.kind === "nullable" && other.kind === "nullable" ? { kind: "nullable", of: inner } : inner;
}

/** Every option of the one with every option of the other. */
function mergeOptions(one: Shape, other: Shape): Shape {
  const [ones, others] = [one, other].map((shape) => (shape.kind === "either" ? shape.options : [shape]));
  if (ones!.length * others!.length > MOST_OPTIONS)
    return { kind: "anything", note: "Too many variants to be shown." };
  return { kind: "either", options: ones!.flatMap((first) => others!.map((second) => merge(first, second))) };
}

const MOST_OPTIONS = 64;

type ChoiceShape = Extract<Shape, { kind: "choice" }>;

/** Two choices with nothing in common are a mistake of the document; the first one stands then. */
function mergeChoices(one: ChoiceShape, other: ChoiceShape): Shape {
  const values = one.values.filter((value) => other.values.includes(value));
  return values.length > 0 ? { kind: "choice", values } : one;
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

/** What a shape says; a member that is undefined must not overwrite. */
function present<T extends object>(shape: T): T {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as T;
}
