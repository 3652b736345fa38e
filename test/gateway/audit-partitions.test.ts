import { Kysely, Migrator, PostgresDialect, sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuditLog } from "../../gateway/audit/audit-log.js";
import { readLog } from "../../gateway/audit/read-log.js";
import { removeOldEntries } from "../../gateway/audit/retention.js";
import type { Core } from "../../gateway/core.js";
import { newId } from "../../gateway/id.js";
import { migrations } from "../../gateway/store/migrations.js";
import { openStore } from "../../gateway/store/open.js";
import type { Store } from "../../gateway/store/store.js";
import { connectionsTo, startPostgres, type TestPostgres } from "./kit/postgres.js";

/* The audit log on PostgreSQL is partitioned by month. */

let postgres: TestPostgres;
const stores: Store[] = [];
beforeAll(async () => void (postgres = await startPostgres()));
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await postgres.stop();
});

async function open(databaseUrl: string): Promise<Store> {
  const store = await openStore({ databaseUrl, folder: "unused" });
  stores.push(store);
  return store;
}

const logger = pino({ level: "silent" });
const entry = { kind: "call", action: "call", outcome: "ok", actor: "server", requestId: "req" } as const;
const coreAt = (store: Store, now: Date) =>
  ({ store, now: () => now, audit: { flush: async () => {} } }) as unknown as Core;

async function record(store: Store, at: Date, requestId: string): Promise<void> {
  const audit = createAuditLog(store, logger, () => at);
  await audit.record({ ...entry, requestId });
  await audit.close();
}

/** The partition of each entry, by its request id. */
async function places({ db }: Store): Promise<Record<string, string>> {
  const { rows } = await sql<{
    place: string;
    id: string;
  }>`select tableoid::regclass::text as place, request_id as id from audit`.execute(db);
  return Object.fromEntries(rows.map(({ place, id }) => [id, place]));
}

async function partitions({ db }: Store): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit'::regclass`.execute(
    db,
  );
  return rows.map(({ name }) => name).sort();
}

const inMonths = (months: number, dayOfMonth = 10) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, dayOfMonth));
};
const nameOf = (time: Date) => `audit_${time.toISOString().slice(0, 7).replace("-", "_")}`;

describe("a new database", () => {
  let store: Store;
  beforeAll(async () => void (store = await open(await postgres.database())));

  it("has partitions ahead of time, and each entry is in its month's", async () => {
    await store.partitions!.createAhead(inMonths(3));
    expect(await partitions(store)).toEqual(
      expect.arrayContaining([3, 4, 5].map((months) => nameOf(inMonths(months)))),
    );
    await record(store, new Date(), "now");
    await record(store, inMonths(3), "later");
    expect(await places(store)).toMatchObject({ now: "audit_before", later: nameOf(inMonths(3)) });
  });

  it("keeps entries of a month without a partition, and moves them when it is created", async () => {
    await record(store, inMonths(7), "early");
    expect(await places(store)).toMatchObject({ early: "audit_default" });
    await store.partitions!.createAhead(inMonths(7));
    expect(await places(store)).toMatchObject({ early: nameOf(inMonths(7)) });
  });

  it("is updated once by two replicas at the same time", async () => {
    const other = await open((await postgres.database("twice")).toString());
    await Promise.all([1, 2].map(() => other.partitions!.createAhead(inMonths(12))));
    await other.partitions!.createAhead(inMonths(12));
    expect(await partitions(other)).toContain(nameOf(inMonths(14)));
  });

  it("drops months that are too old as a whole, and keeps the others", async () => {
    await record(store, inMonths(4, 8), "kept");
    const now = inMonths(4, 13);
    expect(await removeOldEntries(coreAt(store, now), 10)).toBe(0);
    expect(await partitions(store)).not.toContain(nameOf(inMonths(3)));
    expect(await partitions(store)).not.toContain("audit_before");
    expect(Object.keys(await places(store)).sort()).toEqual(["early", "kept"]);
  });

  it("deletes what is too old in a month that is not", async () => {
    await record(store, inMonths(4, 20), "young");
    expect(await removeOldEntries(coreAt(store, inMonths(4, 25)), 10)).toBe(1);
    expect(Object.keys(await places(store)).sort()).toEqual(["early", "young"]);
  });
});

const same = {
  kind: "call",
  action: "call",
  outcome: "unknown",
  actor: "server",
  tool: "create_incident",
};

describe("a database from before partitions", () => {
  let url: string;
  let old: Kysely<{ audit: Record<string, string> }>;
  const before = Array.from({ length: 2_000 }, (_, index) => {
    const time = Date.now() - (2_000 - index) * 3_600_000;
    return { id: newId("log", time), at: new Date(time).toISOString(), request_id: `old ${index}` };
  });

  beforeAll(async () => {
    url = await postgres.database();
    old = new Kysely({ dialect: new PostgresDialect({ pool: connectionsTo(url) }) });
    const migrator = new Migrator({ db: old, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateTo("0008-changes");
    expect(error).toBeUndefined();
    await old
      .insertInto("audit")
      .values(before.map((row) => ({ ...same, ...row })))
      .execute();
  });
  afterAll(() => old.destroy());

  it("keeps its entries and its indexes; an intent from before gets its outcome", async () => {
    const store = await open(url);
    const { result } = await readLog(coreAt(store, new Date()), { tool: "create_incident", limit: 100 });
    expect(result.map((row) => row["request_id"])).toEqual(
      before
        .slice(-100)
        .reverse()
        .map((row) => row.request_id),
    );
    const intent = { ...same, ...before.at(-1)! };
    await store.keepAudit([{ ...intent, outcome: "ok" } as never]);
    const again = await readLog(coreAt(store, new Date()), { tool: "create_incident", limit: 1 });
    expect(again.result).toMatchObject([{ id: intent.id, outcome: "ok" }]);
    const { rows } = await sql<{ count: string }>`select count(*) from audit`.execute(store.db);
    expect(Number(rows[0]!.count)).toBe(before.length);
    expect(await partitions(store)).toEqual(["audit_before", "audit_default"]);
    const { rows: plan } = await sql<{
      "QUERY PLAN": string;
    }>`explain select * from audit where tool = 'create_incident' order by id desc limit 10`.execute(
      store.db,
    );
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("before_audit_by_tool");
  });

  it("is read by its replicas of the old version until the new one has started", async () => {
    const other = await postgres.database("rolling");
    const running = new Kysely<{ audit: Record<string, string> }>({
      dialect: new PostgresDialect({ pool: connectionsTo(other) }),
    });
    await new Migrator({
      db: running,
      provider: { getMigrations: async () => migrations },
    }).migrateTo("0008-changes");
    // A transaction of an old replica that has just written.
    const [one] = before;
    let opened: Promise<Store> | undefined;
    await running.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("audit")
        .values({ ...same, ...one! })
        .execute();
      opened = open(other);
      const waits = async () =>
        (
          await sql`select from pg_stat_activity where query like 'create unique index concurrently%'`.execute(
            running,
          )
        ).rows.length;
      await expect.poll(waits).toBe(1);
      // While the index is made, others write.
      await running
        .insertInto("audit")
        .values({ ...same, ...before[1]! })
        .execute();
    });
    const store = await opened!;
    expect(Object.keys(await places(store)).sort()).toEqual(["old 0", "old 1"]);
    await running.destroy();
  });
});

it("a database gets later indexes while its replicas of the old version write", async () => {
  const url = await postgres.database("later");
  const running = new Kysely<{ audit: Record<string, string> }>({
    dialect: new PostgresDialect({ pool: connectionsTo(url) }),
  });
  const migrator = new Migrator({ db: running, provider: { getMigrations: async () => migrations } });
  expect((await migrator.migrateTo("0036-usage-sums")).error).toBeUndefined();
  const write = (db: Kysely<{ audit: Record<string, string> }>, request_id: string) =>
    db
      .insertInto("audit")
      .values({ ...same, id: newId("log"), at: new Date().toISOString(), request_id })
      .execute();
  let opened: Promise<Store> | undefined;
  await running.transaction().execute(async (transaction) => {
    await write(transaction, "before");
    opened = open(url);
    const waiting = sql`select from pg_stat_activity where query like 'create index%'`;
    await expect.poll(async () => (await waiting.execute(running)).rows.length).toBe(1);
    await write(running, "meanwhile");
  });
  expect(Object.keys(await places(await opened!)).sort()).toEqual(["before", "meanwhile"]);
  await running.destroy();
});
