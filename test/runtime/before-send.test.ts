import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallWatch } from "../../runtime/contract/caller.js";
import { Fault } from "../../runtime/contract/fault.js";
import { failed } from "../../runtime/contract/outcome.js";
import type { BeforeSend, ReadyCall } from "../../runtime/pipeline/before-send.js";
import { fireStub, page, uuid, type FireStub, type Reply } from "./kit/fire-stub.js";
import { resultOf } from "./kit/stub.js";

let stub: FireStub;
afterEach(() => stub?.close());

const teams = [{ id: uuid(31), name: "Payments", slug: "payments" }];
const incidents = Array.from({ length: 450 }, (_, at) => ({ id: uuid(at), name: `Incident ${at}` }));
const routes: Record<string, Reply> = {
  "GET /v1/teams": (request) => page(teams, request),
  "GET /v1/incidents": (request) => page(incidents, request),
  "POST /v1/incidents": ({ body }) => ({ id: uuid(99), ...(body as object) }),
};

/** A stub whose calls pass a hook. Records what the hook saw and how many requests had been sent by then. */
async function hooked(hook: BeforeSend = async () => undefined, options: { callMs?: number } = {}) {
  const seen: (ReadyCall & { readonly sent: number })[] = [];
  stub = await fireStub(routes, {
    ...options,
    beforeSend(ready) {
      seen.push({ ...ready, sent: stub.arrived.length });
      return hook(ready);
    },
  });
  return seen;
}

const named = { name: "x", team_ids: ["Payments"], view: "full" };

describe("the hook before anything is sent", () => {
  it("gets the checked arguments, the resolved names and the built request", async () => {
    const seen = await hooked();
    const scope = { who: "somebody" };
    await stub.call("create_incident", named, { scope });
    const call = seen.at(-1)!;
    expect(call).toMatchObject({
      purpose: "call",
      args: { name: "x", team_ids: [uuid(31)] },
      resolved: { "team_ids[0]": { given: "Payments", id: uuid(31), name: "Payments" } },
      client: { args: named },
      context: { scope },
    });
    expect(call.tool.name).toBe("create_incident");
    expect(call.request).toMatchObject({ method: "POST", url: expect.stringMatching(/\/v1\/incidents$/) });
    expect(JSON.parse(call.request.body as string)).toEqual({ name: "x", team_ids: [uuid(31)] });
    expect(stub.writes()).toHaveLength(1);
    // Only the look-up of the team was sent.
    expect(call.sent).toBe(1);
  });

  it("does not see a call with wrong arguments", async () => {
    const seen = await hooked();
    const outcome = await stub.call("create_incident", { nam: "x" });
    expect(outcome.fault?.kind).toBe("invalid_arguments");
    expect(seen).toEqual([]);
  });

  it("can refuse a call with a fault, or answer it", async () => {
    await hooked(async () => {
      throw new Fault({ kind: "not_approved", message: "No." });
    });
    expect(resultOf(await stub.call("create_incident", { name: "x" })).error.kind).toBe("not_approved");
    await stub.close();
    const instead = failed(new Fault({ kind: "approval_needed", message: "Ask." }));
    await hooked(async () => ({ instead }));
    expect(await stub.call("create_incident", { name: "x" })).toBe(instead);
    expect(stub.arrived).toEqual([]);
  });

  it("is called once for all pages of a list", async () => {
    const seen = await hooked();
    expect(resultOf(await stub.call("list_incidents", { limit: 450, fields: "[].id" })).items).toHaveLength(
      450,
    );
    expect(stub.arrived.length).toBeGreaterThan(1);
    expect(seen.map(({ tool, sent }) => [tool.name, sent])).toEqual([["list_incidents", 0]]);
    expect(new URL(seen[0]!.request.url).searchParams.get("per_page")).toBe("150");
  });

  it("sees a name look-up as its own call, even if the list is cached", async () => {
    const seen = await hooked();
    await stub.call("create_incident", named);
    await stub.call("create_incident", named);
    expect(seen.map(({ purpose, tool, client }) => [purpose, tool.name, client.tool.name])).toEqual([
      ["lookup", "list_teams", "create_incident"],
      ["call", "create_incident", "create_incident"],
      ["lookup", "list_teams", "create_incident"],
      ["call", "create_incident", "create_incident"],
    ]);
    expect(stub.arrived.filter(({ path }) => path === "/v1/teams")).toHaveLength(1);
  });

  it("can refuse a look-up, and then nothing is written", async () => {
    await hooked(async ({ purpose }) => {
      if (purpose === "lookup") throw new Fault({ kind: "not_approved", message: "Not that list." });
      return undefined;
    });
    const { error } = resultOf(await stub.call("create_incident", named));
    expect(error).toMatchObject({ kind: "not_approved", message: expect.stringContaining("Not that list.") });
    expect(stub.arrived).toEqual([]);
  });

  it("may take longer than the time limit of a call", async () => {
    await hooked(async () => (await sleep(1_600), undefined), { callMs: 1_500 });
    expect((await stub.call("create_incident", { name: "x" })).fault).toBeUndefined();
  });

  it("gets the outcome of each call before the client does", async () => {
    const ended: unknown[] = [];
    await hooked(async ({ purpose, tool }) => ({
      ended: (fault) => void ended.push([purpose, tool.name, fault?.kind]),
    }));
    await stub.call("create_incident", named);
    expect(ended).toEqual([
      ["lookup", "list_teams", undefined],
      ["call", "create_incident", undefined],
    ]);
    await stub.call("get_service", { service_id: uuid(1) });
    expect(ended.at(-1)).toEqual(["call", "get_service", "not_found"]);
  });
});

describe("the watch of a call", () => {
  const events: string[] = [];
  const watch: CallWatch = {
    beforeRequest: async ({ name }) => void events.push(`before ${name}`),
    requestSent: ({ name }) => void events.push(`sent ${name}`),
    answered: (status) => void events.push(String(status)),
  };
  beforeEach(() => void (events.length = 0));

  it("hears of each request before it is sent, when it is sent, and when it is answered", async () => {
    await hooked();
    await stub.call("create_incident", named, { watch });
    const of = (tool: string) => [`before ${tool}`, `sent ${tool}`, "200"];
    expect(events).toEqual([...of("list_teams"), ...of("create_incident")]);
  });

  it("stops a request when its turn has come, and the next call has its turn", async () => {
    await hooked();
    const beforeRequest = async () => {
      throw new Fault({ kind: "cancelled", message: "Taken away." });
    };
    const stopped = { watch: { ...watch, beforeRequest } };
    for (let calls = 0; calls < 60; calls++)
      expect((await stub.call("create_incident", { name: "x" }, stopped)).fault?.message).toBe("Taken away.");
    expect(stub.writes()).toEqual([]);
    expect((await stub.call("create_incident", { name: "x" })).fault).toBeUndefined();
  });
});
