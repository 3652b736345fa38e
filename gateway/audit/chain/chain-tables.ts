import { PostgresAdapter, sql, type Kysely } from "kysely";

/** An entry that was written or changed and is not sealed yet. Triggers add it, whatever writes the log. */
export interface PendingTable {
  /** In the order of writing. PostgreSQL's driver gives it as text. */
  n: number | string;
  id: string;
  at: string;
}

/** Up to 100 entries that were sealed together. */
export interface SealTable {
  /** The numbers of its first and last entry. PostgreSQL's driver gives them as text. */
  first: number | string;
  last: number | string;
  /** The newest time of its entries. */
  newest_at: string;
  /** JSON of its entries, in the order of their numbers. */
  entries: string;
  /** HMAC of the previous seal's hash and of these entries. */
  hash: string;
}

/** Sealing begins with the entries that are written after this update. */
export async function addSeals(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const number = isPostgres ? sql`bigserial` : sql`integer`;
  await db.schema
    .createTable("audit_pending")
    .addColumn("n", number, (column) => column.primaryKey())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("audit_seals")
    .addColumn("last", "bigint", (column) => column.primaryKey())
    .addColumn("first", "bigint", (column) => column.notNull().unique())
    .addColumn("newest_at", "text", (column) => column.notNull())
    .addColumn("entries", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .execute();
  await (isPostgres ? watchPostgres(db) : watchSqlite(db));
}

async function watchSqlite(db: Kysely<unknown>): Promise<void> {
  for (const event of ["insert", "update"])
    await sql
      .raw(
        `create trigger audit_pending_${event} after ${event} on audit
         begin insert into audit_pending (id, at) values (new.id, new.at); end`,
      )
      .execute(db);
}

async function watchPostgres(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create function standpipe_audit_written() returns trigger language plpgsql as
       $$ begin insert into audit_pending (id, at) select id, at from written; return null; end $$`,
    )
    .execute(db);
  for (const event of ["insert", "update"])
    await sql
      .raw(
        `create trigger audit_pending_${event} after ${event} on audit
         referencing new table as written for each statement execute function standpipe_audit_written()`,
      )
      .execute(db);
}
