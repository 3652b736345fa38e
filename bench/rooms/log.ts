import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditTable } from "../../gateway/audit/fields.js";
import { readLog, type LogQuery } from "../../gateway/audit/read-log.js";
import { removeOldEntries } from "../../gateway/audit/retention.js";
import type { Core } from "../../gateway/core.js";
import { newId } from "../../gateway/id.js";
import { openStore } from "../../gateway/store/open.js";
import type { AuditPartitions } from "../../gateway/store/audit-partitions.js";
import type { Store } from "../../gateway/store/store.js";
import { median, timed } from "../kit/measure.js";
import { startDatabase } from "../kit/database.js";
import { ms, row } from "../kit/table.js";

const ENTRIES = 10_000;
const SIZES = [1, 10, 100];
const SEARCHES = 15;
const PRUNED = 1_000;
/** Entries of a month that is dropped, at 1×. */
const IN_MONTH = 1_000;
const DAY = 86_400_000;
const DAYS_KEPT = 90;

const searches: Readonly<Record<string, (index: number) => LogQuery>> = {
  "by tool": (index) => ({ tool: `tool_${index % 100}`, limit: 50 }),
  "by request": (index) => ({ request_id: `req_${index * 7}`, limit: 50 }),
  "in an hour": (index) => {
    const since = new Date(Date.now() - (index + 1) * DAY);
    return {
      since: since.toISOString(),
      until: new Date(since.getTime() + 3_600_000).toISOString(),
      // An hour of the smallest log has so many, and each size must answer with as many.
      limit: 4,
    };
  },
};

/** Whether searching and pruning the audit log takes longer when the log grows. */
export async function benchLog(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-bench-"));
  await benchStores("SQLite", (size) => openStore({ folder: join(folder, String(size)) }));
  await rm(folder, { recursive: true, force: true });
  const database = await startDatabase();
  await benchStores("PostgreSQL", async () =>
    openStore({ databaseUrl: await database.database(), folder: "unused" }),
  );
  await database.stop();
}

/** A store for each size, measured in turns, so that other load on the machine affects all sizes. */
async function benchStores(kind: string, open: (size: number) => Promise<Store>): Promise<void> {
  const stores: Store[] = [];
  for (const size of SIZES) {
    const store = await open(size);
    await fill(store, size * ENTRIES, DAYS_KEPT - 1);
    stores.push(store);
  }
  for (const [name, query] of Object.entries(searches)) {
    const figures = await inTurns(stores, SEARCHES, (store, turn) => readLog(coreOf(store), query(turn)));
    show(`log search ${name}, ${kind}`, figures);
  }
  const prune = (store: Store) => removeOldEntries(coreOf(store), DAYS_KEPT);
  const addOld = (store: Store) => fill(store, PRUNED, 1, DAYS_KEPT + 5);
  show(`removal of ${PRUNED} old entries, ${kind}`, await inTurns(stores, 3, prune, addOld));
  if (stores[0]!.partitions) await benchMonths(kind, stores[0]!, stores[0]!.partitions);
  for (const store of stores) await store.close();
}

async function benchMonths(kind: string, store: Store, partitions: AuditPartitions): Promise<void> {
  const dropped: { took: number; waited: number }[][] = [];
  for (const size of SIZES) dropped.push(await dropMonths(store, partitions, size * IN_MONTH));
  const all = (figure: "took" | "waited") => dropped.map((months) => months.map((month) => month[figure]));
  show(`longest wait of a new entry while a month is removed, ${kind}`, all("waited"));
  // PostgreSQL deletes the files after it has released its locks, so nothing waits for that.
  show(`removal of a month with its files, ${kind}`, all("took"), "grows with the files");
}

/** Durations at each store, after some runs that do not count. */
async function inTurns(
  stores: readonly Store[],
  turns: number,
  work: (store: Store, turn: number) => Promise<unknown>,
  prepare: (store: Store) => Promise<void> = async () => {},
): Promise<number[][]> {
  const durations = stores.map((): number[] => []);
  for (let turn = -3; turn < turns; turn++)
    for (const [at, store] of stores.entries()) {
      await prepare(store);
      const [took] = await timed(1, () => work(store, turn + 3));
      if (turn >= 0) durations[at]!.push(took!);
    }
  return durations;
}

function show(what: string, figures: readonly (readonly number[])[], aim = "flat"): void {
  const [least, some, most] = figures.map(median) as [number, number, number];
  row(what, ms(most, 1), {
    against: `${SIZES.at(-1)!}× as much; ${ms(some, 1)} at 10×, ${ms(least, 1)} at 1×: ${(most / least).toFixed(1)} times`,
    aim,
  });
}

function coreOf(store: Store): Core {
  return { store, now: () => new Date(), audit: { flush: async () => {} } } as unknown as Core;
}

/** As years later: months have partitions of their own, and the one with the entries is over. */
async function dropMonths(store: Store, partitions: AuditPartitions, entries: number) {
  const durations: { took: number; waited: number }[] = [];
  for (let times = 0; times < 3; times++) {
    const month = new Date((later += 40 * DAY));
    await partitions.dropBefore(month);
    await partitions.createAhead(month);
    await fill(store, entries, 0.1, (Date.now() - month.getTime()) / DAY);
    const over = new Date(month.getTime() + 32 * DAY);
    let [isOver, waited] = [false, 0];
    const writing = (async () => {
      while (!isOver) waited = Math.max(waited, ...(await timed(1, () => fill(store, 1, 1))));
    })();
    const [took] = await timed(1, () => partitions.dropBefore(over)).finally(() => (isOver = true));
    await writing;
    durations.push({ took: took!, waited });
  }
  return durations;
}

let later = Date.now() + 365 * DAY;

/** Rows of one statement. */
const AT_ONCE = 5_000;

/** Adds entries that are spread over so many days, the last of them so many days ago. */
async function fill(store: Store, count: number, days: number, endDays = 0): Promise<void> {
  const [end, step] = [Date.now() - endDays * DAY, (days * DAY) / count];
  for (let first = 0; first < count; first += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => {
      const time = Math.floor(end - (count - first - index) * step);
      const entry = {
        id: newId("log", time),
        at: new Date(time).toISOString(),
        kind: "call",
        action: "call",
      };
      const place = { server_id: `srv_${index % 50}`, account_id: `acc_${index % 5}` };
      const said = { outcome: "ok", actor: "server", request_id: `req_${first + index}` };
      return { ...entry, ...place, ...said, tool: `tool_${index % 100}` };
    });
    // Absent columns are null.
    await store.keepAudit(rows as unknown as AuditTable[]);
  }
}
