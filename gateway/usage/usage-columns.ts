import type { CreateTableBuilder, Kysely } from "kysely";
import { durationColumns } from "./durations.js";

export const counted = ["calls", "errors", "tokens", ...durationColumns] as const;
const groups = ["hour", "account_id", "server_id", "actor", "tool"] as const;

/** The table as the store types it. */
export type UsageTable = { readonly [Column in (typeof groups)[number]]: string } & {
  readonly [Column in (typeof counted)[number]]: number;
};

/** The same numbers by day. */
export type UsageDaysTable = Omit<UsageTable, "hour"> & { readonly day: string };

/** Migrates the store. Once released, it is never changed. */
export async function createUsageTable({ schema }: Kysely<unknown>): Promise<void> {
  let table: CreateTableBuilder<string, string> = schema.createTable("usage");
  for (const group of groups) table = table.addColumn(group, "text", (column) => column.notNull());
  for (const column of counted) table = table.addColumn(column, "bigint", (made) => made.notNull());
  // The hour comes first, because every question is about a time.
  await table.addPrimaryKeyConstraint("usage_key", ["hour", "server_id", "tool", "actor"]).execute();
}
