import type { Shape } from "../model/shape.js";
import { clipped } from "../describe/plain.js";
import { isVisible } from "./prose.js";
import type { Raw } from "./raw.js";
import { isDigits, isRounded } from "./scalars.js";

/** An input whose default is read. */
interface Defaulted {
  readonly schema: Raw;
  readonly name: string;
  readonly shape: Shape;
}

/** The default of an input, if it is short enough to show. A default of the wrong type is reported and left out. */
export function defaultOf({ schema, name, shape }: Defaulted, report: (what: string) => void): unknown {
  const { default: value } = schema;
  if (value === undefined || value === null) return undefined;
  const types = [schema.type].flat().filter((type) => typeof type === "string");
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    report(
      `The default of ${name} is ${clipped(JSON.stringify(value), 40)}, which is not of type ${types.join(" or ")}. It is not shown.`,
    );
    return undefined;
  }
  if (holdsRounded(value) || !canSendDigits(value, shape)) {
    report(`The default of ${name} has more digits than a number can keep. It is not shown.`);
    return undefined;
  }
  if (
    Array.isArray(schema.enum) &&
    typeof value !== "object" &&
    !schema.enum.some(
      (one) => String(one) === String(value) || (isDigits(value) && Number(one) === Number(value)),
    )
  ) {
    report(
      `The default of ${name} is ${clipped(JSON.stringify(value), 40)}, which its enum does not have. It is not shown.`,
    );
    return undefined;
  }
  const json = JSON.stringify(value);
  return json.length <= LONGEST && isVisible(json) ? value : undefined;
}

/**
 * Inputs without defaults. A PATCH leaves a missing field as it is, so a default would say that it is reset. Items of a
 * list keep theirs, because a list is sent whole.
 */
export function withoutDefaults<T extends { readonly default?: unknown; readonly shape: Shape }>(
  inputs: readonly T[],
): T[] {
  return inputs.map(({ default: _usual, ...input }) => ({ ...input, shape: bare(input.shape) }) as T);
}

function bare(shape: Shape): Shape {
  if (shape.kind === "record") return { ...shape, fields: withoutDefaults(shape.fields) };
  return shape.kind === "nullable" ? { ...shape, of: bare(shape.of) } : shape;
}

/** Whether a number in the value lost digits when the document was read. */
function holdsRounded(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isRounded(value);
  return Object.values(value).some(holdsRounded);
}

/** Whether calls can send all digits of the integers past 2^53 in a value, which it has as text. */
function canSendDigits(value: unknown, shape: Shape): boolean {
  switch (shape.kind) {
    case "number":
      return !isDigits(value) || shape.large === true;
    case "nullable":
      return canSendDigits(value, shape.of);
    case "either":
      return shape.options.some((option) => canSendDigits(value, option));
    case "list":
      return !Array.isArray(value) || value.every((item) => canSendDigits(item, shape.of));
    case "record": {
      const rest = shape.rest ?? ANYTHING;
      const shapes = new Map(shape.fields.map((field) => [field.name, field.shape]));
      return Object.entries(Object(value) as object).every(([key, member]) =>
        canSendDigits(member, shapes.get(key) ?? rest),
      );
    }
    case "anything":
      return !holdsDigits(value);
    case "text":
    case "choice":
    case "flag":
    case "file":
      return true;
  }
}

const ANYTHING: Shape = { kind: "anything" };

function holdsDigits(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isDigits(value);
  return Object.values(value).some(holdsDigits);
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value) || isDigits(value);
    case "number":
      return typeof value === "number" || isDigits(value);
    default:
      return typeof value === type || !KNOWN.has(type);
  }
}

const KNOWN = new Set(["string", "boolean"]);

const LONGEST = 100;
