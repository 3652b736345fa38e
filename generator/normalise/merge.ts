import type { Field, Shape } from "../model/shape.js";
import { requiring } from "./join.js";

/** Called for parts of an `allOf` that a shape cannot express. */
type Report = (what: string) => void;

/** A shape that takes only what all shapes take (`allOf`). Records are merged, and the stricter limit applies. */
export function mergeAll(shapes: readonly Shape[], report: Report): Shape {
  return shapes.length === 0
    ? { kind: "anything" }
    : shapes.reduce((one, other) => merge(one, other, report));
}

function merge(one: Shape, other: Shape, report: Report): Shape {
  if (one.kind === "anything" || other.kind === "anything") return mergeAnything(one, other);
  if (one.kind === "nullable" || other.kind === "nullable") return mergeNullable(one, other, report);
  if (one.kind === "either" || other.kind === "either") return mergeOptions(one, other, report);
  if (one.kind === "record" && other.kind === "record") return mergeRecords(one, other, report);
  if (one.kind === "list" && other.kind === "list") return mergeLists(one, other, report);
  if (one.kind === "choice" && other.kind === "choice") return mergeChoices(one, other, report);
  if (one.kind === "text" && other.kind === "text") return mergeTexts(one, other, report);
  if (one.kind === "number" && other.kind === "number") return mergeNumbers(one, other, report);
  if (isNarrower(other, one)) return other;
  if (one.kind === other.kind || isNarrower(one, other)) return one;
  report(`An allOf asks for ${NAMES[one.kind]} and for ${NAMES[other.kind]} at once. Either is accepted.`);
  return { kind: "either", options: [one, other] };
}

function isNarrower(one: Shape, other: Shape): boolean {
  return other.kind === "text" && (one.kind === "choice" || one.kind === "file");
}

/** Whether a value may fit both. */
function canMeet(one: Shape, other: Shape): boolean {
  const isOpen = [one, other].some(
    ({ kind }) => kind === "anything" || kind === "nullable" || kind === "either",
  );
  return isOpen || one.kind === other.kind || isNarrower(one, other) || isNarrower(other, one);
}

type Named = Exclude<Shape["kind"], "anything" | "nullable" | "either">;

const NAMES: Readonly<Record<Named, string>> = {
  text: "a text",
  choice: "one of some texts",
  number: "a number",
  flag: "a boolean",
  file: "a file",
  list: "an array",
  record: "an object",
};

type Of<Kind extends Shape["kind"]> = Extract<Shape, { kind: Kind }>;

function mergeLists(one: Of<"list">, other: Of<"list">, report: Report): Shape {
  return {
    kind: "list",
    of: merge(one.of, other.of, report),
    minItems: most(one.minItems, other.minItems),
    maxItems: least(one.maxItems, other.maxItems),
  };
}

function mergeTexts(one: Of<"text">, other: Of<"text">, report: Report): Shape {
  const patterns = new Set([one.pattern, other.pattern].filter((pattern) => pattern !== undefined));
  if (patterns.size > 1) report(`An allOf asks for two patterns. Only ${one.pattern} is shown.`);
  return {
    kind: "text",
    format: one.format ?? other.format,
    pattern: one.pattern ?? other.pattern,
    minLength: most(one.minLength, other.minLength),
    maxLength: least(one.maxLength, other.maxLength),
  };
}

function mergeNumbers(one: Of<"number">, other: Of<"number">, report: Report): Shape {
  const values =
    one.values && other.values ? common(one.values, other.values, report) : (one.values ?? other.values);
  return {
    kind: "number",
    integer: one.integer || other.integer,
    ...(one.large || other.large ? { large: true } : {}),
    minimum: most(one.minimum, other.minimum),
    maximum: least(one.maximum, other.maximum),
    values,
  };
}

function most(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/** Two enums without a common value are a mistake in the document. The first one is used. */
function common<T>(one: readonly T[], other: readonly T[], report: Report): readonly T[] {
  const values = one.filter((value) => other.includes(value));
  if (values.length > 0) return values;
  report("An allOf has two enums without a value in common. Only the first one is shown.");
  return one;
}

function mergeChoices(one: Of<"choice">, other: Of<"choice">, report: Report): Shape {
  return { kind: "choice", values: common(one.values, other.values, report) };
}

/** A cut schema may hold anything, so a merge with it stays open. */
function mergeAnything(one: Shape, other: Shape): Shape {
  if (isCut(one) && (other.kind === "record" || other.kind === "anything")) return one;
  if (isCut(other) && (one.kind === "record" || one.kind === "anything")) return other;
  const [open, known] = one.kind === "anything" ? [one, other] : [other, one];
  const requires = open.kind === "anything" ? (open.requires ?? []) : [];
  if (known.kind !== "anything") return requiring(known, requires);
  return { ...known, requires: [...new Set([...requires, ...(known.requires ?? [])])] };
}

function isCut(shape: Shape): boolean {
  return shape.kind === "anything" && shape.note !== undefined;
}

function mergeNullable(one: Shape, other: Shape, report: Report): Shape {
  const inner = merge(
    one.kind === "nullable" ? one.of : one,
    other.kind === "nullable" ? other.of : other,
    report,
  );
  return one.kind === "nullable" && other.kind === "nullable" ? { kind: "nullable", of: inner } : inner;
}

/** Combines every option of one side with every option of the other. */
function mergeOptions(one: Shape, other: Shape, report: Report): Shape {
  const [ones, others] = [one, other].map((shape) => (shape.kind === "either" ? shape.options : [shape]));
  if (ones!.length * others!.length > MOST_OPTIONS)
    return { kind: "anything", note: "Too many variants to be shown." };
  const pairs = ones!.flatMap((first) => others!.map((second) => [first, second] as const));
  const meeting = pairs.filter(([first, second]) => canMeet(first, second));
  const [first, ...more] = (meeting.length > 0 ? meeting : pairs).map(([a, b]) => merge(a, b, report));
  return more.length === 0 ? first! : { kind: "either", options: [first!, ...more] };
}

const MOST_OPTIONS = 64;

function mergeRecords(one: Of<"record">, other: Of<"record">, report: Report): Shape {
  const fields = new Map(one.fields.map((field) => [field.name, field]));
  for (const field of other.fields) {
    const before = fields.get(field.name);
    fields.set(field.name, before ? mergeFields(before, field, report) : field);
  }
  // A part without fields that is open does not make a closed part open.
  const open = [one, other].filter((record) => record.fields.length > 0);
  const rest = open.length > 0 ? open.map((record) => record.rest).find(Boolean) : (one.rest ?? other.rest);
  const note = one.note ?? other.note;
  // A cut part has unknown fields, so the whole stays open.
  return note === undefined
    ? { kind: "record", fields: [...fields.values()], rest }
    : { kind: "record", fields: [...fields.values()], rest: rest ?? { kind: "anything" }, note };
}

function mergeFields(one: Field, other: Field, report: Report): Field {
  const { hidden, ...field } = one;
  return {
    ...field,
    // If one part allows writing a field, it can be written.
    ...(hidden && other.hidden ? { hidden } : {}),
    required: one.required || other.required,
    shape: merge(one.shape, other.shape, report),
    words: other.words ?? one.words,
    default: other.default ?? one.default,
  };
}
