import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, it, afterAll } from "vitest";
import type { Core } from "../../gateway/core.js";
import { scopedCore } from "../../gateway/identity/scoped-store.js";
import type { Scope } from "../../gateway/identity/scope.js";
import { openStore } from "../../gateway/store/open.js";
import type { Store } from "../../gateway/store/store.js";
import { durationColumns } from "../../gateway/usage/durations.js";
import { readUsage, type UsageQuery } from "../../gateway/usage/read-usage.js";
import { usageGroups, type UsageGroup } from "../../gateway/usage/select-usage.js";
import { levelFor } from "../../gateway/usage/usage-levels.js";
import { spansOf } from "../../gateway/usage/usage-spans.js";
import { fillUsageSums } from "../../gateway/usage/usage-sums.js";
import type { UsageSum } from "../../gateway/usage/usage-sum.js";
import { addUsage } from "../../gateway/usage/usage-table.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HOUR_MS = 3_600_000;
const settingsOf = useStores();
const now = new Date("2026-03-17T09:30:00.000Z");
const hourAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS).toISOString();

/** Numbers of the hours around edges of days, months and years, each written twice. */
const sums: UsageSum[] = [0, 1, 9, 10, 33, 200, 393, 394, 400, 1_000, 1_826, 1_827, 5_000, 9_000].flatMap(
  (ago, index) =>
    [0, 1, 2, 3, 4].map((server) => ({
      hour: hourAgo(ago).slice(0, 13),
      account_id: `acc_${server % 2}`,
      server_id: `srv_${server}`,
      actor: `oauth:${(server + index) % 3}`,
      tool: `tool_${(server * index) % 4}`,
      calls: 1 + ((server + index) % 5),
      errors: server % 2,
      tokens: 10 * index,
      durations: durationColumns.map((_, range) => (range === server ? 1 : 0)),
    })),
);

const either = <Value extends string>(...values: Value[]) => fc.constantFrom(undefined, ...values);
const question = fc.record({
  by: fc.constantFrom(...usageGroups),
  since: fc.integer({ min: 0, max: 9_500 }).map(hourAgo),
  until: fc.option(fc.integer({ min: 0, max: 9_500 }).map(hourAgo), { nil: undefined }),
  account_id: either("acc_0", "acc_1"),
  server_id: either("srv_0", "srv_3"),
  tool: either("tool_0", "tool_2"),
  person: either("oauth:0", "oauth:1"),
}) satisfies fc.Arbitrary<UsageQuery>;

const columns = { server: "server_id", account: "account_id", tool: "tool", person: "actor" } as const;

/** The answer by another way: from the list above, hour by hour. */
function expected(asked: UsageQuery, accounts?: readonly string[]): Record<string, [number, number, number]> {
  const { by = "tool", since = "", until = now.toISOString() } = asked;
  const keyOf = (sum: UsageSum, group: UsageGroup) =>
    group === "hour" ? sum.hour : group === "day" ? sum.hour.slice(0, 10) : sum[columns[group]];
  const groups: Record<string, [number, number, number]> = {};
  for (const sum of sums) {
    const isAsked =
      sum.hour >= since.slice(0, 13) &&
      sum.hour <= until.slice(0, 13) &&
      (asked.account_id ?? sum.account_id) === sum.account_id &&
      (asked.server_id ?? sum.server_id) === sum.server_id &&
      (asked.tool ?? sum.tool) === sum.tool &&
      (asked.person ?? sum.actor) === sum.actor &&
      accounts?.includes(sum.account_id) !== false;
    if (!isAsked) continue;
    const group = (groups[keyOf(sum, by)] ??= [0, 0, 0]);
    for (const [index, amount] of [sum.calls, sum.errors, sum.tokens].entries()) group[index]! += 2 * amount;
  }
  return groups;
}

describe.each(storeKinds)("sums of calls on %s", (kind) => {
  let store: Store;
  let core: Core;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "standpipe-usage-"));
    store = await openStore({ databaseUrl: undefined, folder, ...(await settingsOf(kind)) });
    core = { store, now: () => now, usage: { flush: async () => {} } } as unknown as Core;
    for (let time = 0; time < 2; time += 1) {
      // Several hours and rows in a statement, and one alone.
      await addUsage(store.db, sums.slice(1));
      await addUsage(store.db, sums.slice(0, 1));
    }
  });
  afterAll(async () => {
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const answer = async (of: Core, asked: UsageQuery) => {
    const { result, total } = await readUsage(of, { ...asked, limit: 1_000 });
    const groups = Object.fromEntries(
      result.map(({ key, calls, errors, tokens }) => [key, [calls, errors, tokens]]),
    );
    return { groups, calls: total.calls };
  };
  const callsOf = (groups: Record<string, number[]>) =>
    Object.values(groups).reduce((all, [calls]) => all + calls!, 0);

  it("answer any question as the single hours do", async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const groups = expected(asked);
        expect(await answer(core, asked)).toEqual({ groups, calls: callsOf(groups) });
      }),
      { numRuns: 150 },
    );
  });

  it("show a person only what belongs to their accounts", async () => {
    const part = { read: ["acc_1"], write: undefined };
    const scope = new Proxy({}, { get: () => part, has: () => true, getOwnPropertyDescriptor: own }) as Scope;
    const theirs = scopedCore(core, scope);
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const groups = expected(asked, ["acc_1"]);
        expect(await answer(theirs, asked)).toEqual({ groups, calls: callsOf(groups) });
      }),
      { numRuns: 100 },
    );
  });

  it("are the same if an update of the store computes them from the hours", async () => {
    const all = async () => {
      const rows = await store.db.selectFrom("usage_sums").selectAll().execute();
      return rows
        .map((row) => JSON.stringify(Object.entries(row).map(([name, value]) => [name, String(value)])))
        .sort();
    };
    const written = await all();
    expect(written.length).toBeGreaterThan(300);
    await sql`delete from usage_sums`.execute(store.db);
    await fillUsageSums(store.db);
    expect(await all()).toEqual(written);
  });
});

function own() {
  return { configurable: true, enumerable: true };
}

describe("the rows that a question reads", () => {
  const time = (since: string, until: string) => ({ since: new Date(since), until: new Date(until), now });

  it("are months, with days and hours at the edges", () => {
    expect(spansOf(time("2025-01-30T22:10:00Z", "2025-04-02T01:59:00Z"), ["hour", "day", "month"])).toEqual([
      { period: "hour", from: "2025-01-30T22", end: "2025-01-31T00" },
      { period: "day", from: "2025-01-31", end: "2025-02-01" },
      { period: "month", from: "2025-02", end: "2025-04" },
      { period: "day", from: "2025-04-01", end: "2025-04-02" },
      { period: "hour", from: "2025-04-02T00", end: "2025-04-02T02" },
    ]);
    expect(spansOf(time("2025-04-01T00:00:00Z", "2026-03-17T09:30:00Z"), ["hour", "day", "month"])).toEqual([
      { period: "month", from: "2025-04", end: "2026-04" },
    ]);
    expect(spansOf(time("2026-03-16T09:30:00Z", "2026-03-16T08:30:00Z"), ["hour", "day", "month"])).toEqual(
      [],
    );
  });

  it("are sums for every question about fewer than three of server, tool and person", () => {
    const three = ["server", "tool", "person"] as const;
    for (const [one, other] of [...three].flatMap((one) => three.map((other) => [one, other] as const)))
      expect(levelFor(new Set(["account", one, other])), `${one} ${other}`).toBeDefined();
    expect(levelFor(new Set(three))).toBeUndefined();
    expect(levelFor(new Set())).toMatchObject({ name: "" });
  });

  it("are none for years without numbers", () => {
    const yearOf = (year: string) =>
      spansOf(time(`${year}-01-01T00:00:00+01:00`, `${year}-12-31T23:59:59-01:00`), ["hour"]);
    expect(yearOf("0000")).toEqual([{ period: "hour", from: "1970-01-01T00", end: "1970-01-01T01" }]);
    expect(yearOf("9999")).toEqual([]);
  });
});
