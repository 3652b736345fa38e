import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql, type Logger } from "kysely";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { createSlots } from "../../runtime/index.js";
import { auditColumns } from "../audit/fields.js";
import { watchedColumns, watchedForPeople } from "./change-triggers.js";
import { counterOptions, createRateLimiter } from "./rate-limiter.js";
import type { Schema } from "./schema.js";
import { PatientSqliteDialect, untilUnlocked } from "./sqlite-driver.js";
import { createSqliteReader } from "./sqlite-reader.js";
import type { OpenedStore } from "./store.js";

/**
 * Opens `standpipe.db` in a folder. Only the owner may read created files. A single process uses it, so slots and uses
 * are counted in memory.
 */
export async function openSqlite(folder: string, log?: Logger): Promise<OpenedStore> {
  // Imported here, so that a server in one file starts without it, unless it is a gateway with SQLite.
  const { default: Database } = await import("libsql");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "standpipe.db");
  // SQLite gives its journal files the same mode.
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
  const database = new Database(path);
  // At the start and at the end nothing else runs, so this thread may wait for the lock of another process.
  const waitForLock = (ms: number) => database.pragma(`busy_timeout = ${ms}`);
  waitForLock(5_000);
  // On a busy machine SQLite was seen to give up here long before its timeout.
  await untilUnlocked(() => database.exec("pragma journal_mode = WAL"));
  waitForLock(0);
  // Each commit is on the disk before it is acknowledged.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  // In KiB. The index of 50,000 tokens fits in.
  database.pragma("cache_size = -16384");
  // The count of changes needs no file.
  database.pragma("temp_store = MEMORY");
  const db = new Kysely<Schema>({ dialect: new PatientSqliteDialect(database), log });
  const reader = createSqliteReader(path, db);
  return {
    db,
    read: reader.read,
    withoutTimeout: (work) => work(db),
    auditKey: ["id"],
    isOldest: (before, most) =>
      sql`rowid in (select rowid from audit where at < ${before} order by at limit ${most})`,
    // By position. To look for each column by its name takes as long as the insert itself.
    auditRows: sql`select ${sql.join(auditColumns.map((_, at) => sql`value ->> ${sql.lit(at)}`))}
      from json_each(${undefined}) where true`,
    auditJson: (rows) => JSON.stringify(rows.map((row) => auditColumns.map((column) => row[column]))),
    // Every transaction has the lock of the whole file.
    takeLock: async () => true,
    revision: createRevision(db),
    slots: (_accountId, { limit, windowMs }) => createSlots(limit, windowMs),
    rateLimiter: () => createRateLimiter((limit) => new RateLimiterMemory(counterOptions(limit))),
    isBadData: (error) =>
      /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(String((error as { code?: unknown }).code)),
    // Moves everything from the write-ahead log into the file, so a copy of only the file is complete.
    beforeClose() {
      reader.close();
      waitForLock(5_000);
      database.pragma("wal_checkpoint(TRUNCATE)");
    },
  };
}

/**
 * The store's revision: commits of other connections, and changes of watched columns by this one. Triggers count the
 * latter, because the log is written all the time and changes no one's access.
 */
function createRevision(db: Kysely<Schema>): () => Promise<string> {
  let asking: Promise<string> | undefined;
  let counting: Promise<void> | undefined;

  async function ask(): Promise<string> {
    await (counting ??= countChanges(db).catch((error: unknown) => {
      counting = undefined;
      throw error;
    }));
    const { rows } = await sql<{ revision: string }>`
      select (select data_version from pragma_data_version) || ':' || (select count from temp.changes) as revision
    `.execute(db);
    return rows[0]!.revision;
  }

  // Callers that ask while it is read share one answer.
  return () => (asking ??= ask().finally(() => (asking = undefined)));
}

async function countChanges(db: Kysely<Schema>): Promise<void> {
  await sql`create temp table if not exists changes as select 0 as count`.execute(db);
  for (const [table, columns] of Object.entries({ ...watchedColumns, ...watchedForPeople }))
    for (const event of ["insert", "delete", `update of ${columns}`])
      await sql
        .raw(
          `create temp trigger if not exists "${table} ${event}" after ${event} on main.${table}
           begin update changes set count = count + 1; end`,
        )
        .execute(db);
}
