import { startPostgres } from "../../test/gateway/kit/postgres.js";

/** A PostgreSQL that ends with the measurement, with an empty database. `database` makes another one. */
export async function startDatabase(): Promise<{
  readonly url: string;
  database(): Promise<string>;
  stop(): Promise<void>;
}> {
  const postgres = await startPostgres();
  return { url: await postgres.database(), database: () => postgres.database(), stop: postgres.stop };
}
