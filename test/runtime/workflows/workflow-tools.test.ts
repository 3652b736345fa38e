import { describe, expect, it } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import { Fault } from "../../../runtime/contract/fault.js";
import type { TestClient } from "../../fixtures/clients.js";
import { client, connect, rows } from "./kit.js";

describe("a filter", () => {
  const names = async (one: TestClient) => (await one.client.listTools()).tools.map(({ name }) => name);

  it("that hides a call hides the workflow, in every list and by every way to call it", async () => {
    const other = await connect({ deny: ["update_on_call_schedule_rotation"] });
    const listed = await names(other);
    expect(listed).not.toContain("remove_user_from_on_call");
    expect(listed).toContain("find_user_everywhere");
    await expect(other.call("remove_user_from_on_call", { user: "Ada" })).rejects.toThrow(/Unknown tool/);
    const executed = await other.call("execute_write", {
      tool: "remove_user_from_on_call",
      arguments: { user: "Ada" },
    });
    expect(executed).toMatchObject({ isError: true, text: expect.stringContaining("There is no tool") });
    const found = await other.call("search_tools", { query: "remove a user from on-call rotations" });
    expect(found.text).not.toContain("remove_user_from_on_call");
    await other.close();
  });

  it("of reading tools leaves the workflows that only read", async () => {
    const reader = await connect({ methods: ["read"] });
    const listed = (await names(reader)).filter((name) => workflowNames.includes(name));
    expect(listed.sort()).toEqual([
      "find_similar_incidents",
      "find_user_everywhere",
      "incident_brief",
      "on_call_now",
      "review_period",
    ]);
    await reader.close();
  });

  it("may name a workflow", async () => {
    const other = await connect({ deny: ["on_call_now"] });
    expect(await names(other)).not.toContain("on_call_now");
    expect(await names(other)).toContain("list_organization_on_call_schedules");
    await other.close();
  });
});

const workflowNames = (api.catalogue.workflows ?? []).map(({ tool }) => tool.name);

describe("a workflow is a tool like others", () => {
  it("has hints by what it calls", () => {
    const hints = Object.fromEntries(
      api.catalogue.workflows!.map(({ tool }) => [tool.name, tool.annotations.readOnlyHint]),
    );
    expect(hints).toMatchObject({
      incident_brief: true,
      declare_and_page: false,
      remove_user_from_on_call: false,
    });
  });

  it("is found, described and executed", async () => {
    const found = await client.call("search_tools", {
      query: "where is a user used: teams, rotations, policies",
    });
    expect(found.text).toContain("find_user_everywhere");
    const described = JSON.parse((await client.call("describe_tool", { name: "on_call_now" })).text);
    expect(described).toMatchObject({
      call_with: "execute_read",
      answer: expect.stringContaining("on_call"),
    });
    const executed = await client.call("execute_read", { tool: "on_call_now" });
    expect(JSON.parse(executed.text)).toHaveProperty("on_call");
  });

  it("refuses wrong arguments before it calls anything", async () => {
    const refused = await client.call("review_period", { from: "2026-01-01", until: "2026-02-01" });
    expect(refused).toMatchObject({ isError: true });
    expect(refused.text).toMatch(/"to".*is required|until/);
  });

  it("ends where a call fails, and names the writes that it made", async () => {
    const args = { name: "Payments fail", page_type: "Team", page: "No such team" };
    const failed = JSON.parse((await client.call("declare_and_page", args)).text);
    expect(failed.error.message).toMatch(/No such team|target_id/);
    expect(failed.error.writes_made).toMatchObject([{ tool: "create_incident", outcome: "done" }]);
  });
});

describe("approval", () => {
  it("is asked for a workflow's write before it is sent", async () => {
    const held = await connect(undefined, (ready) => {
      if (ready.tool.name !== "create_incident") return Promise.resolve(undefined);
      throw new Fault({ kind: "not_approved", message: "A person refused." });
    });
    const before = rows("incidents").length;
    const args = { name: "Never opened", page_type: "Team", page: rows("teams")[0]!.name };
    const refused = await held.call("declare_and_page", args);
    expect(refused).toMatchObject({ isError: true, text: expect.stringContaining("A person refused") });
    expect(rows("incidents")).toHaveLength(before);
    await held.close();
  });
});
