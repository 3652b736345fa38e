import type { Kysely } from "kysely";

/** How far a stream has come, and which process sends it. */
export interface StreamTable {
  name: string;
  /** The number of the last entry that was delivered. PostgreSQL's driver gives it as text. */
  sent: number | string;
  /** The process that sends, until a time. Another one continues after it. */
  holder: string;
  held_until: string;
  /** Attempts that failed since the last delivery. */
  failures: number;
  error: string | null;
  /** No attempt before it. */
  retry_at: string;
  updated_at: string;
}

/** A seal that the receiver refused for good. */
export interface DeadLetterTable {
  stream: string;
  /** The numbers of its first and last entry. */
  first: number | string;
  last: number | string;
  error: string;
  failed_at: string;
  /** When a person asked to send it again; null before that. */
  replay_at: string | null;
}

export async function addStreams({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("audit_streams")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("sent", "bigint", (column) => column.notNull())
    .addColumn("holder", "text", (column) => column.notNull())
    .addColumn("held_until", "text", (column) => column.notNull())
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("error", "text")
    .addColumn("retry_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createTable("audit_dead_letters")
    .addColumn("stream", "text", (column) => column.notNull())
    .addColumn("first", "bigint", (column) => column.notNull())
    .addColumn("last", "bigint", (column) => column.notNull())
    .addColumn("error", "text", (column) => column.notNull())
    .addColumn("failed_at", "text", (column) => column.notNull())
    .addColumn("replay_at", "text")
    .addPrimaryKeyConstraint("audit_dead_letters_key", ["stream", "last"])
    .execute();
  await schema.alterTable("servers").addColumn("expiry_warned", "text").execute();
}
