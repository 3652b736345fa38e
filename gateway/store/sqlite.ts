import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql, SqliteDialect } from "kysely";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { createSlots } from "../../runtime/index.js";
import { counterOptions, createRateLimiter } from "./rate-limiter.js";
import type { Schema } from "./schema.js";
import { createSqliteReader } from "./sqlite-reader.js";
import type { OpenedStore } from "./store.js";

/**
 * Opens `standpipe.db` in a folder. Only the owner may read created files. A single process uses it, so slots and uses
 * are counted in memory.
 */
export async function openSqlite(folder: string): Promise<OpenedStore> {
  // Imported here, so that a server in one file starts without it, unless it is a gateway with SQLite.
  const { default: Database } = await import("libsql");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "standpipe.db");
  // SQLite gives its journal files the same mode.
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
  const database = new Database(path);
  // First, because the next statement fails at once if another process holds the lock.
  database.pragma("busy_timeout = 5000");
  database.pragma("journal_mode = WAL");
  // Each commit is on the disk before it is acknowledged.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
  const reader = createSqliteReader(path, db);
  return {
    db,
    read: reader.read,
    auditKey: ["id"],
    revision: sharedPromise(async () => {
      // The first counts commits of other connections, the second changes of this one.
      const { rows } = await sql<{ own: number }>`select total_changes() as own`.execute(db);
      return `${String(database.pragma("data_version", { simple: true }))}:${rows[0]!.own}`;
    }),
    slots: (_accountId, { limit, windowMs }) => createSlots(limit, windowMs),
    rateLimiter: () => createRateLimiter((limit) => new RateLimiterMemory(counterOptions(limit))),
    isBadData: (error) =>
      /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(String((error as { code?: unknown }).code)),
    // Moves everything from the write-ahead log into the file, so a copy of only the file is complete.
    beforeClose() {
      reader.close();
      database.pragma("wal_checkpoint(TRUNCATE)");
    },
  };
}

/** Callers that ask while it is computed share one answer. */
function sharedPromise<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let pending: Promise<Value> | undefined;
  return () => (pending ??= ask().finally(() => (pending = undefined)));
}
