import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import { typeSchema } from "../../../runtime/answers/schema.js";
import { wholeTypeOf } from "../../../runtime/answers/types.js";
import { Fault } from "../../../runtime/contract/fault.js";
import { createMcpService } from "../../../runtime/mcp/service.js";
import { createApiCaller } from "../../../runtime/pipeline/api-caller.js";
import type { BeforeSend } from "../../../runtime/pipeline/before-send.js";
import type { Selection } from "../../../runtime/registry/selection.js";
import { createRegistry } from "../../../runtime/registry/registry.js";
import { serveHttp, type HttpServing } from "../../../runtime/transport/http.js";
import { originCredentials, practiceTarget } from "../../../runtime/upstream/auth/api-credentials.js";
import { createUpstream } from "../../../runtime/upstream/upstream.js";
import { startSandbox, type RunningSandbox } from "../../../sandbox/start.js";
import { httpClient, type TestClient } from "../../fixtures/clients.js";
import { loadContract } from "../../sandbox/kit/contract.js";
import type { Loose } from "../../sandbox/kit/loose.js";

let sandbox: RunningSandbox;
let client: TestClient;
const servings: HttpServing[] = [];

/** A real client of a server over the sandbox. */
async function connect(selection?: Selection, beforeSend?: BeforeSend): Promise<TestClient> {
  const place = practiceTarget(api.catalogue.api, sandbox.url, "fhb-practice");
  const registry = createRegistry(api.catalogue, { surface: "full", selection });
  const caller = createApiCaller(api, registry, {
    baseUrl: place.baseUrl,
    ...(beforeSend ? { beforeSend } : {}),
    upstream: createUpstream({
      title: "FireHydrant",
      credentials: originCredentials(api.catalogue.api, place),
      pacing: { limit: 100_000 },
    }),
  });
  const service = createMcpService({ api, registry, caller, version: "0", report: () => undefined });
  const serving = await serveHttp(service, { host: "127.0.0.1", port: 0, report: () => undefined });
  servings.push(serving);
  return httpClient("client 2.x", serving.url);
}

async function run(tool: string, args: object): Promise<Loose> {
  const { text, isError } = await client.call(tool, args);
  const value = JSON.parse(text);
  if (isError) throw new Error(JSON.stringify(value));
  return value;
}

/** A record of the sandbox's state. */
const rows = (collection: string): Loose[] =>
  sandbox.sandbox.world.store.everything(collection).map(({ id, data }) => ({ id, ...data }) as Loose);

beforeAll(async () => {
  sandbox = await startSandbox({ contract: loadContract(), rateLimit: false, host: "127.0.0.1", port: 0 });
  client = await connect();
});

afterAll(async () => {
  await client?.close();
  await Promise.all(servings.map((serving) => serving.drain(0)));
  await sandbox?.close();
});

describe("workflows of FireHydrant on the sandbox", () => {
  it("on_call_now names who is on call in each rotation", async () => {
    const { on_call } = await run("on_call_now", {});
    expect(on_call.length).toBeGreaterThan(0);
    expect(on_call[0]).toMatchObject({ team: expect.any(String), user: expect.any(String) });
  });

  it("find_user_everywhere finds teams and rotations", async () => {
    const { on_call } = await run("on_call_now", {});
    const { user, team } = on_call.find((one: Loose) => one.user);
    const found = await run("find_user_everywhere", { user });
    expect(found.user).toBe(user);
    expect(found.rotations.map((rotation: Loose) => rotation.team)).toContain(team);
  });

  it("incident_brief shows what someone who joins asks for", async () => {
    const incident = rows("incidents").find((one) => !one.archived)!;
    const brief = await run("incident_brief", { incident: `#${incident.number}` });
    expect(brief).toMatchObject({ id: incident.id, name: incident.name });
    const held = { incident_id: incident.id, status: "active" };
    const { items = [] } = await run("list_incident_role_assignments", held);
    const roles = items.map(({ incident_role, user }: Loose) => `${incident_role.name}: ${user.name}`);
    expect(brief.roles.sort()).toEqual(roles.sort());
  });

  it("declare_and_page opens an incident and pages", async () => {
    const before = rows("incidents").length;
    const team = rows("teams")[0]!;
    const args = { name: "Checkout is down", severity: "SEV1", page_type: "Team", page: team.name };
    const made = await run("declare_and_page", args);
    expect(rows("incidents")).toHaveLength(before + 1);
    expect(rows("alerts").some(({ id }) => id === made.alert_id)).toBe(true);
    await expect(run("declare_and_page", args)).rejects.toThrow(/open incident #\d+ has this name/);
  });

  it("widen_impact_and_note adds services and a private note", async () => {
    const incident = await run("create_incident", { name: "Slow search" });
    const [service] = rows("services");
    const [condition] = rows("severity_matrix/conditions");
    const args = {
      incident: incident.id,
      services: [service.name],
      condition: condition.name,
      note: "Also slow.",
    };
    const widened = await run("widen_impact_and_note", args);
    expect(widened.impacts).toEqual([`${service.name}: ${condition.name}`]);
    expect(widened.note_id).toEqual(expect.any(String));
  });

  it("review_period counts incidents and finds those without a retrospective", async () => {
    const review = await run("review_period", { from: "2020-01-01", to: "2030-01-01" });
    expect(review.incidents).toBe(rows("incidents").filter((one) => !one.archived).length);
    expect(review.resolved).toBeGreaterThan(0);
    expect(review.worst_services[0].incidents).toBeGreaterThan(1);
  });

  it("find_similar_incidents shows how they ended", async () => {
    const incident = rows("incidents")[0]!;
    const { similar } = await run("find_similar_incidents", { incident: incident.id, most: 2 });
    const { items } = await run("list_similar_incidents", { incident_id: incident.id, limit: 2 });
    expect(similar.map(({ id }: Loose) => id)).toEqual(items.map(({ id }: Loose) => id).slice(0, 2));
  });

  it("remove_user_from_on_call keeps the other members", async () => {
    const { on_call } = await run("on_call_now", {});
    const { user } = on_call.find((one: Loose) => one.user);
    const removed = await run("remove_user_from_on_call", { user });
    expect(removed.changed.length + removed.only_member_of.length).toBeGreaterThan(0);
    for (const { members } of removed.changed) expect(members).not.toContain(user);
    const { rotations } = await run("find_user_everywhere", { user });
    expect(rotations.length).toBeLessThanOrEqual(removed.only_member_of.length + removed.changed.length);
  });
});

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

  it("answers what its type says", async () => {
    const answers = await api.answers!();
    const fits = new Ajv({ strict: false }).compile(
      typeSchema(answers, wholeTypeOf(answers, "on_call_now"), { closed: true, levels: 10 }),
    );
    expect(fits(await run("on_call_now", {}))).toBe(true);
    expect(fits({ on_call: "nobody", gaps: [] })).toBe(false);
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
