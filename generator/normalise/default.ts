import type { Shape } from "../model/shape.js";
import { clipped } from "../describe/plain.js";
import { isVisible } from "./prose.js";
import type { Raw } from "./raw.js";
import { isRounded } from "./scalars.js";

/** The default of an input, if it is short enough to show. A default of the wrong type is reported and left out. */
export function defaultOf(schema: Raw, name: string, report: (what: string) => void): unknown {
  const { default: value } = schema;
  if (value === undefined || value === null) return undefined;
  const types = [schema.type].flat().filter((type) => typeof type === "string");
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    report(
      `The default of ${name} is ${clipped(JSON.stringify(value), 40)}, which is not of type ${types.join(" or ")}. It is not shown.`,
    );
    return undefined;
  }
  if (holdsRounded(value)) {
    report(`The default of ${name} has more digits than a number can keep. It is not shown.`);
    return undefined;
  }
  if (
    Array.isArray(schema.enum) &&
    typeof value !== "object" &&
    !schema.enum.map(String).includes(String(value))
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

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type || !KNOWN.has(type);
  }
}

const KNOWN = new Set(["string", "number", "boolean"]);

const LONGEST = 100;
