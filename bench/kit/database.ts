import { startPostgres } from "../../test/gateway/kit/postgres.js";

/** An empty database of a PostgreSQL that ends with the measurement. */
export async function startDatabase(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const postgres = await startPostgres();
  return { url: await postgres.database(), stop: postgres.stop };
}
