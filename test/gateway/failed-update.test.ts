import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../../gateway/store/open.js";
import { connectionsTo } from "./kit/postgres.js";
import { storeKinds, useStores } from "./kit/stores.js";

const settingsOf = useStores();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-failed-update-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a statement without the store, because opening the store updates the schema. */
async function run(statement: string, databaseUrl: string | undefined): Promise<void> {
  if (databaseUrl === undefined) {
    const database = new Database(join(folder, "standpipe.db"));
    database.exec(statement);
    database.close();
    return;
  }
  const connections = connectionsTo(databaseUrl);
  await connections.query(statement);
  await connections.end();
}

it.each(storeKinds)("an update of the schema that fails undoes those before it, on %s", async (kind) => {
  const { databaseUrl } = await settingsOf(kind);
  // A table of this name comes with one of the last updates.
  await run("create table used_assertions (id int)", databaseUrl);
  await expect(openStore({ folder, databaseUrl })).rejects.toThrow(/already exists/);
  await expect(run("select * from accounts", databaseUrl)).rejects.toThrow(/accounts/);
  await run("drop table used_assertions", databaseUrl);
  const store = await openStore({ folder, databaseUrl });
  expect(await store.db.selectFrom("accounts").selectAll().execute()).toEqual([]);
  await store.close();
});
