import { afterAll, beforeAll, inject } from "vitest";
import type { Settings } from "../../../gateway/settings.js";
import { createDatabase, startPostgres, type TestPostgres } from "./postgres.js";

export type StoreKind = "sqlite" | "postgres";

const chosen = process.env["STANDPIPE_TEST_STORE"] as StoreKind | undefined;

/** The stores of tests that try each. STANDPIPE_TEST_STORE=sqlite or postgres chooses one. */
export const storeKinds: readonly StoreKind[] = chosen ? [chosen] : ["sqlite", "postgres"];

/** Settings of a new, empty store of a kind, for a test file. PostgreSQL is started once per file. */
export function useStores(): (kind: StoreKind) => Promise<Partial<Settings>> {
  let postgres: TestPostgres | undefined;
  beforeAll(async () => {
    if (storeKinds.includes("postgres")) postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());
  return async (kind) => (kind === "sqlite" ? {} : { databaseUrl: await postgres!.database() });
}

const databases = new Map<string, Promise<string>>();

/** The store of a test that names none: a file in the folder, or with STANDPIPE_TEST_STORE=postgres a database. */
export async function defaultStore(folder: string): Promise<Partial<Settings>> {
  const server = inject("postgres");
  if (server === undefined) return {};
  if (!databases.has(folder)) databases.set(folder, createDatabase(server));
  return { databaseUrl: await databases.get(folder) };
}
