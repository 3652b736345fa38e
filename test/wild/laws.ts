import type { Catalogue, ListedTool } from "../../runtime/index.js";

/** All violations of the rules that all clients need, as text; empty for a valid catalogue. */
export function breaches({ tools, index }: Catalogue): string[] {
  const names = tools.flatMap(({ name }) =>
    [name, ...index[name]!.aliases, index[name]!.managed ?? []].flat(),
  );
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [...twice.map((name) => `${name} is a name twice`), ...tools.flatMap(breachesOf)];
}

function breachesOf(tool: ListedTool): string[] {
  const { name, title, description, annotations, inputSchema } = tool;
  const found = [
    /^[a-z][a-z0-9_]{0,47}$/.test(name) || "has a bad name",
    title !== "" || "has no title",
    description !== "" || "has no description",
    HINTS.every((hint) => typeof annotations[hint] === "boolean") || "has not all hints",
    inputSchema.type === "object" || "takes no object",
    !["anyOf", "oneOf", "allOf"].some((key) => key in inputSchema) || "is not a flat object",
    Object.keys(inputSchema.properties).every((key) => /^[A-Za-z0-9_.-]{1,64}$/.test(key)) ||
      "has a bad argument name",
    !INVISIBLE.test(JSON.stringify([title, description, inputSchema])) || "contains invisible characters",
    ...inSchema(inputSchema),
  ];
  return found.filter((breach) => typeof breach === "string").map((breach) => `${name} ${breach}`);
}

const HINTS = ["readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"] as const;
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Visits schemas only. A property may be named `$ref` or `type`. */
function inSchema(given: unknown): string[] {
  const schema = given as Record<string, unknown>;
  const own = [
    !("$ref" in schema) || "holds a $ref",
    !Array.isArray(schema.type) || "holds a list of types",
    !Array.isArray(schema.enum) ||
      schema.enum.every((value) => typeof value === (schema.type === "string" ? "string" : "number")) ||
      "holds an enum of another type",
    !Array.isArray(schema.enum) ||
      schema.enum.length < 2 ||
      !schema.enum.includes("") ||
      "shows an empty text",
    schema.type !== "array" || "items" in schema || "holds a list without items",
  ].filter((breach) => typeof breach === "string");
  const properties = Object.values((schema.properties ?? {}) as Record<string, unknown>);
  const within = [
    ...properties,
    ...((schema.anyOf ?? []) as unknown[]),
    schema.items,
    schema.additionalProperties,
  ];
  return [...own, ...within.filter((inner) => typeof inner === "object" && inner !== null).flatMap(inSchema)];
}
