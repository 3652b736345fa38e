import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "../../gateway/store/migrations.js";
import { openStore } from "../../gateway/store/open.js";
import { startCommand } from "../deploy/kit/start.js";
import { quickBundle } from "../fixtures/shared-build.js";
import { pace } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";

const settingsOf = useStores();
const last = Object.keys(migrations).at(-1)!;
let folder: string;
let program: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-migrate-"));
  program = join(await quickBundle(pace.seconds), "dist/standpipe.mjs");
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(storeKinds)("standpipe migrate on %s", (kind) => {
  async function scene(name: string) {
    const { databaseUrl } = await settingsOf(kind);
    const data = join(folder, `${kind}-${name}`);
    const store = databaseUrl && {
      DATABASE_URL: databaseUrl,
      STANDPIPE_SECRET_KEY: "key-of-tests-".repeat(3),
    };
    const env = { ...process.env, ...store, STANDPIPE_ADMIN_TOKEN: "admin-token-of-the-tests-0123" };
    const migrate = async () =>
      (await promisify(execFile)(process.execPath, [program, "migrate", "--data", data], { env })).stdout;
    const gateway = [program, "gateway", "--port", "0", "--data", data, "--log-format", "json"];
    return { databaseUrl, data, env: { ...env, STANDPIPE_MIGRATE: "false" }, migrate, gateway };
  }

  it("updates the database, and a second time changes nothing", async () => {
    const { migrate } = await scene("twice");
    expect(await migrate()).toBe(
      `Updated the database: ${Object.keys(migrations).length} steps, the last one ${last}.\n`,
    );
    expect(await migrate()).toBe("The database was up to date.\n");
  });

  it("is what a gateway with STANDPIPE_MIGRATE=false waits for", async () => {
    const { env, migrate, gateway } = await scene("waits");
    const on = await startCommand(process.execPath, gateway, /waiting_for_migration/, { env });
    expect(on.logged()).toMatch(/"missing":\["0001-start",/);
    expect(on.logged()).toContain("The gateway starts when you have run standpipe migrate.");
    expect(await migrate()).toMatch(/^Updated the database/);
    const url = () => /The gateway serves at (http:\S+)\./.exec(on.logged())?.[1];
    await expect.poll(url, { timeout: 20_000 }).toBeDefined();
    expect((await fetch(`${url()}/readyz`)).status).toBe(200);
    await on.stop();
  });

  it("does not need to end before a waiting gateway can be stopped", async () => {
    const { env, gateway } = await scene("stopped");
    const on = await startCommand(process.execPath, gateway, /waiting_for_migration/, { env });
    expect(await on.stop()).toBe(0);
  });
});

it.runIf(storeKinds.includes("postgres"))(
  "an update of PostgreSQL may take longer than a statement of a call",
  async () => {
    const { databaseUrl } = await settingsOf("postgres");
    const store = await openStore({ databaseUrl, folder: "unused" });
    const limit = sql<{ statement_timeout: string }>`show statement_timeout`;
    expect((await limit.execute(store.db)).rows).toEqual([{ statement_timeout: "10s" }]);
    const patient = await store.withoutTimeout((db) => limit.execute(db));
    expect(patient.rows).toEqual([{ statement_timeout: "0" }]);
    await store.close();
  },
);
