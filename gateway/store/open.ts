import { CompiledQuery, sql, type Logger } from "kysely";
import { auditColumns, settledColumns } from "../audit/fields.js";
import { awaitMigration, migrate } from "./migrate.js";
import type { OpenedStore, QueryWatch, Store } from "./store.js";

export interface StoreOptions {
  /** `postgres://…`; by default a file in the folder is used. */
  readonly databaseUrl?: string;
  /** The folder of `standpipe.db`; created if it does not exist. */
  readonly folder: string;
  /** Times queries. */
  readonly watch?: QueryWatch;
  /** Given if another process updates the schema, and this one waits for it. Called once with the missing updates. */
  readonly waits?: (missing: readonly string[]) => void;
}

/**
 * Opens the store and updates its schema.
 * @throws Error if it cannot be opened or migrated
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { waits } = options;
  return openWith(options, waits ? (opened) => awaitMigration(opened, waits) : migrate);
}

/**
 * Only updates the schema.
 * @returns the names of the updates that were made
 * @throws Error if the store cannot be opened or migrated
 */
export async function migrateStore(options: StoreOptions): Promise<string[]> {
  let made: string[] = [];
  const store = await openWith(options, async (opened) => void (made = await migrate(opened)));
  await store.close();
  return made;
}

type Prepare = (opened: OpenedStore) => Promise<unknown>;

async function openWith({ databaseUrl, folder, watch }: StoreOptions, prepare: Prepare): Promise<Store> {
  if (databaseUrl === undefined) return prepared(await openFile(folder, watch), prepare);
  try {
    return await prepared(await openServer(databaseUrl, watch), prepare);
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

async function prepared(opened: OpenedStore, prepare: Prepare): Promise<Store> {
  const store: Store = {
    ...opened,
    ping: async () => void (await sql`select 1`.execute(opened.db)),
    keepAudit: auditWriter(opened),
    async close() {
      opened.beforeClose?.();
      await opened.db.destroy();
    },
  };
  await prepare(store).catch(async (error) => {
    await store.close().catch(() => {});
    throw error;
  });
  return store;
}

/** All rows are one parameter. A statement with a parameter for each cell takes ten times as long to build. */
function auditWriter({ db, auditKey, auditRows, auditJson }: OpenedStore): Store["keepAudit"] {
  const columns = sql.join(auditColumns.map((column) => sql.ref(column)));
  const settled = sql.join(
    settledColumns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  );
  const statement = sql`
    insert into audit (${columns}) ${auditRows}
    on conflict (${sql.join(auditKey.map((column) => sql.ref(column)))}) do update set ${settled}
  `.compile(db);
  return async (rows) => void (await db.executeQuery(CompiledQuery.raw(statement.sql, [auditJson(rows)])));
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
