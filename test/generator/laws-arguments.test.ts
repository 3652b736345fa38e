import { describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { schemasOf, tools, type Schema } from "../all-tools.js";

/** All arguments at all depths, as `tool path`. */
const all = tools.flatMap((tool) =>
  schemasOf(tool)
    .filter(([path]) => path !== "" && !path.endsWith("[]"))
    .map(([path, schema]) => ({ tool: tool.name, path, schema, words: schema.description ?? "" })),
);
const named = ({ tool, path }: { tool: string; path: string }) => `${tool} ${path}`;

describe("lists in arguments", () => {
  it("are lists: no argument takes several values in one text", () => {
    const several = all.filter(
      ({ schema, words }) =>
        schema.type === "string" && /comma|separated|several (as|in)|list of .* ids/i.test(words),
    );
    expect(several.map(named)).toEqual([]);
  });

  it("are more than a hundred that the API takes as one text", async () => {
    const lists = await Promise.all(tools.map(async ({ name }) => [name, await api.load(name)] as const));
    const found = lists.flatMap(([name, { request }]) =>
      Object.entries({ ...request.query, ...request.body?.fields })
        .filter(([, { commas }]) => commas)
        .map(([wire, { argument = wire }]) => ({ name, argument })),
    );
    expect(found.length).toBeGreaterThanOrEqual(104);
    const schemas = new Map(all.map((one) => [named(one), one.schema]));
    const others = found.filter(({ name, argument }) => !isListOfTexts(schemas.get(`${name} ${argument}`)));
    expect(others).toEqual([]);
  });
});

describe("limit", () => {
  const limits = all.filter(({ path }) => path === "limit");

  it("has its default, and says how many items one request brings", () => {
    const silent = limits.filter(
      ({ tool, schema, words }) =>
        schema.default === undefined && !/take several requests/.test(words) && !unsized.has(tool),
    );
    expect(silent.map(named)).toEqual([]);
    const paged = limits.filter(({ schema }) => schema.default === 20);
    expect(paged.length).toBeGreaterThanOrEqual(68);
    expect(paged.filter(({ words }) => !/over [12]00 take several requests/.test(words)).map(named)).toEqual(
      [],
    );
  });

  it("comes with cursor, in every tool but the one whose answer has no pages", () => {
    const has = (tool: string, name: string) => all.some((one) => one.tool === tool && one.path === name);
    const lonely = tools.filter(({ name }) => has(name, "limit") !== has(name, "cursor"));
    expect(lonely.map(({ name }) => name)).toEqual([ONE_ANSWER]);
  });
});

/** The most alike incidents, as many as wanted. */
const ONE_ANSWER = "list_similar_incidents";

/** Lists without a known page size: the API decides, or the contract and the documentation say nothing. */
const unsized = new Set(["list_comments", "list_transcript_entries", "list_scim_groups", "list_scim_users"]);

function isListOfTexts(schema: Schema | undefined): boolean {
  return schema?.type === "array" && schema.items?.type === "string";
}
