import { Migrator, sql, type Kysely, type Transaction } from "kysely";
import type { SlotStore } from "../../runtime/upstream/slots.js";
import { migrations } from "./migrations.js";
import type { RateLimiter } from "./rate-limiter.js";
import type { Schema } from "./schema.js";

/** Where the gateway keeps its state. What it has acknowledged survives a kill of the process. */
export interface Store extends OpenedStore {
  /** @throws Error where the store doesn't answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What depends on the kind of database. */
export interface OpenedStore {
  readonly db: Kysely<Schema>;
  /** Counts an account's requests within the API's rate limit. All processes on the store count together. */
  slots(accountId: string, pace: Pace): SlotStore;
  /** Counts calls of server URLs. All processes on the store count together. */
  rateLimiter(): RateLimiter;
}

/** So many requests within a window. */
export interface Pace {
  readonly limit: number;
  readonly windowMs: number;
}

/** The store, or a transaction of it: what service functions write with. */
export type Db = Kysely<Schema> | Transaction<Schema>;

export interface StoreOptions {
  /** `postgres://…`; without it a file in the folder is used. */
  readonly databaseUrl?: string;
  /** The folder of `standpipe.db`; made where it doesn't exist. */
  readonly folder: string;
}

/**
 * Opens the store and brings its schema up to date.
 * @throws Error where it can't be opened or migrated
 */
export async function openStore({ databaseUrl, folder }: StoreOptions): Promise<Store> {
  const opened = databaseUrl === undefined ? await openFile(folder) : await openServer(databaseUrl);
  const store: Store = {
    ...opened,
    ping: async () => void (await sql`select 1`.execute(opened.db)),
    close: () => opened.db.destroy(),
  };
  await migrate(store).catch(async (error) => {
    await store.close().catch(() => {});
    throw error;
  });
  return store;
}

async function migrate({ db }: Store): Promise<void> {
  // Kysely takes a lock over PostgreSQL, so replicas that start together migrate once.
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw error instanceof Error ? error : new Error("The store's schema could not be brought up to date.");
}

// Only the one that is used is imported: one loads a native module, the other a driver.
async function openFile(folder: string) {
  const { openSqlite } = await import("./sqlite.js");
  return openSqlite(folder);
}

async function openServer(url: string) {
  const { openPostgres } = await import("./postgres.js");
  return openPostgres(url);
}
