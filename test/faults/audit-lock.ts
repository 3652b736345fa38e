import { createRequire } from "node:module";
import { join } from "node:path";
import type Sqlite from "libsql";
import pg from "pg";
import type { GatewayProcess } from "./kit.js";
import { until } from "./log.js";

/** A lock of the store. While the test holds it, a gateway waits before it writes to the audit log. */
export interface AuditLock {
  take(): Promise<void>;
  /** Resolves when the gateway waits for the lock. */
  isAwaited(gateway: GatewayProcess): Promise<void>;
  /** Does nothing if the lock is not held. */
  release(): Promise<void>;
  close(): Promise<void>;
}

export async function postgresLock(url: string): Promise<AuditLock> {
  const holder = new pg.Client({ connectionString: url });
  // PostgreSQL freezes pg_stat_activity within a transaction, so another connection looks at it.
  const observer = new pg.Client({ connectionString: url });
  await Promise.all([holder.connect(), observer.connect()]);
  const waiting =
    "select from pg_stat_activity where wait_event_type = 'Lock' and query ~ 'insert into \"?audit'";
  return {
    take: async () => void (await holder.query("begin; lock table audit in access exclusive mode")),
    isAwaited: () => until(async () => (await observer.query(waiting)).rowCount !== 0),
    release: async () => void (await holder.query("rollback")),
    close: async () => void (await Promise.all([holder.end(), observer.end()])),
  };
}

export function sqliteLock(folder: string): AuditLock {
  const Database = createRequire(import.meta.url)("libsql") as typeof Sqlite;
  let database: Sqlite.Database | undefined;
  const waiting = async (gateway: GatewayProcess) => {
    const { body } = await gateway.ask<string>("GET", "/metrics");
    return Number(/^standpipe_audit_entries_waiting (\d+)/m.exec(body)![1]);
  };
  async function release() {
    if (database?.inTransaction) database.exec("rollback");
    database?.close();
    database = undefined;
  }
  return {
    async take() {
      database = new Database(join(folder, "standpipe.db"));
      database.pragma("busy_timeout = 5000");
      database.exec("begin immediate");
    },
    isAwaited: (gateway) => until(async () => (await waiting(gateway)) > 0),
    release,
    close: release,
  };
}
