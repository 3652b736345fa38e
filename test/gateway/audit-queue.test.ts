import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAuditLog, type AuditLog } from "../../gateway/audit/audit-log.js";
import { openStore } from "../../gateway/store/open.js";
import type { Store } from "../../gateway/store/store.js";

/* Entries that wait while the store fails. */

const MOST_WAITING = 10_000;
const folders: string[] = [];
let store: Store;
/** Whether the store takes no entry now. */
let isFailing: boolean;
/** How often the store was asked to take entries. */
let attempts: number;
let audit: AuditLog;
let logged: Record<string, unknown>[];

beforeEach(async () => {
  folders.push(mkdtempSync(join(tmpdir(), "standpipe-queue-")));
  store = await openStore({ folder: folders.at(-1)! });
  [isFailing, attempts, logged] = [false, 0, []];
  const keepAudit: Store["keepAudit"] = async (rows) => {
    attempts += 1;
    if (isFailing) throw new Error("the disk is full");
    // As a database that cannot take a text.
    if (rows.some(({ tool }) => tool === "bad"))
      throw Object.assign(new Error("bad"), { code: "SQLITE_TOOBIG" });
    await store.keepAudit(rows);
  };
  const write = (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>);
  audit = createAuditLog({ ...store, keepAudit }, pino({}, { write }), () => new Date());
});
afterEach(async () => {
  isFailing = false;
  await audit.close();
  await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const read = (tool: string) =>
  ({ kind: "call", action: "call", outcome: "ok", actor: "server", requestId: "req", tool }) as const;
/** The tools of stored entries, in the order of writing. */
const stored = async () =>
  (
    await store.db
      .selectFrom("audit")
      .select("tool")
      .orderBy(sql`rowid`)
      .execute()
  ).map(({ tool }) => tool);
/** Lets the process do what it can without time passing. */
const turns = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const lost = () => logged.filter(({ event }) => event === "audit_lost");

it("10,000 entries wait and are written in their order; more are lost, counted and logged with their ids", async () => {
  isFailing = true;
  for (let at = 0; at < MOST_WAITING + 3; at += 1) audit.recordSoon(read(`tool_${at}`));
  await audit.flush();
  expect(audit.isWorking()).toBe(false);
  expect(audit.counts).toMatchObject({ waiting: MOST_WAITING, lost: 3 });
  expect(lost()).toHaveLength(3);
  expect(lost()[0]).toMatchObject({ entries: 1, ids: [expect.stringMatching(/^log_/)] });
  isFailing = false;
  await audit.flush();
  expect(audit.isWorking()).toBe(true);
  expect(audit.counts).toMatchObject({ waiting: 0, lost: 3 });
  expect(await stored()).toEqual(Array.from({ length: MOST_WAITING }, (_, at) => `tool_${at}`));
});

it("waiting entries are written again by themselves", async () => {
  isFailing = true;
  await audit.record(read("waits"));
  expect(await stored()).toEqual([]);
  isFailing = false;
  await expect.poll(stored).toEqual(["waits"]);
});

it("a store that fails is asked again after pauses that grow to a second", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    isFailing = true;
    await audit.record(read("waits"));
    for (const [at, ms] of [100, 200, 400, 800, 1_000, 1_000].entries()) {
      vi.advanceTimersByTime(ms - 1);
      await turns();
      expect(attempts).toBe(at + 1);
      vi.advanceTimersByTime(1);
      await turns();
      expect(attempts).toBe(at + 2);
    }
  } finally {
    vi.useRealTimers();
  }
});

it("an entry that the store can never take is lost alone", async () => {
  for (const tool of ["first", "bad", "last"]) audit.recordSoon(read(tool));
  await audit.flush();
  expect(await stored()).toEqual(["first", "last"]);
  expect(audit.counts).toMatchObject({ waiting: 0, lost: 1 });
});

it("a write whose intent cannot be stored is refused, and leaves no entry", async () => {
  isFailing = true;
  await expect(audit.intend(read("write"))).rejects.toThrow("the disk is full");
  expect(audit.counts.waiting).toBe(0);
  isFailing = false;
  await audit.flush();
  expect(await stored()).toEqual([]);
});

it("entries that still wait when the gateway stops are logged as lost", async () => {
  isFailing = true;
  await audit.record(read("late"));
  await audit.close();
  expect(lost()).toMatchObject([{ entries: 1 }]);
});
