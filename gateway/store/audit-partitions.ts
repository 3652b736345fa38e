import { PostgresAdapter, sql, type Kysely, type QueryExecutorProvider, type RawBuilder } from "kysely";
import { indexPartitions, searched } from "./log-indexes.js";
import type { Schema } from "./schema.js";

/*
 * PostgreSQL keeps the audit log in one partition per month. Partitions are created ahead of time, and dropped as a whole
 * when all their entries are too old. `audit_before` has everything from before the first month, and `audit_default` has
 * entries that belong to no partition, such as those of a clock that is wrong, so that no entry is ever refused.
 */

/** Months that have a partition ahead of time, besides the current one. */
const monthsAhead = 2;
const daysBeforeBoundary = 2;
/** A partition is created or dropped only if this does not make calls wait. The next hour tries again. */
const lockTimeout = sql`set local lock_timeout = '2s'`;
/** Held while partitions change, so that only one replica changes them. */
const upkeepLock = sql`pg_try_advisory_xact_lock(hashtext('standpipe audit partitions'))`;
/** Held while a table from before partitions is prepared. */
const prepareLock = sql`hashtext('standpipe audit preparation')`;

/** Indexes of the partitioned table, by name: their columns. */
const indexes: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(searched.map((column) => [`audit_by_${column}`, [column, "id"]])),
  audit_of_server: ["server_id", "id"],
  audit_of_account: ["account_id", "id"],
  audit_by_time: ["at"],
};

/** Looks after the partitions of the audit log. */
export interface AuditPartitions {
  /** Creates the partitions of this month and the next ones. */
  createAhead(now: Date): Promise<void>;
  /** Drops partitions whose entries are all from before a time. @returns about how many entries they had */
  dropBefore(time: Date): Promise<number>;
}

export function createAuditPartitions(db: Kysely<Schema>): AuditPartitions {
  /** Runs in a transaction of its own, unless another replica does the same. */
  async function alone<Result>(
    work: (db: QueryExecutorProvider) => Promise<Result>,
  ): Promise<Result | undefined> {
    return db.transaction().execute(async (transaction) => {
      await lockTimeout.execute(transaction);
      return (await isTrue(transaction, upkeepLock)) ? work(transaction) : undefined;
    });
  }

  return {
    createAhead: (now) =>
      alone(async (transaction) => {
        const { months, before } = await readPartitions(transaction);
        for (let ahead = 0; ahead <= monthsAhead; ahead += 1) {
          const month = monthAfter(now, ahead);
          const isBefore = before !== undefined && month < before;
          if (!isBefore && !months.includes(nameOf(month))) await createMonth(transaction, month);
        }
      }),
    async dropBefore(time) {
      const dropped = await alone(async (transaction) => {
        const { months, before } = await readPartitions(transaction);
        const old = months.filter((name) => monthAfter(monthOf(name), 1) <= time);
        if (before !== undefined && before <= time) old.push("audit_before");
        const entries = await sizeOf(transaction, old);
        for (const name of old) await sql`drop table ${sql.id(name)}`.execute(transaction);
        return entries;
      });
      return dropped ?? 0;
    },
  };
}

/** Replaces the table by a partitioned one. The old table, if it was prepared, becomes a partition at once. */
export async function partitionAudit(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  const { rows } = await sql<{ bound: string | null }>`
    select max(substring(pg_get_constraintdef(oid) from '\d{4}-\d\d-\d\dT[\d:.]+Z')) as bound from pg_constraint
    where conrelid = 'audit'::regclass and conname = 'audit_before_bound'`.execute(db);
  const bound = rows[0]?.bound ?? (await boundTable(db, new Date()));
  await sql`alter table audit rename to audit_before`.execute(db);
  await sql`alter table audit_before drop constraint audit_pkey`.execute(db);
  for (const name of Object.keys(indexes))
    await sql`alter index ${sql.id(name)} rename to ${sql.id(`before_${name}`)}`.execute(db);
  await sql`create table audit (like audit_before including defaults) partition by range (at)`.execute(db);
  // One entry for each intent. A partitioned table needs the time in it, which an intent and its outcome share.
  await sql`create unique index audit_key on audit (id, at)`.execute(db);
  for (const [name, columns] of Object.entries(indexes))
    await db.schema
      .createIndex(name)
      .on("audit")
      .columns([...columns])
      .execute();
  await sql`alter table audit attach partition audit_before for values from (minvalue) to (${sql.lit(bound)})`.execute(
    db,
  );
  await sql`alter table audit_before drop constraint audit_before_bound`.execute(db);
  await sql`create table audit_default partition of audit default`.execute(db);
}

/**
 * Prepares a large table for updates while other replicas write to it: the index and the check that `partitionAudit`
 * needs, or later indexes. Both take long for millions of entries, and neither stops a write.
 */
export async function prepareAudit(db: Kysely<Schema>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    try {
      // Not a lock that waits: the creation of the index waits for every statement that is under way.
      while (!(await isTrue(connection, sql`pg_try_advisory_lock(${prepareLock})`)))
        await new Promise((resolve) => setTimeout(resolve, 200));
      try {
        await prepareAlone(connection);
      } finally {
        await sql`select pg_advisory_unlock(${prepareLock})`.execute(connection);
      }
    } finally {
      await sql`reset statement_timeout`.execute(connection);
    }
  });
}

async function prepareAlone(db: QueryExecutorProvider): Promise<void> {
  const isPlain = sql`exists (select from pg_class where oid = to_regclass('audit') and relkind = 'r')`;
  if (!(await isTrue(db, isPlain))) return indexPartitions(db);
  // One that was interrupted is not valid, and is created again.
  await sql`drop index concurrently if exists before_audit_key`.execute(db);
  await sql`create unique index concurrently before_audit_key on audit (id, at)`.execute(db);
  await boundTable(db, new Date());
  await sql`alter table audit validate constraint audit_before_bound`.execute(db);
}

/** Says to the database that the table has entries only from before a month; it need not read them to know. */
async function boundTable(db: QueryExecutorProvider, now: Date): Promise<string> {
  const soon = new Date(now.getTime() + daysBeforeBoundary * 86_400_000);
  const bound = monthAfter(soon, 1).toISOString();
  await sql`alter table audit drop constraint if exists audit_before_bound`.execute(db);
  await sql`alter table audit add constraint audit_before_bound check (at < ${sql.lit(bound)}) not valid`.execute(
    db,
  );
  return bound;
}

/** Creates the partition of a month. Entries of this month that have come before move into it. */
async function createMonth(db: QueryExecutorProvider, month: Date): Promise<void> {
  const name = sql.id(nameOf(month));
  const [from, to] = [month, monthAfter(month, 1)].map((time) => sql.lit(time.toISOString()));
  await sql`create table ${name} (like audit including defaults)`.execute(db);
  await sql`with early as (delete from audit_default where at >= ${from} and at < ${to} returning *)
    insert into ${name} select * from early`.execute(db);
  await sql`alter table audit attach partition ${name} for values from (${from}) to (${to})`.execute(db);
}

/** The months that have a partition, and the end of `audit_before`. */
async function readPartitions(db: QueryExecutorProvider) {
  const { rows } = await sql<{ name: string; bound: string }>`
    select relname as name, pg_get_expr(relpartbound, oid) as bound from pg_class
    where oid in (select inhrelid from pg_inherits where inhparent = to_regclass('audit'))`.execute(db);
  const [, end] =
    /TO \('([^']+)'\)/.exec(rows.find(({ name }) => name === "audit_before")?.bound ?? "") ?? [];
  return {
    months: rows.map(({ name }) => name).filter((name) => /^audit_\d{4}_\d\d$/.test(name)),
    before: end === undefined ? undefined : new Date(end),
  };
}

/** About how many entries partitions have, by the database's statistics. Counting millions would take long. */
async function sizeOf(db: QueryExecutorProvider, names: readonly string[]): Promise<number> {
  if (names.length === 0) return 0;
  const { rows } = await sql<{ entries: number }>`
    select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as entries from pg_class
    where relname in (${sql.join(names)})`.execute(db);
  return rows[0]!.entries;
}

async function isTrue(db: QueryExecutorProvider, condition: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select ${condition} as found`.execute(db);
  return rows[0]?.found === true;
}

/** The beginning of a month: of a time's own, or so many later. */
function monthAfter(time: Date, months: number): Date {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + months));
}

function nameOf(month: Date): string {
  return `audit_${month.toISOString().slice(0, 7).replace("-", "_")}`;
}

function monthOf(name: string): Date {
  return new Date(`${name.slice(6).replace("_", "-")}-01T00:00:00.000Z`);
}
