import type { JsonObject } from "./rewrite.js";

/**
 * The document with the values of each enum in the order that they had before, where only their order changed. Such a
 * change is not a fact, so an import writes nothing for it.
 */
export function withFormerOrder(document: JsonObject, before: unknown): JsonObject {
  return ordered(document, before, "") as JsonObject;
}

function ordered(value: unknown, before: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    if (!Array.isArray(before)) return value;
    if (key === "enum" && haveSameValues(value, before)) return before;
    return value.map((item, index) => ordered(item, before[index], ""));
  }
  if (!isObject(value) || !isObject(before)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, ordered(member, before[name], name)]),
  );
}

function haveSameValues(one: readonly unknown[], other: readonly unknown[]): boolean {
  const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();
  return texts(one).join("\n") === texts(other).join("\n");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
