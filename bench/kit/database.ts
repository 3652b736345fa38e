import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../test/gateway/kit/postgres.js";

/** A PostgreSQL that ends with the measurement, with an empty database. `database` makes another one. */
export async function startDatabase(): Promise<{
  readonly url: string;
  database(): Promise<string>;
  stop(): Promise<void>;
}> {
  const within = await mkdtemp(join(tmpdir(), "standpipe-bench-"));
  // PostgreSQL runs as another user.
  await chmod(within, 0o755);
  const postgres = await startPostgres({ within });
  return {
    url: await postgres.database(),
    database: () => postgres.database(),
    async stop() {
      await postgres.stop();
      await rm(within, { recursive: true, force: true });
    },
  };
}
