import { describe, expect, it } from "vitest";
import { served } from "./kit.js";

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

it.each([
  ["full", "tools/list names every tool"],
  ["curated", "search_tools finds tools by what they do"],
] as const)("an unknown name on the surface %s leads to what the client can use", async (surface, hint) => {
  const { call } = served({ surface });
  await expect(call("gardening", {})).rejects.toThrow(`Unknown tool: gardening; ${hint}`);
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
