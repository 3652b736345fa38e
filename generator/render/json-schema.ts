import type { Field, Shape } from "../model/shape.js";
import type { JsonObjectSchema } from "../../runtime/contract/catalogue.js";

type Schema = Record<string, unknown>;

/** The input schema for tools/list: a flat object at its root, and nothing that a model does not need. */
export function inputSchema(fields: readonly Field[]): JsonObjectSchema {
  const { properties = {}, required } = objectSchema(fields) as { properties?: Schema; required?: string[] };
  return { type: "object", properties, ...(required ? { required } : {}) };
}

function objectSchema(all: readonly Field[], rest?: Shape): Schema {
  const fields = all.filter(({ hidden }) => !hidden);
  const required = fields.filter((field) => field.required).map((field) => field.name);
  return {
    type: "object",
    ...(fields.length > 0 || rest === undefined
      ? { properties: Object.fromEntries(fields.map(property)) }
      : {}),
    ...(required.length > 0 ? { required } : {}),
    ...additional(fields, rest),
  };
}

/** An open object with named fields does not say that it is open. One without fields says that it takes anything. */
function additional(fields: readonly Field[], rest: Shape | undefined): Schema {
  if (rest === undefined) return {};
  if (rest.kind !== "anything") return { additionalProperties: printSchema(rest) };
  return fields.length === 0 ? { additionalProperties: true } : {};
}

function property(field: Field): [string, Schema] {
  return [
    field.name,
    {
      ...(field.required ? withNull(field.shape) : printSchema(field.shape)),
      ...(field.words === undefined ? {} : { description: described(field) }),
      ...(field.default === undefined || field.default === null ? {} : { default: field.default }),
    },
  ];
}

/** A model cannot leave out a required field, so null is shown for it. */
function withNull(shape: Shape): Schema {
  const schema = printSchema(shape);
  if (shape.kind !== "nullable" || shape.of.kind === "anything") return schema;
  const options = (schema.anyOf as Schema[] | undefined) ?? [schema];
  return { anyOf: [...options, { type: "null" }] };
}

/** The note of a cut schema follows the description. */
function described({ words, shape }: Field): string {
  const note = shape.kind === "anything" || shape.kind === "record" ? shape.note : undefined;
  return note === undefined ? words! : `${words!} ${note}`;
}

/**
 * A shape as JSON Schema. Null is accepted but not shown: clients want one type, and a model can leave the field out.
 * `withNull` is for the fields that it cannot leave out.
 */
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
      return { type: "string", enum: shownChoices(shape.values) };
    case "number":
      return numberSchema(shape);
    case "flag":
      return { type: "boolean" };
    case "file":
      return fileSchema(shape.types);
    case "list":
      return present({
        type: "array",
        items: printSchema(shape.of),
        minItems: shape.minItems,
        maxItems: shape.maxItems,
      });
    case "record":
      return present({ ...objectSchema(shape.fields, shape.rest), description: shape.note });
    case "either":
      return { anyOf: shape.options.map(printSchema) };
    case "nullable":
      return printSchema(shape.of);
    case "anything":
      return present({ description: shape.note });
  }
}

/** An empty value is accepted but not shown: one agent SDK refuses the whole request if an enum has an empty text. */
function shownChoices(values: readonly string[]): readonly string[] {
  const shown = values.filter((value) => value !== "");
  return shown.length > 0 ? shown : values;
}

/** JSON loses digits of a number above 2^53, so it may also be given as text. */
function numberSchema({
  integer,
  large,
  values,
  minimum,
  maximum,
}: Extract<Shape, { kind: "number" }>): Schema {
  const type = integer ? "integer" : "number";
  const number = present({ type, enum: values, minimum, maximum });
  return large ? { anyOf: [number, { type: "string", pattern: "^-?[0-9]+$", description: LARGE }] } : number;
}

const LARGE = "The digits as text, for a number past 9007199254740991.";

/** `{filename, content_type, content_base64}`: a file in JSON. */
function fileSchema(types: readonly string[] = []): Schema {
  const isClosed = types.length > 1 && !types.some((type) => type.includes("*"));
  return {
    type: "object",
    properties: {
      content_base64: { type: "string" },
      content_type: present({
        type: "string",
        enum: isClosed ? types : undefined,
        description: !isClosed && types.length > 0 ? `One of ${types.join(", ")}.` : undefined,
      }),
      filename: { type: "string" },
    },
    required: ["content_base64"],
  };
}

function present(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
