/** A JSON schema as it is listed. */
export type Schema = Readonly<Record<string, unknown>>;

/** What a schema takes, such as `a list of text`. */
export function typeName(schema: Schema): string {
  if (Array.isArray(schema.anyOf))
    return schema.anyOf.map((option) => typeName(option as Schema)).join(" or ");
  if (Array.isArray(schema.enum)) return `one of ${valueList(schema.enum)}`;
  if (schema.type === "array") return `a list of ${typeName((schema.items ?? {}) as Schema)}`;
  return NAMES[String(schema.type)] ?? "anything";
}

/** An option with its fields, which distinguish it from others. */
export function optionName(schema: Schema): string {
  const { properties = {} } = (schema.type === "array" ? schema.items : schema) as Schema;
  const fields = Object.keys(properties as object);
  if (fields.length === 0) return typeName(schema);
  const shown = fields.length > MOST_FIELDS ? [...fields.slice(0, MOST_FIELDS), "…"] : fields;
  return `${typeName(schema)} (with ${shown.join(", ")})`;
}

const MOST_FIELDS = 4;

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  object: "an object",
};

/** The first values of a list. The document has all of them. */
export function valueList(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map(show).join(", ");
  return values.length > 12 ? `${shown} and ${values.length - 12} more` : shown;
}

/** A value, with texts as they are. */
export function show(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
