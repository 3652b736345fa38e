import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { startTestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";

const settingsOf = useStores();

it.each(storeKinds)("a database that a newer version updated is refused in words, on %s", async (kind) => {
  const { databaseUrl } = await settingsOf(kind);
  const folder = await mkdtemp(join(tmpdir(), "standpipe-newer-"));
  const start = () => startTestGateway({ folder, settings: { databaseUrl } });
  const on = await start();
  const at = new Date().toISOString();
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', ${at})`.execute(
    on.gateway.core.store.db,
  );
  await on.stop();
  await expect(start()).rejects.toThrow(
    /newer version of Standpipe updated this database.* Start the newer version, or restore a backup/,
  );
  await rm(folder, { recursive: true, force: true });
});
