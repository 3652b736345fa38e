import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Arguments } from "../../runtime/contract/caller.js";
import { describeInput, executorInput, searchInput } from "../../runtime/discover/inputs.js";
import { buildSearchIndex, readSearchIndex, searchIndex } from "../../runtime/discover/search-options.js";
import { discoverTools } from "../../runtime/registry/discover-tools.js";
import { createMcpService } from "../../runtime/mcp/service.js";
import { createRegistry, type View } from "../../runtime/registry/registry.js";
import { fakeCaller } from "../fixtures/fake-caller.js";
import { smallApi } from "../fixtures/small-api.js";

function served(view: View = {}) {
  const api = smallApi();
  const caller = fakeCaller();
  const registry = createRegistry(api.catalogue, view);
  const report = (error: Error) => {
    throw error;
  };
  const service = createMcpService({ api, registry, caller, version: "0", report });
  const call = async (name: string, args: Arguments) => {
    const outcome = await service.callTool(name, args, { signal: new AbortController().signal });
    const { content, isError, _meta } = service.resultOf(outcome);
    return { isError, _meta, value: JSON.parse(content[0].text) };
  };
  const found = async (args: Arguments) =>
    (await call("search_tools", args)).value.tools.map((hit: { name: string }) => hit.name);
  return { api, caller, call, found };
}

describe("discover's own tools", () => {
  it("cost at most 1,300 tokens together", () => {
    const cost = discoverTools.map(({ name, description, inputSchema }) =>
      countTokens(`${name}${description}${JSON.stringify(inputSchema)}`),
    );
    expect(cost.reduce((sum, tokens) => sum + tokens, 0)).toBeLessThanOrEqual(1_300);
  });

  it("accept the arguments in their schemas", () => {
    const inputs = { search_tools: searchInput, describe_tool: describeInput };
    for (const { name, inputSchema } of discoverTools) {
      const checked = z.toJSONSchema(name in inputs ? inputs[name as keyof typeof inputs] : executorInput);
      expect(Object.keys(inputSchema.properties)).toEqual(Object.keys(checked.properties!));
      expect(inputSchema.required).toEqual(checked.required);
      const access = inputSchema.properties["access"] as { enum: string[] } | undefined;
      expect(access?.enum).toEqual((checked.properties!["access"] as { enum: string[] } | undefined)?.enum);
    }
  });

  it("have hints that describe them", () => {
    const hints = Object.fromEntries(discoverTools.map(({ name, annotations }) => [name, annotations]));
    expect(hints["execute_read"]).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    expect(hints["execute_write"]).toMatchObject({
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
    });
    expect(hints["execute_delete"]).toMatchObject({
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
    });
    expect(hints["search_tools"]).toMatchObject({ readOnlyHint: true });
  });
});

describe("search", () => {
  it("finds a tool by its description, and shows its required arguments", async () => {
    const { value } = await served().call("search_tools", { query: "archive incident" });
    expect(value.tools[0]).toEqual({
      name: "delete_incident",
      title: "Archive an incident",
      access: "delete",
      required: ["incident_id"],
    });
  });

  it.each([
    ["wake somebody from the database team", "create_page"],
    ["who is on-call", "create_page"],
    ["on call people", "create_page"],
    ["declaring an outage", "create_incident"],
    ["show me all outages", "list_incidents"],
    ["close it, the incident is over", "resolve_incident"],
  ])("of “%s” finds %s first", async (query, want) => {
    expect((await served().found({ query }))[0]).toBe(want);
  });

  it("filters by tags and access, limits, and says how many more there are", async () => {
    const { call, found } = served();
    expect(await found({ query: "incident", access: "read" })).toEqual(
      expect.arrayContaining(["get_incident", "list_incidents"]),
    );
    expect(await found({ query: "incident", access: "read" })).toHaveLength(2);
    expect(await found({ query: "people incident", tags: ["signals"] })).toEqual(["create_page"]);
    expect((await call("search_tools", { query: "incident", limit: 2 })).value).toMatchObject({
      shown: 2,
      of: 5,
    });
  });

  it("gives nothing for unknown words", async () => {
    expect((await served().call("search_tools", { query: "gardening" })).value).toEqual({ tools: [] });
    expect((await served().call("search_tools", { query: "?!" })).value).toEqual({ tools: [] });
  });

  it("names an unknown tag and suggests the right one", async () => {
    const { isError, value } = await served().call("search_tools", { query: "x", tags: ["incident"] });
    expect(isError).toBe(true);
    expect(value.error.arguments).toEqual([{ argument: "tags", message: "did you mean incidents?" }]);
  });

  it("checks its own arguments like any other tool", async () => {
    const { isError, value } = await served().call("search_tools", { query: "x", limt: 3 });
    expect(isError).toBe(true);
    expect(value.error).toMatchObject({ kind: "invalid_arguments", arguments: [{ argument: "limt" }] });
  });

  it("reads the index once, at the first search", async () => {
    const { api, found } = served();
    let reads = 0;
    const { searchIndex } = api;
    api.searchIndex = () => (reads++, searchIndex());
    await Promise.all([found({ query: "incident" }), found({ query: "page" })]);
    await found({ query: "incident" });
    expect(reads).toBe(1);
  });

  it("does not mix up status pages and pages, or find tools that are only mentioned", () => {
    const document = (name: string, description: string) => ({
      name,
      title: "",
      description,
      asks: [],
    });
    const index = buildSearchIndex(
      [
        document("a", "Shows the status page."),
        document("b", "Sends a page to people."),
        document("c", "Writes a note; create_page sends a page to people."),
      ],
      { phrases: { "status page": "statuspage" }, concepts: {} },
    );
    expect(searchIndex(readSearchIndex(index), "page people", () => true)).toEqual(["b"]);
  });

  it("has the same index for the same documents, in the same order", async () => {
    const text = async () => JSON.stringify(await smallApi().searchIndex());
    expect(await text()).toBe(await text());
  });
});

describe("describe", () => {
  it("gives the schema, the description and the executor", async () => {
    const { value } = await served().call("describe_tool", { name: "declare_incident" });
    expect(value).toMatchObject({
      name: "create_incident",
      access: "create",
      call_with: "execute_write",
      inputSchema: { type: "object", required: ["name"] },
    });
  });

  it("gives names as they are listed", async () => {
    const { value } = await served({ names: "managed" }).call("describe_tool", { name: "get_incident" });
    expect(value.name).toBe("get_a_fire_hydrant_incident");
  });
});

describe("execute", () => {
  it.each([
    ["execute_read", "list_incidents", {}],
    ["execute_write", "create_incident", { name: "x" }],
    ["execute_write", "resolve_incident", { incident_id: "1" }],
    ["execute_delete", "delete_incident", { incident_id: "1" }],
  ])("%s calls %s and gives exactly the answer of a direct call", async (executor, tool, args) => {
    const { call } = served();
    expect(await call(executor, { tool, arguments: args })).toEqual(await call(tool, args));
  });

  it("gives argument faults exactly like a direct call", async () => {
    const { call } = served();
    const args = { incident: "1" };
    const direct = await call("get_incident", args);
    expect(direct.isError).toBe(true);
    expect(await call("execute_read", { tool: "get_incident", arguments: args })).toEqual(direct);
    expect(await call("execute_read", { tool: "get_incident" })).toEqual(await call("get_incident", {}));
  });

  it.each([
    ["execute_read", "create_incident", "execute_write"],
    ["execute_read", "delete_incident", "execute_delete"],
    ["execute_write", "get_incident", "execute_read"],
    ["execute_write", "delete_incident", "execute_delete"],
    ["execute_delete", "create_page", "execute_write"],
    ["execute_delete", "list_incidents", "execute_read"],
    ["execute_read", "declare_incident", "execute_write"],
  ])("%s refuses %s and names %s", async (executor, tool, right) => {
    const { call, caller } = served();
    const { isError, value } = await call(executor, { tool, arguments: {} });
    expect(isError).toBe(true);
    expect(value.error.arguments[0].message).toMatch(new RegExp(`call it with ${right}$`));
    expect(caller.calls).toEqual([]);
  });

  it("does not call discover's own tools", async () => {
    const { isError, value } = await served().call("execute_read", {
      tool: "search_tools",
      arguments: { query: "x" },
    });
    expect(isError).toBe(true);
    expect(value.error.message).toMatch(/called directly/);
  });
});

describe("a hidden tool", () => {
  const readOnly = { selection: { methods: ["read"] } };
  const names = ["create_incident", "declare_incident", "create_a_fire_hydrant_incident"];

  it.each(names)("is not found by %s, in any way", async (name) => {
    const { call, caller, found } = served(readOnly);
    await expect(call(name, { name: "x" })).rejects.toThrow(/Unknown tool/);
    for (const road of ["execute_read", "describe_tool"]) {
      const argument = road === "describe_tool" ? "name" : "tool";
      const hidden = await call(road, { [argument]: name });
      const absent = await call(road, { [argument]: "gardening" });
      expect(hidden.isError).toBe(true);
      expect({ ...hidden.value.error, message: "" }).toEqual({ ...absent.value.error, message: "" });
      expect(hidden.value.error.message).not.toMatch(/create|declare/);
    }
    await expect(call("execute_write", { tool: name, arguments: { name: "x" } })).rejects.toThrow(
      /Unknown tool/,
    );
    expect(await found({ query: `${name} declare incident` })).not.toContain("create_incident");
    expect(await found({ query: "incident", access: "write" })).toEqual([]);
    expect(caller.calls).toEqual([]);
  });

  it("answers exactly like a tool that does not exist", async () => {
    const { call } = served({ selection: { tags: ["pages"] } });
    const told = (name: string) => call(name, {}).catch((error: Error) => error.message.replace(name, "…"));
    expect(await told("list_incidents")).toBe(await told("zzzzzzzzzzzzzz"));
  });

  it("adds no tag to search", async () => {
    const { call } = served({ selection: { tags: ["pages"] } });
    const { value } = await call("search_tools", { query: "x", tags: ["incidents"] });
    expect(value.error.message).not.toMatch(/incidents[^:]*,/);
    expect(value.error.message).toMatch(/tags are pages, signals/);
  });
});

it("a module is loaded once, at its first call", async () => {
  const { api, call } = served();
  expect(api.loads).toEqual([]);
  await call("list_incidents", {});
  await call("execute_read", { tool: "list_incidents" });
  expect(api.loads).toEqual(["list_incidents"]);
});
