import { existsSync } from "node:fs";
import { join } from "node:path";
import { migrations } from "./migrations.js";
import type { AccountRow } from "./schema.js";

/** What a store contains, read without changing or migrating it. */
export interface InspectedStore {
  /** Updates of the schema that this version does not know, because a newer version made them. */
  readonly unknownUpdates: readonly string[];
  /** The encrypted root of all hashes; undefined in a store that was never used. */
  readonly rootKey: string | undefined;
  readonly accounts: readonly InspectedAccount[];
  /** The clock of the database server; undefined for a file. */
  readonly clock: Date | undefined;
}

export type InspectedAccount = Pick<
  AccountRow,
  "id" | "name" | "api" | "region" | "base_url" | "api_key" | "key_reference"
>;

/** Runs a query and returns its rows. */
type Ask = (sql: string) => Promise<Readonly<Record<string, unknown>>[]>;

/**
 * Reads a store. Undefined if it has no data yet.
 * @throws Error if it does not answer
 */
export async function inspectStore(
  databaseUrl: string | undefined,
  folder: string,
): Promise<InspectedStore | undefined> {
  return databaseUrl === undefined ? inspectFile(join(folder, "standpipe.db")) : inspectServer(databaseUrl);
}

async function inspectFile(path: string): Promise<InspectedStore | undefined> {
  if (!existsSync(path)) return undefined;
  const { default: Database } = await import("libsql");
  const database = new Database(path, { readonly: true });
  try {
    const ask: Ask = async (sql) => database.prepare(sql).all() as Record<string, unknown>[];
    return await inspected(ask, "select name from sqlite_master where type = 'table'", undefined);
  } finally {
    database.close();
  }
}

async function inspectServer(url: string): Promise<InspectedStore | undefined> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const ask: Ask = async (sql) => (await client.query<Record<string, unknown>>(sql)).rows;
    const [row] = await ask("select clock_timestamp() as now");
    return await inspected(ask, "select tablename as name from pg_tables", row!["now"] as Date);
  } finally {
    await client.end().catch(() => {});
  }
}

async function inspected(
  ask: Ask,
  tables: string,
  clock: Date | undefined,
): Promise<InspectedStore | undefined> {
  const names = new Set((await ask(tables)).map(({ name }) => name));
  if (!names.has("accounts")) return undefined;
  const updates = (await ask("select name from kysely_migration")).map(({ name }) => String(name));
  const [root] = await ask("select value from settings where key = 'root_key'");
  const reference = updates.includes("0027-key-references") ? "key_reference" : "null as key_reference";
  const columns = `id, name, api, region, base_url, api_key, ${reference}`;
  const accounts = updates.includes("0004-apis")
    ? await ask(`select ${columns} from accounts where deleted_at is null order by id`)
    : [];
  return {
    unknownUpdates: updates.filter((name) => !Object.hasOwn(migrations, name)),
    rootKey: root && String(root["value"]),
    accounts: accounts as unknown as InspectedAccount[],
    clock,
  };
}
