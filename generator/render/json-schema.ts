import type { Field, Shape } from "../model/shape.js";
import type { JsonObjectSchema } from "../../runtime/contract/catalogue.js";

type Schema = Record<string, unknown>;

/** The input schema that tools/list answers: a flat object at its root, and no word more than a model needs. */
export function inputSchema(fields: readonly Field[]): JsonObjectSchema {
  const { properties, required } = objectSchema(fields) as { properties: Schema; required?: string[] };
  return { type: "object", properties, ...(required ? { required } : {}) };
}

function objectSchema(fields: readonly Field[], rest?: Shape): Schema {
  const required = fields.filter((field) => field.required).map((field) => field.name);
  return {
    type: "object",
    ...(fields.length > 0 || rest === undefined
      ? { properties: Object.fromEntries(fields.map(property)) }
      : {}),
    ...(required.length > 0 ? { required } : {}),
    // An open object needs no word of it; one whose further keys are typed does.
    ...(rest !== undefined && rest.kind !== "anything" ? { additionalProperties: printSchema(rest) } : {}),
  };
}

function property(field: Field): [string, Schema] {
  return [
    field.name,
    {
      ...printSchema(field.shape),
      ...(field.words === undefined ? {} : { description: described(field) }),
      ...(field.default === undefined || field.default === null ? {} : { default: field.default }),
    },
  ];
}

/** A note on a cut schema follows the words. */
function described({ words, shape }: Field): string {
  return shape.kind === "anything" && shape.note !== undefined ? `${words!} ${shape.note}` : words!;
}

/** A shape as JSON Schema. Null is taken but not shown: clients want one type, and a model that leaves out is right. */
function printSchema(shape: Shape): Schema {
  switch (shape.kind) {
    case "text":
      return present({
        type: "string",
        format: shape.format,
        pattern: shape.pattern,
        minLength: shape.minLength,
        maxLength: shape.maxLength,
      });
    case "choice":
      return { type: "string", enum: shape.values };
    case "number":
      return present({
        type: shape.integer ? "integer" : "number",
        minimum: shape.minimum ?? (shape.values && Math.min(...shape.values)),
        maximum: shape.maximum ?? (shape.values && Math.max(...shape.values)),
      });
    case "flag":
      return { type: "boolean" };
    case "file":
      return FILE;
    case "list":
      return present({
        type: "array",
        items: printSchema(shape.of),
        minItems: shape.minItems,
        maxItems: shape.maxItems,
      });
    case "record":
      return objectSchema(shape.fields, shape.rest);
    case "either":
      return { anyOf: shape.options.map(printSchema) };
    case "nullable":
      return printSchema(shape.of);
    case "anything":
      return present({ description: shape.note });
  }
}

/** `{filename, content_type, content_base64}`: a file as JSON can carry it. */
const FILE: Schema = {
  type: "object",
  properties: {
    content_base64: { type: "string" },
    content_type: { type: "string" },
    filename: { type: "string" },
  },
  required: ["content_base64"],
};

function present(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
