import type { Node, OptionNode } from "./node.js";

/** What a schema takes, in a phrase. */
export function typeOf(node: Node): string {
  const options = node.options.map(({ node: option }) => option);
  if (options.length > 0) return [...new Set(options.slice(0, MOST_SHOWN).map(plainTypeOf))].join(" or ");
  return plainTypeOf(node);
}

/** An option with its name or its fields, so that a reader can tell which one it is. */
export function described({ name, node }: OptionNode): string {
  const type = typeOf(node);
  const fields = [...node.fields.keys()];
  const shown = fields.length > MOST_FIELDS ? [...fields.slice(0, MOST_FIELDS), "…"] : fields;
  const hint = [name, shown.length > 0 ? `with ${shown.join(", ")}` : undefined].filter(
    (one) => one !== undefined,
  );
  return hint.length === 0 ? type : `${type} (${hint.join(" ")})`;
}

/** The first values of a list. The document has all of them. */
export function valueList(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_SHOWN).map(quoted).join(", ");
  return values.length > MOST_SHOWN ? `${shown} and ${values.length - MOST_SHOWN} more` : shown;
}

export function quoted(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

const MOST_SHOWN = 12;
const MOST_FIELDS = 4;
const MOST_CHARACTERS = 200;

function plainTypeOf(node: Node): string {
  if (node.values) return `one of ${valueList(node.values)}`;
  if (node.types.length === 0) return "anything";
  return node.types.map((type) => (type === "array" ? listOf(node) : (NAMES[type] ?? type))).join(" or ");
}

function listOf({ items }: Node): string {
  const [type] = items?.types ?? [];
  return `a list of ${type === undefined ? "anything" : (NAMES[type] ?? type)}`;
}

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
};
