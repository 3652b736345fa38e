import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command as usageCommand } from "../../cli/admin/usage.js";
import { bounds, quantile, rangeOf } from "../../gateway/usage/durations.js";
import type { UsageReport } from "../../gateway/usage/read-usage.js";
import { createUsage } from "../../gateway/usage/usage.js";
import { createClock } from "./kit/clock.js";
import { call, makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { commandsCall, stub, useStub } from "./kit/stub.js";

const HOUR_MS = 3_600_000;
const settingsOf = useStores();
useStub();

const used = (on: TestGateway, query = "") =>
  on.ask<UsageReport>("GET", `/usage?${query}`).then(({ body }) => body);

describe.each(storeKinds)("usage on %s", (kind) => {
  let on: TestGateway;
  const clock = createClock();
  const start = async () =>
    startTestGateway({
      settings: { ...(await settingsOf(kind)), baseUrls: [stub.url] },
      clock,
    });
  beforeAll(async () => void (on = await start()));
  afterAll(() => on.stop());

  it("counts calls, errors and tokens by server, account, tool, person and time", async () => {
    const account = await makeAccount(on, stub.url, "Acme");
    const one = await makeServer(on, account, {}, { name: "One" });
    const two = await makeServer(on, account, {}, { name: "Two" });
    for (const { url } of [one, one, two]) await call(url, "list_incidents");
    await call(one.url, "get_incident", {});
    await call(one.url, "search_tools", { query: "incident" });
    clock.pass(25 * HOUR_MS);
    await call(two.url, "list_incidents");

    const all = await used(on, `since=${new Date(0).toISOString()}`);
    expect(all.total).toMatchObject({ calls: 6, errors: 1 });
    expect(all.total.tokens).toBeGreaterThan(100);
    expect(all.result.map(({ key, calls, errors }) => [key, calls, errors])).toEqual(
      expect.arrayContaining([
        ["list_incidents", 4, 0],
        ["get_incident", 1, 1],
        ["search_tools", 1, 0],
      ]),
    );
    expect(all.result[0]).toMatchObject({ key: "list_incidents", p50_ms: expect.any(Number) });
    const since = `since=${new Date(0).toISOString()}`;
    const servers = await used(on, `by=server&${since}`);
    expect(servers.result.map(({ key, name, calls }) => [key, name, calls])).toEqual([
      [one.id, "One", 4],
      [two.id, "Two", 2],
    ]);
    expect((await used(on, `by=account&${since}`)).result).toMatchObject([
      { key: account, name: "Acme", calls: 6 },
    ]);
    expect((await used(on, `by=person&${since}`)).result).toMatchObject([{ key: "server", calls: 6 }]);
    expect((await used(on, `by=day&${since}`)).result.map(({ calls }) => calls)).toEqual([5, 1]);
    expect((await used(on, `by=hour&${since}&server_id=${one.id}`)).total.calls).toBe(4);
    expect((await used(on, `tool=get_incident&${since}`)).total).toMatchObject({ calls: 1, errors: 1 });
    expect((await used(on)).total.calls, "of the last 24 hours").toBe(1);
    expect((await used(on, "tool=none")).total).toEqual({
      ...{ calls: 0, errors: 0, tokens: 0 },
      ...{ p50_ms: null, p95_ms: null },
    });
  });

  it("shows the same on the command line", async () => {
    const out = commandsCall(on);
    expect(await usageCommand.run(["--by", "server", "--since", "400d", "--account", "Acme"])).toBe(0);
    expect(out.join("\n")).toMatch(/^SERVER +CALLS +ERRORS +P50 MS +P95 MS +TOKENS\nOne +4 +1 /);
    expect(out.join("\n")).toMatch(/^Two +2 +0 /m);
    expect(out.join("\n")).toMatch(/^total +6 +1 /m);
  });
});

describe.each(storeKinds)("the numbers of hours on %s", (kind) => {
  it("add up over replicas and restarts, in few rows for many calls", async () => {
    const { databaseUrl } = await settingsOf(kind);
    const own = await startTestGateway({ settings: { databaseUrl } });
    const { store } = own.gateway.core;
    const at = new Date("2026-01-01T10:59:59Z");
    const call = { accountId: "acc_1", serverId: "srv_1", actor: "server", tool: "t", tokens: 10, ms: 30 };
    const replicas = [createUsage(store, () => at), createUsage(store, () => at)];
    for (let calls = 0; calls < 100_000; calls += 1)
      replicas[calls % 2]!.add({ ...call, tool: `t${calls % 5}`, isError: calls % 10 === 0 });
    await Promise.all(replicas.map((usage) => usage.close()));
    const third = createUsage(store, () => at);
    third.add({ ...call, tool: "t0", isError: false, ms: 9_000_000 });
    await third.close();
    const rows = await store.db.selectFrom("usage").selectAll().orderBy("tool").execute();
    expect(rows.map(({ tool, calls, errors }) => [tool, Number(calls), Number(errors)])).toEqual([
      ["t0", 20_001, 10_000],
      ["t1", 20_000, 0],
      ["t2", 20_000, 0],
      ["t3", 20_000, 0],
      ["t4", 20_000, 0],
    ]);
    expect(rows[0]).toMatchObject({ hour: "2026-01-01T10" });
    expect(Number(rows[0]!.tokens)).toBe(200_010);
    expect(Number(rows[0]!["to_50_ms" as "calls"])).toBe(20_000);
    expect(Number(rows[0]!["over_60000_ms" as "calls"])).toBe(1);
    await own.stop();
  });

  it("are deleted after 13 months", async () => {
    const { databaseUrl } = await settingsOf(kind);
    const clock = createClock();
    const options = { settings: { databaseUrl }, clock };
    const own = await startTestGateway(options);
    const { core } = own.gateway;
    core.usage.add({
      accountId: "a",
      serverId: "s",
      actor: "x",
      tool: "t",
      isError: false,
      tokens: 1,
      ms: 1,
    });
    await core.usage.flush();
    const count = async () =>
      Promise.all(
        (["usage", "usage_days", "usage_sums"] as const).map(
          async (table) => (await core.store.db.selectFrom(table).selectAll().execute()).length,
        ),
      );
    const { startHousekeeping } = await import("../../gateway/housekeeping.js");
    const settings = { auditDays: 90, auditStreams: [], approvalChannels: [] };
    const parts = { settings, logger: pino({ level: "silent" }), pruned: () => {} };
    const tidy = () => startHousekeeping(core, parts, () => {})();
    clock.pass(390 * 24 * HOUR_MS);
    await tidy();
    expect(await count()).toEqual([1, 1, 25]);
    clock.pass(8 * 24 * HOUR_MS);
    await tidy();
    expect(await count()).toEqual([0, 0, 0]);
    await own.stop();
  });
});

it("sums wait while the store fails, and their number in memory is bounded", async () => {
  const own = await startTestGateway();
  const { store } = own.gateway.core;
  let isFailing = true;
  const db = new Proxy(store.db, {
    get(target, name: keyof typeof store.db) {
      if (isFailing && name === "insertInto") throw new Error("gone");
      const value: unknown = target[name];
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
  const usage = createUsage({ ...store, db }, () => new Date());
  const add = (tool: string) =>
    usage.add({ accountId: "a", serverId: "s", actor: "x", tool, isError: false, tokens: 1, ms: 1 });
  for (let tool = 0; tool < 20_000; tool += 1) add(`t${tool}`);
  await usage.flush();
  add("t0");
  isFailing = false;
  await usage.close();
  const rows = await store.db.selectFrom("usage").selectAll().execute();
  expect(rows.length).toBe(10_001);
  expect(rows.reduce((sum, { calls }) => sum + Number(calls), 0)).toBe(20_001);
  expect(Number(rows.find(({ tool }) => tool === "other")!.calls)).toBe(10_000);
  await own.stop();
});

it("quantiles lie within the range of the true value", () => {
  const values = Array.from({ length: 1_000 }, (_, index) => (index * 37) % 1_000);
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const value of values) counts[rangeOf(value)]! += 1;
  expect(quantile(counts, 0.5)).toBeGreaterThanOrEqual(350);
  expect(quantile(counts, 0.5)).toBeLessThanOrEqual(500);
  expect(quantile(counts, 0.95)).toBeGreaterThanOrEqual(750);
  expect(quantile(counts, 0.95)).toBeLessThanOrEqual(1_000);
  expect(quantile([0, 0], 0.5)).toBeNull();
  expect(rangeOf(5)).toBe(0);
  expect(rangeOf(60_001)).toBe(bounds.length);
});
