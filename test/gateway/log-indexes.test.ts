import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditColumns, answerName, searchFields, type AuditTable } from "../../gateway/audit/fields.js";
import { readLog, type LogQuery } from "../../gateway/audit/read-log.js";
import type { Core } from "../../gateway/core.js";
import { newId } from "../../gateway/id.js";
import { openStore } from "../../gateway/store/open.js";
import type { Store } from "../../gateway/store/store.js";
import { storeKinds, useStores, type StoreKind } from "./kit/stores.js";

const settingsOf = useStores();
const HOUR = 3_600_000;
const ROWS = 5_000;

/** A query for each filter of the log, with the column that its index must begin with. */
const filters: Readonly<Record<string, readonly [LogQuery, RegExp]>> = {
  ...Object.fromEntries(
    auditColumns
      .filter((column) => Object.hasOwn(searchFields, answerName(column)))
      .map((column) => [answerName(column), [{ [answerName(column)]: "none" }, RegExp(`^${column} ?=`)]]),
  ),
  since: [{ since: new Date().toISOString() }, /^\(?(at|id) ?>/],
  until: [{ until: "2020-01-01T00:00:00Z" }, /^\(?(at|id) ?</],
};

interface Sqlite {
  prepare(sql: string): { all(...values: unknown[]): { detail: string }[] };
  close(): void;
}
const Database = createRequire(import.meta.url)("libsql") as new (path: string, options: object) => Sqlite;

type Lookups = (query: string, values: readonly unknown[]) => Promise<(string | undefined)[]>;

/** What a store looks up in an index of the log for a query. A scan of the whole log looks up nothing. */
const lookupsOf: Readonly<Record<StoreKind, (store: Store, folder: string) => Lookups>> = {
  sqlite: (_store, folder) => async (query, values) => {
    const database = new Database(join(folder, "standpipe.db"), { readonly: true });
    const plan = database.prepare(`explain query plan ${query}`).all(...values);
    database.close();
    const text = plan.map(({ detail }) => detail).join("\n");
    return [...text.matchAll(/^SEARCH audit USING INDEX \w+ \((.*)\)$/gm)].map(([, found]) => found);
  },
  postgres: (store) => async (query, parameters) => {
    const explain = { ...sql``.compile(store.db), sql: `explain (costs off) ${query}`, parameters };
    const { rows } = await store.db.executeQuery<{ "QUERY PLAN": string }>(explain);
    const text = rows.map((row) => row["QUERY PLAN"]).join("\n");
    const scans = text.matchAll(/ on audit_before.*\n +(?:Index|Recheck) Cond: \((.*)\)$/gm);
    return [...scans].map(([, found]) => found);
  },
};

describe.each(storeKinds)("the log on %s", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "standpipe-log-"));
  let store: Store;
  beforeAll(async () => {
    const { databaseUrl } = await settingsOf(kind);
    store = await openStore({ databaseUrl, folder });
    const rows = Array.from({ length: ROWS }, (_, index) => {
      const time = Date.now() - (ROWS - index) * HOUR;
      const given = auditColumns.map((column) => [column, `${column} ${index % 20}`]);
      const stamps = { id: newId("log", time), at: new Date(time).toISOString() };
      const numbers = { upstream_status: 200, duration_ms: 1, upstream_ms: 1, result_bytes: 1 };
      return { ...Object.fromEntries(given), ...stamps, ...numbers } as AuditTable;
    });
    await store.keepAudit(rows);
    if (kind === "postgres") await sql`analyze audit`.execute(store.db);
  });
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Object.entries(filters))("is searched by %s with an index", async (_, [query, lookup]) => {
    let found: unknown;
    const read: Store["read"] = async (query) => {
      const { sql, parameters } = query.compile();
      found = await lookupsOf[kind](store, folder)(sql, parameters);
      return [];
    };
    await readLog({ store: { ...store, read }, audit: { flush: async () => {} } } as unknown as Core, query);
    expect(found).toEqual([expect.stringMatching(lookup)]);
  });
});
