import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { api } from "../../generated/firehydrant/index.js";
import type { ToolModule } from "../../runtime/index.js";
import { index, tools, type Schema } from "../all-tools.js";

let modules: ReadonlyMap<string, ToolModule>;

beforeAll(async () => {
  modules = new Map(await Promise.all(tools.map(async ({ name }) => [name, await api.load(name)] as const)));
});

describe("modules", () => {
  it("match the catalogue's list", () => {
    for (const { name, title, description, annotations } of tools) {
      const module = modules.get(name)!;
      const { operation, access } = index[name]!;
      const { method, path } = module.request;
      expect({ ...module, request: `${method} ${path}` }).toMatchObject({
        name,
        title,
        description,
        annotations,
      });
      expect([`${method} ${path}`, module.access]).toEqual([operation, access]);
    }
  });

  it("take the arguments in the catalogue", () => {
    for (const { name, inputSchema } of tools) {
      const taken = z.toJSONSchema(modules.get(name)!.input, {
        io: "input",
        unrepresentable: "any",
      }) as Schema;
      expect(shown(taken), name).toEqual(shown(inputSchema as unknown as Schema));
    }
  });

  it("refuse unknown arguments", () => {
    const taking = tools.filter(({ name }) => {
      const { success, error } = modules.get(name)!.input.safeParse({ no_such_argument: 1 });
      return success || !error.issues.some(({ code }) => code === "unrecognized_keys");
    });
    expect(taking.map(({ name }) => name)).toEqual([]);
  });

  it("put each argument into exactly one place of the request", () => {
    for (const { name, inputSchema } of tools) {
      const { request } = modules.get(name)!;
      const inPath = [...request.path.matchAll(/\{([^}]+)\}/g)].map(
        ([, wire]) => request.pathParameters?.[wire!]?.argument ?? wire!,
      );
      const placed = [request.query, request.headers, request.cookies].flatMap((places) =>
        Object.entries(places ?? {}).map(([wire, { argument }]) => argument ?? wire),
      );
      const paged = request.page ? ["limit", "cursor"] : [];
      const elsewhere = [...inPath, ...placed, ...paged];
      const known = Object.keys(inputSchema.properties);
      expect(new Set(elsewhere).size, name).toBe(elsewhere.length);
      expect(
        elsewhere.filter((argument) => !known.includes(argument)),
        name,
      ).toEqual([]);
      expect(request.body !== undefined || known.length === elsewhere.length, name).toBe(true);
    }
  });

  it("poll with existing tools that only read", () => {
    const polled = [...modules.values()].flatMap(({ poll }) => (poll ? [poll.tool] : []));
    expect(polled.length).toBeGreaterThan(8);
    expect(polled.filter((name) => !modules.get(name)?.annotations.readOnlyHint)).toEqual([]);
  });
});

/** The part of a schema that decides which arguments are accepted, without null, closedness and zod's additions. */
function shown(given: Schema): unknown {
  const schema = withIntegers(given);
  const [only, ...others] = optionsOf(schema).filter(({ type }) => type !== "null");
  if (only && others.length === 0)
    return shown({ ...only, ...(schema.description && { description: schema.description }) });
  const { type, items, properties, additionalProperties: rest } = schema;
  return {
    type: [type].flat().filter((name) => name !== "null"),
    ...bounds(schema),
    // The catalogue hides an empty text in an enum, because some clients refuse it.
    ...(schema.enum === undefined ? {} : { enum: schema.enum.filter((value) => value !== "") }),
    ...(isMoment(schema) ? { format: "date or date-time" } : {}),
    ...(schema.description === undefined ? {} : { description: schema.description }),
    ...(items ? { items: shown(items) } : {}),
    ...(properties ? { properties: mapped(properties), required: [...(schema.required ?? [])].sort() } : {}),
    ...(typeof rest === "object" && Object.keys(rest).length > 0 ? { rest: shown(rest) } : {}),
  };
}

function mapped(properties: NonNullable<Schema["properties"]>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, shown(property)]));
}

/** zod says "number" where the catalogue says "integer". */
function withIntegers(schema: Schema): Schema {
  const isCounted = schema.enum?.every((value) => Number.isInteger(value)) ?? false;
  return isCounted ? { ...schema, type: "integer" } : schema;
}

/** zod shows a time only as a pattern. A file's content is also a pattern, with an encoding. */
function isMoment({ format, pattern, contentEncoding }: Schema): boolean {
  return (
    format === "date" || format === "date-time" || (pattern !== undefined && contentEncoding === undefined)
  );
}

function optionsOf(schema: Schema): Schema[] {
  return (schema.anyOf as Schema[] | undefined) ?? [];
}

/** zod limits integers to the safe range, which adds no information. */
function bounds(schema: Schema): Record<string, unknown> {
  const keywords = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];
  const given = keywords.filter(
    (key) => schema[key] !== undefined && Math.abs(Number(schema[key])) !== Number.MAX_SAFE_INTEGER,
  );
  return Object.fromEntries(given.map((key) => [key, schema[key]]));
}
