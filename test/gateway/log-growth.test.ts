import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
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

it("entries past the retention are deleted in steps, and the others stay", async () => {
  // One step, then the gateway stops.
  expect(await removeOldEntries(core(), 90, () => true)).toBe(200);
  expect(await removeOldEntries(core(), 90)).toBeGreaterThan(900);
  expect(await removeOldEntries(core(), 90)).toBe(0);
  expect(
    (await readLog(core(), { since: new Date(Date.now() - 80 * DAY).toISOString() })).result,
  ).toHaveLength(50);
});
