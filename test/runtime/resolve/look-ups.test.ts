import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { fireStub, page, Status, uuid, type FireStub, type Reply } from "../kit/fire-stub.js";
import { slidingWindow } from "../kit/sliding-window.js";
import { resultOf } from "../kit/stub.js";
import { teams, lists } from "./kit.js";

let stub: FireStub;

afterEach(() => stub?.close());

const count = (path: string) => stub.arrived.filter((request) => request.path === path).length;

const gets = () => stub.arrived.filter(({ method }) => method === "GET").length;

describe("look-ups", () => {
  it("run in parallel, one for each kind", async () => {
    // None is answered before all four have come.
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const held =
      (reply: Reply): Reply =>
      async (request, incoming) => {
        if (gets() === 4) release();
        await released;
        return reply(request, incoming);
      };
    stub = await fireStub(
      Object.fromEntries(Object.entries(lists).map(([route, reply]) => [route, held(reply)])),
    );
    await stub.call("create_incident", {
      name: "x",
      severity: "sev1",
      team_ids: ["Payments", "Platform", "payments"],
      impacts: [{ type: "service", id: "Production-DB", condition_id: "Unavailable" }],
    });
    expect(gets()).toBe(4);
  });

  it("are cached for the account, and shared by simultaneous calls", async () => {
    stub = await fireStub(lists);
    const declare = () => stub.call("create_incident", { name: "x", team_ids: ["Payments"] });
    await Promise.all([declare(), declare(), declare()]);
    await declare();
    expect(gets()).toBe(1);
    expect(stub.writes()).toHaveLength(4);
  });

  it("continue for the other callers when one disconnects", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    stub = await fireStub({
      ...lists,
      "GET /v1/teams": async (request) => (await released, page(teams, request)),
    });
    const gone = new AbortController();
    const first = stub.call(
      "create_incident",
      { name: "x", team_ids: ["Payments"] },
      { signal: gone.signal },
    );
    await expect.poll(gets).toBe(1);
    const second = stub.call("create_incident", { name: "y", team_ids: ["Payments"] });
    // It joins in this process, within some turns of the event loop.
    for (let turn = 0; turn < 200; turn += 1) await nextTurn();
    gone.abort();
    expect(resultOf(await first).error.kind).toBe("cancelled");
    release();
    expect(resultOf(await second).resolved).toBeDefined();
    expect(stub.writes().map(({ body }) => (body as { name: string }).name)).toEqual(["y"]);
    expect(gets()).toBe(1);
  });

  it("are aborted if no caller waits any more", async () => {
    let broken: Promise<unknown> | undefined;
    stub = await fireStub({
      "GET /v1/teams": (_, incoming) => {
        broken = new Promise((resolve) => incoming.socket.once("close", resolve));
        return broken;
      },
    });
    const gone = new AbortController();
    const call = stub.call("create_incident", { name: "x", team_ids: ["Payments"] }, { signal: gone.signal });
    await expect.poll(() => broken !== undefined).toBe(true);
    gone.abort();
    expect(resultOf(await call).error.kind).toBe("cancelled");
    await broken;
  });

  it("find records that were created after the list was read", async () => {
    const known = [...teams];
    stub = await fireStub({ ...lists, "GET /v1/teams": (request) => page(known, request) });
    await stub.call("create_incident", { name: "x", team_ids: ["Payments"] });
    known.push({ id: uuid(33), name: "Newcomers", slug: "newcomers" });
    await sleep(2_100);
    const result = resultOf(await stub.call("create_incident", { name: "x", team_ids: ["Newcomers"] }));
    expect(result.resolved["team_ids[0]"].id).toBe(uuid(33));
  });

  it("find records that the account itself created at once", async () => {
    const known = [...teams];
    stub = await fireStub({
      ...lists,
      "GET /v1/teams": (request) => page(known, request),
      "POST /v1/teams": ({ body }) => {
        known.push({ id: uuid(33), slug: "newcomers", ...(body as { name: string }) });
        return known.at(-1);
      },
    });
    await stub.call("create_incident", { name: "x", team_ids: ["Payments"] });
    await stub.call("create_team", { name: "Newcomers" });
    const result = resultOf(await stub.call("create_incident", { name: "x", team_ids: ["Newcomers"] }));
    expect(result.resolved["team_ids[0]"].id).toBe(uuid(33));
    // Known names need no further look-up.
    await stub.call("create_incident", { name: "x", team_ids: ["Payments"] });
    expect(count("/v1/teams")).toBe(3);
  });

  it("stay within the account's rate limit", async () => {
    const pacing = { limit: 2, windowMs: 400 };
    const admits = slidingWindow(pacing);
    const limited = Object.entries(lists).map(([route, reply]): [string, Reply] => [
      route,
      (...request) => (admits() ? reply(...request) : new Status(429)),
    ]);
    stub = await fireStub(Object.fromEntries(limited), { account: { pacing } });
    await stub.call("create_incident", {
      name: "x",
      severity: "sev1",
      team_ids: ["Payments"],
      impacts: [{ type: "service", id: "Production-DB", condition_id: "Unavailable" }],
    });
    expect(stub.arrived).toHaveLength(5);
    expect(admits.refused()).toBe(0);
  });
});

describe("a missing argument", () => {
  it("names the few values that it takes, with their ids", async () => {
    stub = await fireStub(lists);
    const { error } = resultOf(
      await stub.call("create_incident", {
        name: "Down",
        impacts: [{ type: "service", id: "Payments API" }],
      }),
    );
    expect(error.arguments).toEqual([
      { argument: "impacts[0].condition_id", message: `is required; it takes Unavailable (${uuid(41)})` },
    ]);
    expect(stub.writes()).toEqual([]);
  });

  it("leaves the count of all faults as it is, and reads no list, where a call has many", async () => {
    stub = await fireStub(lists);
    const impacts = [{ type: "service", id: "Payments API" }];
    const unknown = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`x${at}`, 1]));
    const { error } = resultOf(await stub.call("create_incident", { name: "Down", impacts, ...unknown }));
    expect(error.message).toBe("151 arguments are at fault.");
    expect(gets()).toBe(0);
  });

  it("is refused as before where the list is long, can't be read, or names aren't looked up", async () => {
    const impacts = [{ type: "service", id: "Payments API" }];
    const plain = [{ argument: "impacts[0].condition_id", message: "is required" }];
    const long = Array.from({ length: 8 }, (_, at) => ({ id: uuid(60 + at), name: `Condition ${at}` }));
    const path = "GET /v1/severity_matrix/conditions";
    for (const [answers, more] of [
      [{ ...lists, [path]: () => long }, {}],
      [{ ...lists, [path]: () => new Status(500) }, {}],
      [lists, { resolve_names: false }],
    ] as const) {
      stub = await fireStub(answers);
      const outcome = await stub.call("create_incident", { name: "Down", impacts, ...more });
      expect(resultOf(outcome).error.arguments).toEqual(plain);
      await stub.close();
    }
  });
});
