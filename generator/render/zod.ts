import type { Field, Shape } from "../model/shape.js";
import { key, literal } from "./literal.js";

/** The zod expression that checks a tool's arguments, as source text. It never changes values and adds no defaults. */
export function inputExpression(fields: readonly Field[]): string {
  return `z.strictObject(${objectExpression(fields)})`;
}

function objectExpression(fields: readonly Field[]): string {
  return `{${fields.map((field) => `${key(field.name)}: ${fieldExpression(field)}`).join(", ")}}`;
}

function fieldExpression({ shape, required, words }: Field): string {
  const optional = required ? "" : ".optional()";
  return `${printShape(shape)}${optional}${words === undefined ? "" : `.describe(${literal(words)})`}`;
}

/** A shape as a zod expression. It leaves patterns out, because a pattern of a document could take forever to match. */
function printShape(shape: Shape): string {
  switch (shape.kind) {
    case "text":
      return textExpression(shape);
    case "choice":
      return `z.enum([${shape.values.map(literal).join(", ")}])`;
    case "number":
      if (shape.values) return `z.literal([${shape.values.join(", ")}])`;
      return numberExpression(shape);
    case "flag":
      return "z.boolean()";
    case "file":
      return "fileArgument()";
    case "list":
      return `z.array(${printShape(shape.of)})${bound("min", shape.minItems)}${bound("max", shape.maxItems)}`;
    case "record":
      return recordExpression(shape.fields, shape.rest);
    case "either":
      return `z.union([${shape.options.map(printShape).join(", ")}])`;
    case "nullable":
      return `${printShape(shape.of)}.nullable()`;
    // `any` instead of `unknown`: the contract may have a type for what is untyped or cut here.
    case "anything":
      return "z.any()";
  }
}

/** `z.int()` refuses numbers above 2^53, which JSON has already rounded. Their digits come as text. */
function numberExpression({ integer, large, minimum, maximum }: Extract<Shape, { kind: "number" }>): string {
  const type = integer ? "z.int()" : "z.number()";
  const number = `${type}${bound("min", minimum)}${bound("max", maximum)}`;
  return large ? `z.union([${number}, digits()])` : number;
}

function textExpression(shape: Extract<Shape, { kind: "text" }>): string {
  if (shape.format === "date") return "z.iso.date()";
  if (shape.format === "date-time") return "z.iso.datetime({ offset: true, local: true })";
  return `z.string()${bound("min", shape.minLength)}${bound("max", shape.maxLength)}`;
}

function recordExpression(fields: readonly Field[], rest: Shape | undefined): string {
  if (rest === undefined) return `z.strictObject(${objectExpression(fields)})`;
  if (fields.length === 0) return `z.record(z.string(), ${printShape(rest)})`;
  return `z.object(${objectExpression(fields)}).catchall(${printShape(rest)})`;
}

function bound(method: "min" | "max", value: number | undefined): string {
  return value === undefined ? "" : `.${method}(${String(value)})`;
}
