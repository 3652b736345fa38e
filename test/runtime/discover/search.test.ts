import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeInput, executorInput, searchInput } from "../../../runtime/discover/inputs.js";
import { buildSearchIndex, readSearchIndex, searchIndex } from "../../../runtime/discover/search-options.js";
import { discoverTools } from "../../../runtime/registry/discover-tools.js";
import { smallApi } from "../../fixtures/small-api.js";
import { served } from "./kit.js";

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
