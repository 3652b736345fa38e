import { afterAll, beforeAll } from "vitest";
import type { Settings } from "../../../gateway/settings.js";
import { startPostgres, type TestPostgres } from "./postgres.js";

export const storeKinds = ["sqlite", "postgres"] as const;

export type StoreKind = (typeof storeKinds)[number];

/** Settings of a new, empty store of a kind, for a test file. PostgreSQL is started once per file. */
export function useStores(): (kind: StoreKind) => Promise<Partial<Settings>> {
  let postgres: TestPostgres;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres?.stop());
  return async (kind) => (kind === "sqlite" ? {} : { databaseUrl: await postgres.database() });
}
