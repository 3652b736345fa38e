import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCommand, type Started } from "../deploy/kit/start.js";
import { placeBundle } from "../fixtures/shared-build.js";
import { ask, call, testAdminToken, type MadeServer } from "./kit/gateway.js";
import { startPostgres, type TestPostgres } from "./kit/postgres.js";

/* The bundle renames classes, so code that works from source can fail there. */

let folder: string;
let postgres: TestPostgres;
let gateway: Started;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-built-"));
  [postgres] = await Promise.all([startPostgres(), placeBundle(folder)]);
  const env = {
    ...process.env,
    STANDPIPE_ADMIN_TOKEN: testAdminToken,
    STANDPIPE_SECRET_KEY: "k".repeat(40),
    DATABASE_URL: await postgres.database(),
  };
  const program = join(folder, "dist/standpipe.mjs");
  const args = [program, "gateway", "--sandbox", "--port", "0", "--data", join(folder, "data")];
  gateway = await startCommand(process.execPath, args, /API: (http:\S+)\//, { env });
  url = gateway.said[1]!;
}, 120_000);
afterAll(async () => {
  await gateway?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

it("counts the calls of a server URL in PostgreSQL, and refuses calls over its limit", async () => {
  const { body: accounts } = await ask<{ result: { id: string }[] }>(url, "GET", "/integrated-account");
  const path = `/integrated-account/${accounts.result[0]!.id}/mcp`;
  const config = { rate_limit: { calls: 2, seconds: 600 } };
  const { body: made } = await ask<MadeServer>(url, "POST", path, { name: "Limited", config });
  const outcomes: string[] = [];
  for (let sent = 0; sent < 3; sent += 1) {
    const { value, text } = await call(made.url, "list_teams");
    const { error } = (value ?? { error: { kind: text } }) as { error?: { kind: string } };
    outcomes.push(error?.kind ?? "ok");
  }
  expect(outcomes).toEqual(["ok", "ok", "rate_limited"]);
});
