import type { Answers, AnswerType } from "../contract/answers.js";
import type { JsonObjectSchema } from "../contract/catalogue.js";
import { besideValue, nameIn, openType, wholeTypeOf, type OpenType, type Scalar } from "./types.js";

type Schema = Readonly<Record<string, unknown>>;

/** How a type becomes a JSON Schema. */
export interface SchemaOptions {
  /** Objects have no other fields than the declared ones, and the required ones. */
  readonly closed: boolean;
  /** Records that are nested deeper are any object. */
  readonly levels: number;
  /** The schema of a type with a name, in place of its content. */
  readonly named?: (name: string) => Schema;
  /** Whether the server hides the values of fields with this name. */
  readonly isHidden?: (name: string) => boolean;
}

/**
 * A tool's `outputSchema`. It fits the concise and the full view, and results whose value is reshaped by `fields`. It
 * accepts fields that the contract does not have, because an API may add some at any time.
 */
export function outputSchemaOf(
  answers: Answers,
  tool: string,
  isHidden?: SchemaOptions["isHidden"],
): JsonObjectSchema {
  const options = { closed: false, levels: SERVED_LEVELS, ...(isHidden ? { isHidden } : {}) };
  const open = openType(answers, wholeTypeOf(answers, tool));
  const own = open.kind === "record" ? open.fields : {};
  const properties = Object.entries(own).map(([name, type]): [string, unknown] => {
    const beside = besideValue[name];
    const types = beside === undefined || beside === type ? [type] : [type, beside];
    return [name, anyOf(types.map((one) => fieldSchema(answers, name, one, options)))];
  });
  const notes = Object.entries(besideValue)
    .filter(([name]) => !Object.hasOwn(own, name) && ALWAYS.has(name))
    .map(([name, type]): [string, unknown] => [name, typeSchema(answers, type, options)]);
  return { type: "object", properties: Object.fromEntries([...properties, ...notes]) };
}

/** Deeper records are shown in part only, by the full view too. */
const SERVED_LEVELS = 1;

/** Fields that any result may have next to its value. The others are rare, and not worth their tokens. */
const ALWAYS = new Set(["result", "note", "cut"]);

/** A type as a JSON Schema. */
export function typeSchema(answers: Answers, type: AnswerType, options: SchemaOptions): Schema {
  const open = openType(answers, type);
  const name = options.named && nameIn(type);
  const schema = name === undefined ? schemaOf(answers, open, options) : options.named!(name);
  return open.isNull && Object.keys(schema).length > 0 ? orNull(schema) : schema;
}

function schemaOf(answers: Answers, open: OpenType, options: SchemaOptions): Schema {
  switch (open.kind) {
    case "scalar":
      return {
        ...scalarSchemas[open.scalar],
        ...(open.unit === undefined ? {} : { description: open.unit }),
      };
    case "choice":
      return { type: "string", enum: open.values };
    case "list":
      return { type: "array", items: typeSchema(answers, open.of, options) };
    case "either":
      return anyOf(open.options.map((option) => typeSchema(answers, option, options)));
    case "record":
      return options.levels < 0 ? { type: "object" } : recordSchema(answers, open, options);
  }
}

const scalarSchemas: Readonly<Record<Scalar, Schema>> = {
  text: { type: "string" },
  date: { type: "string", format: "date" },
  "date-time": { type: "string", format: "date-time" },
  integer: { type: "integer" },
  digits: { type: ["integer", "string"] },
  number: { type: "number" },
  flag: { type: "boolean" },
  anything: {},
};

function recordSchema(
  answers: Answers,
  { fields, required, rest }: Extract<OpenType, { kind: "record" }>,
  options: SchemaOptions,
): Schema {
  const inner = { ...options, levels: options.levels - 1 };
  const properties = Object.entries(fields).map(
    ([name, type]) => [name, fieldSchema(answers, name, type, inner)] as const,
  );
  const more = rest === undefined ? {} : typeSchema(answers, rest, inner);
  const isClosed = options.closed && rest === undefined;
  return {
    type: "object",
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(options.closed && required.length > 0 ? { required } : {}),
    ...(isClosed ? { additionalProperties: false } : {}),
    ...(Object.keys(more).length > 0 ? { additionalProperties: more } : {}),
  };
}

/** Another text replaces a hidden value, of whatever type it is. */
function fieldSchema(answers: Answers, name: string, type: AnswerType, options: SchemaOptions): Schema {
  const schema = typeSchema(answers, type, options);
  return options.isHidden?.(name) ? anyOf([schema, { type: "string" }]) : schema;
}

function anyOf(schemas: readonly Schema[]): Schema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  if (distinct.some((schema) => Object.keys(schema).length === 0)) return {};
  return distinct.length === 1 ? distinct[0]! : { anyOf: distinct };
}

function orNull(schema: Schema): Schema {
  const { type, enum: values, ...more } = schema;
  if (type === undefined) return anyOf([schema, { type: "null" }]);
  return {
    type: [...[type].flat(), "null"],
    ...(Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}),
    ...more,
  };
}
