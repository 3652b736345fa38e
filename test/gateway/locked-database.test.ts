import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { openStore } from "../../gateway/store/open.js";
import { untilUnlocked } from "../../gateway/store/sqlite-driver.js";

/* Opening blocks this thread, so a worker holds the lock of the database for a moment. */
const holdLock = `
  const { parentPort, workerData } = require("node:worker_threads");
  const Database = require(workerData.library);
  const database = new Database(workerData.path);
  database.exec("begin exclusive");
  parentPort.postMessage("locked");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
  database.exec("rollback");
  database.close();
`;

it("SQLite's database may be locked for a moment when the gateway opens it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-locked-"));
  const library = createRequire(import.meta.url).resolve("libsql");
  const worker = new Worker(holdLock, {
    eval: true,
    workerData: { path: join(folder, "standpipe.db"), library },
  });
  const ended = once(worker, "exit");
  await once(worker, "message");
  const store = await openStore({ databaseUrl: undefined, folder });
  await expect(store.ping()).resolves.toBeUndefined();
  await store.close();
  await ended;
  await rm(folder, { recursive: true, force: true });
});

it("a lock that SQLite itself does not wait for is asked for again", async () => {
  let asked = 0;
  await untilUnlocked(() => {
    asked += 1;
    if (asked < 3) throw Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
  });
  expect(asked).toBe(3);
});
