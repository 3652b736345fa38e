import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PostgresAdapter, sql } from "kysely";
import type { Core } from "../../gateway/core.js";
import { openStore } from "../../gateway/store/open.js";
import type { Db, Store } from "../../gateway/store/store.js";
import { durationColumns } from "../../gateway/usage/durations.js";
import { readUsage, type UsageQuery } from "../../gateway/usage/read-usage.js";
import { counted } from "../../gateway/usage/usage-columns.js";
import { fillUsageDays } from "../../gateway/usage/usage-days.js";
import { fillUsageSums } from "../../gateway/usage/usage-sums.js";
import { createUsage, hourOf } from "../../gateway/usage/usage.js";
import { startDatabase } from "../kit/database.js";
import { median, timed } from "../kit/measure.js";
import { ms, row } from "../kit/table.js";

const HOUR = 3_600_000;
const HOURS = 13 * 730;
const [ACCOUNTS, SERVERS, TOOLS, PERSONS] = [40, 120, 50, 200];
/** A person uses one server URL, and each of these uses so many tools. */
const TOOLS_OF_SERVER = 10;
/** Calls of the same tool, person and server URL within an hour. */
const CALLS_IN_ROW = 5;
const SIZES = [100_000, 1_000_000, 10_000_000];
const RUNS = 5;
const WRITTEN = 1_000;

const now = new Date("2030-01-31T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR).toISOString();

const long = { since: ago(HOURS), limit: 400 };
const questions: Readonly<Record<string, UsageQuery>> = {
  "13 months by day": { by: "day", ...long },
  "13 months by tool": { by: "tool", ...long },
  "13 months by person": { by: "person", ...long },
  "13 months of a tool by day": { by: "day", tool: "tool_7", ...long },
  "13 months of a server URL by tool": { by: "tool", server_id: "srv_7", ...long },
  "the last day by server URL": { by: "server", since: ago(24) },
  "the last day by tool": { by: "tool", since: ago(24) },
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
    for (const [name, times] of Object.entries(figures)) {
      const [few = NaN, ...more] = times;
      const most = more.at(-1)!;
      const shown = times.map((time, index) => `${ms(time, 1)} after ${SIZES[index]! / 1e6} million calls`);
      row(`usage, ${name}, ${kind}`, `${(most / few).toFixed(1)} times`, { against: shown.join(", ") });
    }
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

/** The rows that so many calls leave in 13 months: in each hour the same number, of all persons in turn. */
async function fill(store: Store, calls: number): Promise<void> {
  const inHour = Math.round(calls / HOURS / CALLS_IN_ROW);
  const spread = durationColumns.map((_, index) => (index === 4 ? 4 : index === 8 ? 1 : 0));
  const numbers = sql.raw([CALLS_IN_ROW, 0, 300 * CALLS_IN_ROW, ...spread].join(", "));
  const columns = sql.join([...groups, ...counted].map((column) => sql.ref(column)));
  await store.withoutTimeout((db) =>
    db.transaction().execute(async (transaction) => {
      const restoreTriggers = await withoutTriggers(transaction);
      for (let hour = 0; hour < HOURS; hour += 1)
        await sql`
        with recursive numbers(n) as (
          select ${sql.lit(hour * inHour)} union all select n + 1 from numbers where n + 1 < ${sql.lit((hour + 1) * inHour)})
        insert into usage (${columns})
        select ${hourOf(new Date(ago(hour)))}, 'acc_' || (server % ${sql.lit(ACCOUNTS)}), 'srv_' || server, 'oauth:' || person,
          'tool_' || ((server * 7 + turn * 3 % ${sql.lit(TOOLS_OF_SERVER)}) % ${sql.lit(TOOLS)}), ${numbers}
        from (select person, person % ${sql.lit(SERVERS)} as server, turn
          from (select n % ${sql.lit(PERSONS)} as person, n / ${sql.lit(PERSONS)} as turn from numbers) as persons) as calls`.execute(
          transaction,
        );
      await fillUsageDays(transaction);
      await fillUsageSums(transaction);
      await restoreTriggers();
    }),
  );
}

/** Row by row, the triggers would take many minutes. The sums are computed afterwards, as an update of the store does. */
async function withoutTriggers(db: Db): Promise<() => Promise<void>> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`alter table usage disable trigger user`.execute(db);
    return async () => void (await sql`alter table usage enable trigger user`.execute(db));
  }
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'usage'`.execute(db);
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db);
  return async () => {
    for (const trigger of rows) await sql.raw(trigger.sql).execute(db);
  };
}

const groups = ["hour", "account_id", "server_id", "actor", "tool"] as const;
