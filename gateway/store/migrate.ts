import { setTimeout } from "node:timers/promises";
import { Migrator, sql, type Kysely } from "kysely";
import { migrations } from "./migrations.js";
import type { Schema } from "./schema.js";
import type { OpenedStore } from "./store.js";

/**
 * Updates the schema to this version's.
 * @returns the names of the updates that were made
 * @throws Error if one fails, or if a newer version has updated the schema
 */
export async function migrate({ db, beforeMigration, withoutTimeout }: OpenedStore): Promise<string[]> {
  await missingUpdates(db);
  await beforeMigration?.();
  return withoutTimeout(async (patient) => {
    // Kysely locks PostgreSQL, so replicas that start together migrate once.
    const migrator = new Migrator({ db: patient, provider: { getMigrations: async () => migrations } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error)
      throw error instanceof Error ? error : new Error("The tables of the store could not be updated.");
    return results.map(({ migrationName }) => migrationName);
  });
}

const askEveryMs = 1_000;

/**
 * Waits until another process has updated the schema.
 * @param waits called once with the missing updates, if there are any
 * @throws Error if a newer version has updated the schema
 */
export async function awaitMigration(
  { db }: OpenedStore,
  waits: (missing: readonly string[]) => void,
): Promise<void> {
  let missing = await missingUpdates(db);
  if (missing.length > 0) waits(missing);
  while (missing.length > 0) {
    await setTimeout(askEveryMs);
    missing = await missingUpdates(db);
  }
}

/** @throws Error if a newer version has updated the schema, because this version would misread it */
async function missingUpdates(db: Kysely<Schema>): Promise<string[]> {
  const known = Object.keys(migrations);
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return known;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const made = new Set(rows.map(({ name }) => name));
  if ([...made].every((name) => Object.hasOwn(migrations, name)))
    return known.filter((name) => !made.has(name));
  throw new Error(
    "A newer version of Standpipe updated this database, and this version cannot read it. " +
      "Start the newer version, or restore a backup from before the update.",
  );
}
