import { Kysely, PostgresDialect, sql, type Logger } from "kysely";
import pg from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { auditColumns } from "../audit/fields.js";
import { createAuditPartitions, prepareAudit } from "./audit-partitions.js";
import { createChanges } from "./postgres-changes.js";
import { counterOptions, createRateLimiter, type UseLimit } from "./rate-limiter.js";
import type { Schema } from "./schema.js";
import { createSharedSlots } from "./shared-slots.js";
import type { OpenedStore } from "./store.js";

/** Connections of one replica. */
const mostConnections = 10;

/** With its own connections, because a pool sets the time limit of statements when it connects. */
async function withoutTimeout<Result>(
  url: string,
  work: (db: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 0,
    application_name: "standpipe migration",
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return work(db).finally(() => db.destroy());
}

/** A store for many replicas, which share the counts of slots and uses. */
export function openPostgres(url: string, log?: Logger): OpenedStore {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    application_name: "standpipe",
  });
  // The pool replaces a broken idle connection. Without a listener the error would end the process.
  pool.on("error", () => {});
  // The same for a connection that breaks during use: its query fails, and that error is handled.
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), log });
  const changes = createChanges(
    () =>
      new pg.Client({
        connectionString: url,
        connectionTimeoutMillis: 2_000,
        query_timeout: 2_000,
        application_name: "standpipe changes",
      }),
  );
  return {
    db,
    pool: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    read: (query) => query.execute(),
    withoutTimeout: (work) => withoutTimeout(url, work),
    revision: changes.revision,
    broadcast: changes.broadcast,
    takeLock: async (transaction, name) => {
      const { rows } = await sql<{ taken: boolean }>`
        select pg_try_advisory_xact_lock(hashtext(${`standpipe ${name}`})) as taken`.execute(transaction);
      return rows[0]?.taken === true;
    },
    partitions: createAuditPartitions(db),
    auditKey: ["id", "at"],
    // By place, because PostgreSQL looks ids up by reading the whole table where it has no statistics yet.
    isOldest: (before, most) =>
      sql`ctid = any(array(select ctid from audit where at < ${before} order by at limit ${most}))`,
    auditRows: sql`select ${sql.join(auditColumns.map((column) => sql.ref(column)))}
      from json_populate_recordset(null::audit, ${undefined}::json)`,
    auditJson: JSON.stringify,
    beforeMigration: () => prepareAudit(db),
    beforeClose: changes.close,
    slots: createSharedSlots(db),
    rateLimiter: () => createRateLimiter((limit) => createCounter(pool, limit)),
    // SQLSTATE classes 22 and 23: an invalid value, and a violated constraint.
    isBadData: (error) => /^2[23]/.test(String((error as { code?: unknown }).code)),
  };
}

function createCounter(pool: pg.Pool, limit: UseLimit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    ...counterOptions(limit),
    storeClient: pool,
    // Otherwise the library uses the name of the pool's class, which the bundle renames.
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    // Once the limit is reached, the database is not asked again within the window.
    inMemoryBlockOnConsumed: limit.calls + 1,
    clearExpiredByTimeout: true,
  });
}
