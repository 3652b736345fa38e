import { describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { catalogue, index, schemasOf, tools, type Schema } from "../all-tools.js";

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

describe("defaults", () => {
  it("are not shown for what a PATCH changes, because what is left out stays as it is", () => {
    const changes = all.filter(({ tool, path }) => isPatched(tool) && !path.includes("[]"));
    expect(changes.length).toBeGreaterThan(100);
    const reset = changes.filter(({ schema, words }) => "default" in schema || /\bDefault: /.test(words));
    expect(reset.map(named)).toEqual([]);
  });
});

function isPatched(tool: string): boolean {
  return index[tool]!.operation.startsWith("PATCH ");
}

describe("names", () => {
  it("say of which thing an id is: no argument is just called id or slug", () => {
    const roots = all.filter(({ path }) => !/[.[]/.test(path));
    const bare = roots.filter(
      ({ path, words }) => /^ids?$/.test(path) || (path === "slug" && FROM.test(words)),
    );
    expect(bare.map(named)).toEqual([]);
  });

  it("are one for one thing: ids from the same list have the same name", () => {
    const names = new Map<string, Set<string>>();
    for (const { path, words } of all) {
      const source = /\bFrom (list_\w+(?: \(\w+\))?)\.$/.exec(words)?.[1];
      if (source === undefined || !/^\w+_(id|slug)$/.test(path) || path in roles) continue;
      names.set(source, (names.get(source) ?? new Set()).add(path));
    }
    expect(names.size).toBeGreaterThan(40);
    const several = [...names].filter(([, known]) => known.size > 1);
    expect(several.map(([source, known]) => `${source}: ${[...known].join(", ")}`)).toEqual([]);
  });

  it("of a text to search for are query, and name only next to it", () => {
    const lists = tools.filter(({ name, inputSchema: { properties } }) => {
      const { name: byName } = properties as Record<string, Schema>;
      return name.startsWith("list_") && /Text/.test(byName?.description ?? "") && !("query" in properties);
    });
    expect(lists.map(({ name }) => name)).toEqual([]);
  });

  it("of the API are still taken", () => {
    const own = Object.values(catalogue.index).flatMap(({ formerArguments = {} }) =>
      Object.values(formerArguments).filter(({ until }) => until === undefined),
    );
    expect(own.length).toBeGreaterThanOrEqual(100);
  });
});

describe("limit", () => {
  const limits = all.filter(({ path }) => path === "limit");

  it("has its default, and says how many items one request brings", () => {
    const silent = limits.filter(
      ({ tool, schema, words }) =>
        schema.default === undefined && !/takes several requests/.test(words) && !unsized.has(tool),
    );
    expect(silent.map(named)).toEqual([]);
    const paged = limits.filter(({ schema }) => schema.default === 20);
    expect(paged.length).toBeGreaterThanOrEqual(68);
    expect(
      paged.filter(({ words }) => !/^Over [12]00 takes several requests/.test(words)).map(named),
    ).toEqual([]);
  });

  it("comes with cursor, in every tool but the one whose answer has no pages", () => {
    const has = (tool: string, name: string) => all.some((one) => one.tool === tool && one.path === name);
    const lonely = tools.filter(({ name }) => has(name, "limit") !== has(name, "cursor"));
    expect(lonely.map(({ name }) => name)).toEqual([ONE_ANSWER]);
  });
});

const FROM = /\bFrom [a-z_]+ \(/;

/** Names that say what the thing is for, where its plain name says too little. */
const roles: Readonly<Record<string, string>> = {
  assignee_id: "Who does a task.",
  available_downstream_dependencies_for_id: "A filter by another service.",
  available_upstream_dependencies_for_id: "A filter by another service.",
  connected_service_id: "The other service of two.",
  from_user_id: "One of two users.",
  severity_condition_id:
    "A condition of the severity matrix, in an incident that has conditions of impacts too.",
  severity_impact_id: "An impact of the severity matrix, in an incident that has impacts of its own.",
  target_schedule_id: "The other schedule of two.",
  to_user_id: "One of two users.",
};

/** The most alike incidents, as many as wanted. */
const ONE_ANSWER = "list_similar_incidents";

/** Lists without a known page size: the API decides, or the contract and the documentation say nothing. */
const unsized = new Set(["list_comments", "list_transcript_entries", "list_scim_groups", "list_scim_users"]);

function isListOfTexts(schema: Schema | undefined): boolean {
  return schema?.type === "array" && schema.items?.type === "string";
}
