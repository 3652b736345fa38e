import { PostgresAdapter, sql, type Kysely } from "kysely";

/** The log's filters besides the server and the account. Each index also gives the newest entries first. */
export const searched = ["kind", "action", "outcome", "actor", "request_id", "tool"] as const;

/** Searching and deleting old entries take as long for millions of entries as for thousands. */
export async function indexLog(db: Kysely<unknown>): Promise<void> {
  // Indexing a large log takes longer than other statements may.
  if (db.getExecutor().adapter instanceof PostgresAdapter)
    await sql`set local statement_timeout = 0`.execute(db);
  for (const column of searched)
    await db.schema.createIndex(`audit_by_${column}`).on("audit").columns([column, "id"]).execute();
  await db.schema.createIndex("audit_by_time").on("audit").column("at").execute();
}
