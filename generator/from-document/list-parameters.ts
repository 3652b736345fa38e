import { record, type OpenApiDocument, type Raw } from "../normalise/raw.js";
import { followed } from "./guess/answers.js";

/**
 * The document with a list for each query parameter whose name ends in `[]`. Some documents declare one value there,
 * such as `statuses[]` with an enum, but such a name is repeated for each value.
 */
export function withListParameters(document: OpenApiDocument): OpenApiDocument {
  const { components, paths } = document;
  const { parameters } = record(components);
  return {
    ...document,
    paths: mapValues(record(paths), (item) => inItem(document, record(item))),
    ...(parameters === undefined
      ? {}
      : {
          components: {
            ...record(components),
            parameters: mapValues(record(parameters), (one) => asList(document, one)),
          },
        }),
  };
}

function inItem(document: Raw, item: Raw): Raw {
  return mapValues(item, (value, key) => {
    if (key === "parameters") return inList(document, value);
    const { parameters } = record(value);
    return parameters === undefined ? value : { ...record(value), parameters: inList(document, parameters) };
  });
}

function inList(document: Raw, parameters: unknown): unknown {
  return Array.isArray(parameters) ? parameters.map((one: unknown) => asList(document, one)) : parameters;
}

function asList(document: Raw, given: unknown): unknown {
  const { in: place, name, style, schema } = record(given);
  if (place !== "query" || typeof name !== "string" || !name.endsWith("[]")) return given;
  if ((style ?? "form") !== "form" || !isOneValue(followed(document, schema))) return given;
  const { default: _one, ...items } = record(schema);
  return { ...record(given), explode: true, schema: { type: "array", items } };
}

function isOneValue({ type }: Raw): boolean {
  return type === "string" || type === "integer" || type === "number" || type === "boolean";
}

function mapValues(values: Raw, to: (value: unknown, key: string) => unknown): Raw {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, to(value, key)]));
}
