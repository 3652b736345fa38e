import { Migrator, sql, type Kysely, type Logger } from "kysely";
import { auditColumns, settledColumns, type AuditTable } from "../audit/fields.js";
import { migrations } from "./migrations.js";
import type { Schema } from "./schema.js";
import type { OpenedStore, QueryWatch, Store } from "./store.js";

export interface StoreOptions {
  /** `postgres://…`; by default a file in the folder is used. */
  readonly databaseUrl?: string;
  /** The folder of `standpipe.db`; created if it does not exist. */
  readonly folder: string;
  /** Times queries. */
  readonly watch?: QueryWatch;
}

/**
 * Opens the store and updates its schema.
 * @throws Error if it cannot be opened or migrated
 */
export async function openStore({ databaseUrl, folder, watch }: StoreOptions): Promise<Store> {
  if (databaseUrl === undefined) return upToDate(await openFile(folder, watch));
  try {
    return await upToDate(await openServer(databaseUrl, watch));
  } catch (error) {
    throw unusable(error);
  }
}

/** The URL is never shown, because it contains a password. */
function unusable(cause: unknown): Error {
  const { message, code } = cause as { readonly message: string; readonly code?: string };
  const reason = message || code;
  return new Error(
    `The database in DATABASE_URL can't be used: ${reason}. Start it, or correct DATABASE_URL.`,
    {
      cause,
    },
  );
}

async function upToDate(opened: OpenedStore): Promise<Store> {
  const store: Store = {
    ...opened,
    ping: async () => void (await sql`select 1`.execute(opened.db)),
    keepAudit: (rows) => keepAudit(opened, rows),
    async close() {
      opened.beforeClose?.();
      await opened.db.destroy();
    },
  };
  await migrate(store).catch(async (error) => {
    await store.close().catch(() => {});
    throw error;
  });
  return store;
}

/** All rows are one parameter. A statement with a parameter for each cell takes ten times as long to build. */
async function keepAudit(
  { db, auditKey, auditRows }: OpenedStore,
  rows: readonly AuditTable[],
): Promise<void> {
  const columns = sql.join(auditColumns.map((column) => sql.ref(column)));
  const settled = sql.join(
    settledColumns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  );
  await sql`
    insert into audit (${columns}) ${auditRows(JSON.stringify(rows))}
    on conflict (${sql.join(auditKey.map((column) => sql.ref(column)))}) do update set ${settled}
  `.execute(db);
}

async function migrate({ db, beforeMigration }: Store): Promise<void> {
  await refuseNewer(db);
  await beforeMigration?.();
  // Kysely locks PostgreSQL, so replicas that start together migrate once.
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw error instanceof Error ? error : new Error("The tables of the store could not be updated.");
}

/** @throws Error if a newer version has updated the schema, because this version would misread it. */
async function refuseNewer(db: Kysely<Schema>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  if (rows.every(({ name }) => Object.hasOwn(migrations, name))) return;
  throw new Error(
    "A newer version of Standpipe updated this database, and this version cannot read it. " +
      "Start the newer version, or restore a backup from before the update.",
  );
}

// Only the used one is imported: one loads a native module, the other a driver.
async function openFile(folder: string, watch?: QueryWatch) {
  const { openSqlite } = await import("./sqlite.js");
  return openSqlite(folder, queryLog(watch));
}

async function openServer(url: string, watch?: QueryWatch) {
  const { openPostgres } = await import("./postgres.js");
  return openPostgres(url, queryLog(watch));
}

function queryLog(watch: QueryWatch | undefined): Logger | undefined {
  return watch && ((event) => watch(event.queryDurationMillis, event.level === "error"));
}
