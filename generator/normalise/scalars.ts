import type { Shape } from "../model/shape.js";
import { isVisible } from "./prose.js";
import { flagIn, number, text, type Raw } from "./raw.js";

/** A string schema: text, a date, or a file if the body can carry one. */
export function textOf(schema: Raw, files: boolean): Shape {
  if (files && isBinary(schema)) return { kind: "file" };
  const format = schema.format === "date" || schema.format === "date-time" ? schema.format : undefined;
  return {
    kind: "text",
    format,
    pattern: patternOf(schema),
    minLength: number(schema.minLength),
    maxLength: number(schema.maxLength),
  };
}

/**
 * A number schema. An exclusive bound of an integer becomes the next integer. Of other numbers it stays in the text.
 */
export function numberOf(schema: Raw, integer: boolean, report: Report): Shape {
  const step = integer ? 1 : 0;
  const minimum = bound(schema.minimum, schema.exclusiveMinimum, step, Math.max);
  const maximum = bound(schema.maximum, schema.exclusiveMaximum, -step, Math.min);
  const large = integer && (isDigits(schema.default) || isLarge(schema.format, minimum, maximum));
  if (!large) return { kind: "number", integer, minimum, maximum };
  const exact = (limit: number | undefined) => exactLimit(limit, report);
  return { kind: "number", integer, large, minimum: exact(minimum), maximum: exact(maximum) };
}

type Report = (what: string) => void;

/** An integer whose last digits were lost when the document was read. */
export function isRounded(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** The digits of an integer past 2^53 as text, as defaults have them. */
export function isDigits(value: unknown): boolean {
  return typeof value === "string" && /^-?\d+$/.test(value) && !Number.isSafeInteger(Number(value));
}

/** A rounded limit would be a wrong one. The limits of 64 bits say no more than the format. */
function exactLimit(limit: number | undefined, report: Report): number | undefined {
  if (!isRounded(limit)) return limit;
  if (Math.abs(limit!) < 2 ** 63)
    report(`A limit near ${limit} has more digits than a number can keep. It is not shown.`);
  return undefined;
}

/** Whether values may exceed 2^53, where JavaScript loses digits of JSON numbers. */
function isLarge(format: unknown, minimum = -Infinity, maximum = Infinity): boolean {
  const isWide = format === "int64" || format === "uint64";
  const isSafe = Number.isSafeInteger(minimum) && Number.isSafeInteger(maximum);
  return [minimum, maximum].some(isRounded) || (isWide && !isSafe);
}

/** A shape with only these values, from `enum` and `const`. A null among them makes it nullable. */
export function countedOf(values: readonly unknown[], type: string | undefined, report: Report): Shape {
  const real = values.filter((value) => value !== null).map((value) => typed(value, type));
  if (real.some(isRounded))
    report("An enum has integers with more digits than a number can keep. Any integer is accepted there.");
  const shape = countedReal(real);
  return real.length < values.length && shape.kind !== "anything" ? { kind: "nullable", of: shape } : shape;
}

/** An exclusive bound is a flag next to the bound in OpenAPI 3.0, and a number in 3.1. */
function bound(
  inclusive: unknown,
  exclusive: unknown,
  step: number,
  tighter: (...values: number[]) => number,
): number | undefined {
  const base = number(inclusive);
  if (exclusive === true && base !== undefined) return base + step;
  const beyond = number(exclusive);
  const found = [base, beyond === undefined ? undefined : beyond + step].filter(
    (value) => value !== undefined,
  );
  return found.length === 0 ? undefined : tighter(...found);
}

function isBinary({ format, contentMediaType, contentEncoding }: Raw): boolean {
  if (format === "binary") return true;
  const media = text(contentMediaType);
  return media !== undefined && contentEncoding === undefined && !/^text\/|[/+](json|xml)$/.test(media);
}

/** Clients may compile a pattern, so one that JavaScript cannot compile is left out. */
function patternOf(schema: Raw): string | undefined {
  const pattern = text(schema.pattern);
  if (pattern === undefined || pattern.length > LONGEST_PATTERN || !isVisible(pattern)) return undefined;
  // A literal of another language, such as /^x$/i, would match nothing.
  if (/^\/.*\/[a-z]*$/.test(pattern)) return undefined;
  try {
    new RegExp(pattern, "u");
    return pattern;
  } catch {
    return undefined;
  }
}

const LONGEST_PATTERN = 200;

/** YAML reads `enum: [1, no]` of a string as a number and a boolean. The type shows what was meant. */
function typed(value: unknown, type: string | undefined): unknown {
  if (type === "boolean" && typeof value === "string") return flagIn(value) ?? value;
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  const isNumeric = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  return (type === "integer" || type === "number") && isNumeric ? Number(value) : value;
}

function countedReal(values: readonly unknown[]): Shape {
  const strings = values.filter((value) => typeof value === "string");
  const numbers = values.filter((value) => typeof value === "number" && Number.isFinite(value)) as number[];
  const flags = values.filter((value) => typeof value === "boolean");
  if (strings.length + numbers.length + flags.length < values.length) return { kind: "anything" };
  const options: Shape[] = [
    ...(strings.length > 0 ? [choiceOf(strings)] : []),
    ...(numbers.length > 0 ? [numbersOf(numbers)] : []),
    ...(flags.length > 0 ? [{ kind: "flag" } as const] : []),
  ];
  if (options.length === 0) return { kind: "anything" };
  return options.length === 1 ? options[0]! : { kind: "either", options };
}

function numbersOf(values: readonly number[]): Shape {
  if (values.some(isRounded)) return { kind: "number", integer: true, large: true };
  return { kind: "number", integer: values.every(Number.isInteger), values: [...new Set(values)] };
}

/** An invisible value cannot be reviewed, so it is left out. */
function choiceOf(strings: readonly string[]): Shape {
  const values = [...new Set(strings)].filter(isVisible);
  return values.length === 0 ? { kind: "text" } : { kind: "choice", values };
}
