import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  await benchStore("SQLite", await openStore({ folder }));
  await rm(folder, { recursive: true, force: true });
  const database = await startDatabase();
  await benchStore("PostgreSQL", await openStore({ databaseUrl: database.url, folder: "unused" }));
  await database.stop();
}

async function benchStore(kind: string, store: Store): Promise<void> {
  const core = { store, now: () => new Date(), audit: { flush: async () => {} } } as unknown as Core;
  const figures: Record<string, number[]> = {};
  const note = (what: string, durations: readonly number[]) =>
    (figures[what] = [...(figures[what] ?? []), median(durations)]);
  let entries = 0;
  for (const size of SIZES) {
    await fill(store, size * ENTRIES - entries, DAYS_KEPT - 1);
    entries = size * ENTRIES;
    for (const [name, query] of Object.entries(searches)) {
      let index = 0;
      await timed(3, () => readLog(core, query(index++)));
      note(`log search ${name}`, await timed(SEARCHES, () => readLog(core, query(index++))));
    }
    const pruned: number[] = [];
    for (let times = 0; times < 3; times++) {
      await fill(store, PRUNED, 1, DAYS_KEPT + 5);
      pruned.push(...(await timed(1, () => removeOldEntries(core, DAYS_KEPT))));
    }
    note(`removal of ${PRUNED} old entries`, pruned);
  }
  const { partitions } = store;
  if (partitions)
    for (const size of SIZES)
      note("removal of a month that is over", await dropMonths(store, partitions, size * IN_MONTH));
  for (const [what, [least, some, most]] of Object.entries(figures))
    row(`${what}, ${kind}`, ms(most!, 1), {
      against: `${SIZES.at(-1)! * ENTRIES} entries; ${ms(some!, 1)} at 10×, ${ms(least!, 1)} at 1×: ${(most! / least!).toFixed(1)} times`,
      aim: "flat",
    });
  await store.close();
}

/** As years later: months have partitions of their own, and the one with the entries is over. */
async function dropMonths(store: Store, partitions: AuditPartitions, entries: number): Promise<number[]> {
  const durations: number[] = [];
  for (let times = 0; times < 3; times++) {
    const month = new Date((later += 40 * DAY));
    await partitions.dropBefore(month);
    await partitions.createAhead(month);
    await fill(store, entries, 0.1, (Date.now() - month.getTime()) / DAY);
    const over = new Date(month.getTime() + 32 * DAY);
    durations.push(...(await timed(1, () => partitions.dropBefore(over))));
  }
  return durations;
}

let later = Date.now() + 365 * DAY;

/** Adds entries that are spread over so many days, the last of them so many days ago. */
async function fill({ db }: Store, count: number, days: number, endDays = 0): Promise<void> {
  const [end, step] = [Date.now() - endDays * DAY, (days * DAY) / count];
  await db.transaction().execute(async (transaction) => {
    for (let first = 0; first < count; first += 500) {
      const rows = Array.from({ length: Math.min(500, count - first) }, (_, index) => {
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
      await transaction
        .insertInto("audit")
        .values(rows as never)
        .execute();
    }
  });
}
