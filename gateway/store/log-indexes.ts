import { PostgresAdapter, sql, type Kysely, type QueryExecutorProvider } from "kysely";

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

/** Filters that came later. Many entries have no value for them, and are not in the index. */
const searchedLater = ["subject", "access"] as const;

const contents = (column: string) => sql`(${sql.ref(column)}, id) where ${sql.ref(column)} is not null`;

export async function indexMoreOfLog(db: Kysely<unknown>): Promise<void> {
  for (const column of searchedLater)
    await sql`create index ${sql.id(`audit_by_${column}`)} on audit ${contents(column)}`.execute(db);
}

/**
 * Creates the later indexes on each partition of PostgreSQL while other replicas write to it. `indexMoreOfLog` then only
 * joins them. Without this no replica could write to a large log until its index is complete.
 */
export async function indexPartitions(db: QueryExecutorProvider): Promise<void> {
  for (const column of searchedLater) {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      join pg_inherits on inhrelid = oid and inhparent = to_regclass('audit')
      where to_regclass(${`audit_by_${column}`}) is null
      and exists (select from pg_attribute where attrelid = oid and attname = ${column})`.execute(db);
    for (const { name } of rows) {
      const index = sql.id(`${name}_by_${column}`);
      // One that was interrupted is not valid, and is created again.
      await sql`drop index concurrently if exists ${index}`.execute(db);
      await sql`create index concurrently ${index} on ${sql.id(name)} ${contents(column)}`.execute(db);
    }
  }
}
