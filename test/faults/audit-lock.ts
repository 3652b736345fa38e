import { createRequire } from "node:module";
import { join } from "node:path";
import type Sqlite from "libsql";
import pg from "pg";
import type { GatewayProcess } from "./kit.js";
import { until } from "./log.js";

/** Holds back what a gateway writes to its store. */
export interface AuditLock {
  take(): Promise<void>;
  /** Waits until the gateway waits for the lock. */
  isAwaited(gateway: GatewayProcess): Promise<void>;
  release(): Promise<void>;
  close(): Promise<void>;
}

export async function postgresLock(url: string): Promise<AuditLock> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const waiting =
    "select from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into \"audit\"%'";
  return {
    take: async () => void (await client.query("begin; lock table audit in access exclusive mode")),
    isAwaited: () => until(async () => (await client.query(waiting)).rowCount !== 0),
    release: async () => void (await client.query("rollback")),
    close: () => client.end(),
  };
}

/** SQLite waits in the gateway's only thread, so a gateway that waits answers nothing. */
export function sqliteLock(folder: string): AuditLock {
  const Database = createRequire(import.meta.url)("libsql") as typeof Sqlite;
  const path = join(folder, "standpipe.db");
  let database: Sqlite.Database | undefined;
  const answers = ({ url }: GatewayProcess) =>
    fetch(`${url}/healthz`, { signal: AbortSignal.timeout(300) }).then(
      () => true,
      () => false,
    );
  const close = () => {
    database?.close();
    database = undefined;
  };
  return {
    async take() {
      database = new Database(path);
      database.pragma("busy_timeout = 5000");
      database.exec("begin immediate");
    },
    isAwaited: (gateway) => until(async () => !(await answers(gateway))),
    release: async () => close(),
    close: async () => close(),
  };
}
