import { describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { createRegistry, surfaces } from "../../runtime/index.js";
import { schemasOf, type Schema } from "../all-tools.js";

/*
 * Every input schema that any surface lists: of the API's tools, of workflows, and of standpipe's own tools. At least
 * one agent SDK refuses a whole list for one of these faults.
 */

const listed = surfaces.flatMap((surface) =>
  createRegistry(api.catalogue, { surface }).listed.flatMap((tool) =>
    schemasOf(tool).map(([path, schema]) => ({ at: `${surface}: ${tool.name} ${path}`, path, schema })),
  ),
);

/** Each fault, and an example of a schema that has it. */
const faults: Readonly<Record<string, { has: (schema: Schema, path: string) => boolean; example: Schema }>> =
  {
    "an enum with an empty text": {
      has: ({ enum: values }) => values?.includes("") ?? false,
      example: { type: "string", enum: ["", "open"] },
    },
    "an empty enum": {
      has: ({ enum: values }) => values?.length === 0,
      example: { type: "string", enum: [] },
    },
    "an object without properties that says nothing of others": {
      has: ({ type, properties, additionalProperties }, path) =>
        type === "object" &&
        Object.keys(properties ?? {}).length === 0 &&
        additionalProperties === undefined &&
        !(path === "" && properties),
      example: { type: "object", description: "Anything." },
    },
    "a list that does not say of what": {
      has: ({ type, items }) => type === "array" && items === undefined,
      example: { type: "array" },
    },
  };

describe.each(Object.entries(faults))("no listed schema has %s", (_, { has, example }) => {
  it("on any surface", () => {
    expect(listed.length).toBeGreaterThan(2_000);
    expect(listed.filter(({ schema, path }) => has(schema, path)).map(({ at }) => at)).toEqual([]);
  });

  it("which the law would find", () => {
    expect(has(example, "filter")).toBe(true);
  });
});
