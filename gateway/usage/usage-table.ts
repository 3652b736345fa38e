import { sql, type RawBuilder } from "kysely";
import type { Db } from "../store/store.js";
import { durationColumns } from "./durations.js";
import { counted, type UsageTable } from "./usage-columns.js";
import { levels, periods } from "./usage-levels.js";
import type { UsageSum } from "./usage-sum.js";

/** Adds sums to those of other flushes and other replicas, all or none. */
export async function addUsage(db: Db, sums: readonly UsageSum[]): Promise<void> {
  // In one order, so that two replicas do not wait for each other's rows.
  const rows = sums.map(rowOf).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const added = counted.map((column) => [
    column,
    sql`${sql.ref(`usage.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
  ]);
  await db
    .insertInto("usage")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["hour", "server_id", "tool", "actor"])
        .doUpdateSet(Object.fromEntries(added) as Record<"calls", RawBuilder<number>>),
    )
    .execute();
}

/** Deletes the numbers of hours before this one, and of the days and months before its own. */
export async function removeUsageBefore(db: Db, hour: string): Promise<void> {
  await db.deleteFrom("usage").where("hour", "<", hour).execute();
  await db.deleteFrom("usage_days").where("day", "<", hour.slice(0, periods.day)).execute();
  // By level, because the key of the rows begins with period and level.
  for (const level of levels)
    for (const period of level.periods)
      await db
        .deleteFrom("usage_sums")
        .where("period", "=", period)
        .where("level", "=", level.name)
        .where("at", "<", hour.slice(0, periods[period]))
        .execute();
}

function rowOf({ durations, ...sum }: UsageSum): UsageTable {
  const ranges = durationColumns.map((column, index) => [column, durations[index]!]);
  return { ...sum, ...Object.fromEntries(ranges) } as UsageTable;
}

function keyOf({ hour, server_id, tool, actor }: UsageTable): string {
  return `${hour} ${server_id} ${tool} ${actor}`;
}
