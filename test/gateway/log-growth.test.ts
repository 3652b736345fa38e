import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { removeOldEntries } from "../../gateway/audit/retention.js";
import { readLog } from "../../gateway/audit/read-log.js";
import type { Core } from "../../gateway/core.js";
import { newId } from "../../gateway/id.js";
import { openStore } from "../../gateway/store/open.js";
import type { Store } from "../../gateway/store/store.js";

const DAY = 86_400_000;
const ROWS = 12_000;
const folder = mkdtempSync(join(tmpdir(), "standpipe-log-"));
let store: Store;

/** Entries over a hundred days, enough that a worker reads them. */
beforeAll(async () => {
  store = await openStore({ folder });
  const start = Date.now() - 100 * DAY;
  for (let first = 0; first < ROWS; first += 500) {
    const rows = Array.from({ length: 500 }, (_, index) => {
      const time = start + ((first + index) * 100 * DAY) / ROWS;
      const stamps = { id: newId("log", time), at: new Date(time).toISOString() };
      const act = { kind: "call" as const, action: "call", outcome: "ok", actor: "server" };
      return { ...stamps, ...act, request_id: `req_${first + index}`, tool: `tool_${index % 100}` };
    });
    await store.db.insertInto("audit").values(rows).execute();
  }
});
afterAll(() => store.close());

const core = () => ({ store, now: () => new Date(), audit: { flush: async () => {} } }) as unknown as Core;

it("several readers can search a large log repeatedly", async () => {
  for (let times = 0; times < 3; times += 1)
    expect((await readLog(core(), { tool: "tool_7", limit: 30 })).result).toHaveLength(30);
  const found = await Promise.all(
    Array.from({ length: 5 }, (_, index) => readLog(core(), { request_id: `req_${index}` })),
  );
  expect(found.map(({ result }) => result[0]?.["request_id"])).toEqual(
    found.map((_, index) => `req_${index}`),
  );
});

/** A read that takes long, as of a search through millions of rows. */
const longRead = (rows: number) =>
  store.db
    .selectFrom(
      sql<{
        count: number;
      }>`(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${rows})
        select count(*) as count from numbers)`.as("counted"),
    )
    .selectAll();

it("the process goes on while a long read runs", async () => {
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  expect(await store.read(longRead(3_000_000))).toEqual([{ count: 3_000_000 }]);
  clearInterval(turning);
  expect(turns).toBeGreaterThan(10);
});

it("a read that takes too long is refused with the reason, and the next one is answered", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const refused = expect(store.read(longRead(5_000_000))).rejects.toThrow(/search took too long/);
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    // Into the middle of its statement, where libsql would abort this process if a thread of it was stopped.
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    while (turns < 150) await new Promise((resolve) => setImmediate(resolve));
    clearInterval(turning);
    vi.advanceTimersByTime(10_000);
    await refused;
  } finally {
    vi.useRealTimers();
  }
  expect((await readLog(core(), { tool: "tool_7", limit: 30 })).result).toHaveLength(30);
  // It began later, so the refused one would have ended by now.
  expect(await store.read(longRead(5_000_000))).toEqual([{ count: 5_000_000 }]);
});

it("entries past the retention are deleted in steps, and the others stay", async () => {
  // One step, then the gateway stops.
  expect(await removeOldEntries(core(), 90, () => true)).toBe(200);
  expect(await removeOldEntries(core(), 90)).toBeGreaterThan(900);
  expect(await removeOldEntries(core(), 90)).toBe(0);
  expect(
    (await readLog(core(), { since: new Date(Date.now() - 80 * DAY).toISOString() })).result,
  ).toHaveLength(50);
});
