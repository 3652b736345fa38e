import type { Arguments } from "../contract/caller.js";

/** One text in the arguments. */
export interface ArgumentText {
  /** Keys and indexes from the root. */
  readonly at: readonly PropertyKey[];
  readonly text: string;
}

/** A parsed path such as `impacts[].id`. */
export type Steps = readonly string[];

export function stepsOf(path: string): Steps {
  return path.split(".").flatMap((step) => (step.endsWith("[]") ? [step.slice(0, -2), EACH] : [step]));
}

/** The texts at a path. Each item of a list of texts is one. */
export function textsAt(args: Arguments, steps: Steps): ArgumentText[] {
  return Object.hasOwn(args, steps[0]!) ? below(args, steps, []) : [];
}

/** The same arguments with another text at one path. Other parts are shared, not copied. */
export function withText<Value>(value: Value, [key, ...rest]: readonly PropertyKey[], text: string): Value {
  if (key === undefined) return text as Value;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? withText(item, rest, text) : item)) as Value;
  const held = (value as Record<PropertyKey, unknown>)[key];
  return { ...value, [key]: withText(held, rest, text) };
}

const EACH = "[]";

function below(
  value: unknown,
  [step, ...rest]: readonly string[],
  at: readonly PropertyKey[],
): ArgumentText[] {
  if (step === EACH) return each(value, (item, index) => below(item, rest, [...at, index]));
  if (step === undefined) return typeof value === "string" ? [{ at, text: value }] : each(value, textAt(at));
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return [];
  return below((value as Record<string, unknown>)[step], rest, [...at, step]);
}

function textAt(at: readonly PropertyKey[]) {
  return (item: unknown, index: number) =>
    typeof item === "string" ? [{ at: [...at, index], text: item }] : [];
}

function each(value: unknown, textsOf: (item: unknown, index: number) => ArgumentText[]): ArgumentText[] {
  return Array.isArray(value) ? value.flatMap(textsOf) : [];
}
