import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { Core } from "../../gateway/core.js";
import { openStore } from "../../gateway/store/open.js";
import type { Store } from "../../gateway/store/store.js";
import { durationColumns } from "../../gateway/usage/durations.js";
import { readUsage, type UsageQuery } from "../../gateway/usage/read-usage.js";
import { counted } from "../../gateway/usage/usage-columns.js";
import { createUsage, hourOf } from "../../gateway/usage/usage.js";
import { startDatabase } from "../kit/database.js";
import { median, timed } from "../kit/measure.js";
import { ms, row } from "../kit/table.js";

const HOUR = 3_600_000;
const HOURS = 13 * 730;
const SERVERS = 120;
/** Calls of the same tool, person and server URL within an hour. */
const CALLS_IN_ROW = 5;
const SIZES = [100_000, 10_000_000];
const RUNS = 5;
const WRITTEN = 1_000;

const now = new Date("2030-01-31T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR).toISOString();

const questions: Readonly<Record<string, UsageQuery>> = {
  "13 months by day": { by: "day", since: ago(HOURS), limit: 400 },
  "13 months by tool": { by: "tool", since: ago(HOURS) },
  "the last day by server URL": { by: "server", since: ago(24) },
};

/** Whether numbers of calls are read and written as fast after ten million calls as after a hundredth of them. */
export async function benchUsage(): Promise<void> {
  const database = await startDatabase();
  const folders: string[] = [];
  for (const kind of ["SQLite", "PostgreSQL"]) {
    const figures: Record<string, number[]> = {};
    for (const calls of SIZES) {
      const folder = await mkdtemp(join(tmpdir(), "standpipe-bench-"));
      folders.push(folder);
      const databaseUrl = kind === "SQLite" ? undefined : await database.database();
      const store = await openStore({ databaseUrl, folder });
      await fill(store, calls);
      for (const [name, durations] of Object.entries(await measure(store)))
        (figures[name] ??= []).push(median(durations));
      await store.close();
    }
    for (const [name, [few, many]] of Object.entries(figures))
      row(`usage, ${name}, ${kind}`, ms(many!, 1), {
        against: `after ${SIZES[1]! / 1e6} million calls; ${ms(few!, 1)} after ${SIZES[0]! / 1e6} million: ${(many! / few!).toFixed(1)} times`,
      });
  }
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  await database.stop();
}

async function measure(store: Store): Promise<Record<string, number[]>> {
  const usage = createUsage(store, () => now);
  const core = { store, now: () => now, usage } as unknown as Core;
  const figures: Record<string, number[]> = {};
  for (const [name, query] of Object.entries(questions))
    figures[name] = await timed(RUNS, () => readUsage(core, query));
  figures[`writing ${WRITTEN} calls`] = await timed(RUNS, async () => {
    for (let call = 0; call < WRITTEN; call += 1)
      usage.add({
        accountId: `acc_${call % SERVERS}`,
        serverId: `srv_${call % SERVERS}`,
        actor: "server",
        tool: `tool_${call % 7}`,
        isError: false,
        tokens: 300,
        ms: 80,
      });
    await usage.flush();
  });
  await usage.close();
  return figures;
}

/** The rows that so many calls leave in 13 months: each hour the same number, and each server URL with about ten tools. */
async function fill({ db }: Store, calls: number): Promise<void> {
  const inHour = Math.round(calls / HOURS / CALLS_IN_ROW);
  const spread = durationColumns.map((_, index) => (index === 4 ? 4 : index === 8 ? 1 : 0));
  const numbers = sql.raw([CALLS_IN_ROW, 0, 300 * CALLS_IN_ROW, ...spread].join(", "));
  const columns = sql.join([...groups, ...counted].map((column) => sql.ref(column)));
  await db.transaction().execute(async (transaction) => {
    for (let hour = 0; hour < HOURS; hour += 1)
      await sql`
        with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < ${sql.lit(inHour)})
        insert into usage (${columns})
        select ${hourOf(new Date(ago(hour)))}, 'acc_' || (n % ${sql.lit(SERVERS)}), 'srv_' || (n % ${sql.lit(SERVERS)}),
          'server', 'tool_' || ((n / ${sql.lit(SERVERS)}) * 5 + ${sql.lit(hour % 5)}), ${numbers}
        from numbers`.execute(transaction);
  });
}

const groups = ["hour", "account_id", "server_id", "actor", "tool"] as const;
