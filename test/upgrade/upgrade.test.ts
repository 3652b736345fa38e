import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCommand, type Started } from "../deploy/kit/start.js";
import { placeBundle } from "../fixtures/shared-build.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { ask, call, makeAccount, makeServer, rpc, testAdminToken } from "../gateway/kit/requests.js";
import type { MadeServer } from "../gateway/kit/requests.js";
import { buildLastRelease } from "./last-release.js";

/* The last release and this version as real processes: together on one PostgreSQL, and one after the other on SQLite. */
let folder: string;
let programs: { old: string; new: string };
let postgres: TestPostgres;
let stub: ApiStub;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-upgrade-"));
  const [old] = await Promise.all([buildLastRelease(join(folder, "old")), placeBundle(join(folder, "new"))]);
  programs = { old, new: join(folder, "new/dist/standpipe.mjs") };
  [postgres, stub] = await Promise.all([startPostgres(), startApiStub()]);
});
afterAll(async () => {
  await Promise.all([postgres?.stop(), stub?.close()]);
  await rm(folder, { recursive: true, force: true });
});

const envOf = (more: object = {}) => ({
  ...process.env,
  STANDPIPE_ADMIN_TOKEN: testAdminToken,
  STANDPIPE_SECRET_KEY: "key-of-the-tests-".repeat(3),
  STANDPIPE_BASE_URLS: stub.url,
  ...more,
});

async function start(version: "old" | "new", data: string, env: object = {}) {
  const args = [programs[version], "gateway", "--port", "0", "--data", join(folder, data)];
  const started: Started = await startCommand(process.execPath, args, /API: (http:\S+)\//, {
    env: envOf(env),
  });
  const url = started.said[1]!;
  return {
    url,
    stop: started.stop,
    ask: <Body>(method: string, path: string, body?: unknown) => ask<Body>(url, method, path, body),
    /** Whether a call of a server URL is answered, at this process. */
    calls: async ({ token }: Pick<MadeServer, "token">, tool = "list_incidents", args: object = {}) =>
      (await call(`${url}/mcp/${token}`, tool, args)).isOk,
  };
}

const verified = async (url: string) =>
  promisify(execFile)(process.execPath, [programs.new, "log", "verify", "--url", url], { env: envOf() });

describe("during a rolling update on one PostgreSQL", () => {
  it("replicas of the last release and of this version serve and change the same server URLs", async () => {
    const env = { DATABASE_URL: await postgres.database() };
    const old = await start("old", "unused", env);
    const account = await makeAccount(old, stub.url);
    const first = await makeServer(old, account);
    expect(await old.calls(first)).toBe(true);

    const now = await start("new", "unused", env);
    expect(await now.calls(first)).toBe(true);
    expect(await old.calls(first), "after this version has updated the database").toBe(true);
    expect(await old.calls(first, "create_incident", { name: "From the old one" })).toBe(true);
    expect(await now.calls(first, "create_incident", { name: "From the new one" })).toBe(true);

    const byOld = await makeServer(old, account, {}, { name: "Made by the old one" });
    const byNew = await makeServer(now, account, {}, { name: "Made by the new one" });
    for (const server of [byOld, byNew])
      for (const replica of [old, now]) expect(await replica.calls(server)).toBe(true);

    const path = (id: string) => `/integrated-account/${account}/mcp/${id}`;
    expect((await now.ask("DELETE", path(byOld.id))).status).toBeLessThan(300);
    expect((await old.ask("DELETE", path(byNew.id))).status).toBeLessThan(300);
    const status = async (at: string, { token }: MadeServer) =>
      (await rpc(`${at}/mcp/${token}`, "tools/list")).status;
    await expect.poll(() => status(old.url, byOld)).toBe(404);
    await expect.poll(() => status(now.url, byNew)).toBe(404);

    const usage = async () => {
      const { body } = await now.ask<{ total: { calls: number } }>(
        "GET",
        "/usage?by=day&since=2026-01-01T00:00:00.000Z",
      );
      return body.total.calls;
    };
    // Both write every few seconds. The old one only knows hours, and this question reads days.
    await expect.poll(usage).toBe(9);

    expect(await old.stop()).toBe(0);
    expect((await verified(now.url)).stdout).toMatch(/entries/);
    const entries = await now.ask<{ result: { tool: string; outcome: string }[] }>(
      "GET",
      "/log?kind=call&limit=100",
    );
    const writes = entries.body.result.filter(({ tool }) => tool === "create_incident");
    expect(writes.map(({ outcome }) => outcome)).toEqual(["ok", "ok"]);
    await expect(start("old", "unused", env)).rejects.toThrow(
      /newer version of Standpipe updated this database/,
    );
    expect(await now.calls(first)).toBe(true);
    await now.stop();
  });
});

describe("an update on SQLite", () => {
  it("keeps the server URLs, keys and log of the last release", async () => {
    const old = await start("old", "data");
    const server = await makeServer(old, await makeAccount(old, stub.url));
    expect(await old.calls(server, "create_incident", { name: "Before" })).toBe(true);
    expect(await old.stop()).toBe(0);
    const now = await start("new", "data");
    expect(await now.calls(server, "create_incident", { name: "After" })).toBe(true);
    await verified(now.url);
    const { body } = await now.ask<{ result: object[] }>("GET", "/log?kind=call&limit=100");
    expect(body.result).toHaveLength(2);
    await now.stop();
    await expect(start("old", "data")).rejects.toThrow(/newer version of Standpipe updated this database/);
  });
});
