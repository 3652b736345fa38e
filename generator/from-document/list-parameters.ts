import { record, type OpenApiDocument, type Raw } from "../normalise/raw.js";
import { followed } from "./guess/answers.js";

/**
 * The document with a list for each query parameter whose name ends in `[]`. Some documents declare one value there,
 * such as `statuses[]` with an enum, but such a name is repeated for each value.
 */
export function withListParameters(document: OpenApiDocument): OpenApiDocument {
  const paths = mapped(record(document.paths), (item) => at(document, item, inItem));
  return { ...document, paths };
}

/** What a value or reference leads to, if `change` changes it; otherwise the value as it is. */
function at(document: Raw, given: unknown, change: (document: Raw, value: Raw) => Raw): unknown {
  const value = followed(document, given);
  const changed = change(document, value);
  return changed === value ? given : changed;
}

function inItem(document: Raw, item: Raw): Raw {
  return mapped(item, (value, key) =>
    key === "parameters" ? inList(document, value) : at(document, value, inOperation),
  );
}

function inOperation(document: Raw, operation: Raw): Raw {
  const parameters = inList(document, operation.parameters);
  return parameters === operation.parameters ? operation : { ...operation, parameters };
}

function inList(document: Raw, parameters: unknown): unknown {
  if (!Array.isArray(parameters)) return parameters;
  const all = parameters.map((one: unknown) => at(document, one, asList));
  return all.some((one, index) => one !== parameters[index]) ? all : parameters;
}

function asList(document: Raw, parameter: Raw): Raw {
  const { in: place, name, style = "form", schema } = parameter;
  if (place !== "query" || typeof name !== "string" || !name.endsWith("[]")) return parameter;
  if (style !== "form" || !isOneValue(followed(document, schema))) return parameter;
  const { default: _one, ...items } = record(schema);
  return { ...parameter, explode: true, schema: { type: "array", items } };
}

function isOneValue({ type }: Raw): boolean {
  return type === "string" || type === "integer" || type === "number" || type === "boolean";
}

/** The same object if no value changes. */
function mapped(values: Raw, to: (value: unknown, key: string) => unknown): Raw {
  const entries = Object.entries(values).map(([key, value]) => [key, to(value, key)] as const);
  return entries.some(([key, value]) => value !== values[key]) ? Object.fromEntries(entries) : values;
}
