import { execFile } from "node:child_process";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "../docs/page.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { call, makeAccount, makeServer, startTestGateway } from "./kit/gateway.js";
import { startPostgres, type TestPostgres } from "./kit/postgres.js";

const run = promisify(execFile);

/** The folder of an installed PostgreSQL with its server. `pg_dump` refuses a server that is newer than itself. */
async function installed(): Promise<string | undefined> {
  try {
    const folder = (await run("pg_config", ["--bindir"])).stdout.trim();
    for (const program of ["initdb", "postgres", "pg_dump", "pg_restore"])
      await access(join(folder, program));
    return folder;
  } catch {
    return undefined;
  }
}

const programs = await installed();
if (programs === undefined)
  console.warn("SKIPPED: PostgreSQL with pg_dump isn't installed, so no database is restored.");

describe.runIf(programs !== undefined)("a PostgreSQL database that was restored from a dump", () => {
  let postgres: TestPostgres;
  let stub: ApiStub;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "standpipe-dump-"));
    [postgres, stub] = await Promise.all([startPostgres({ installed: programs }), startApiStub()]);
  });
  afterAll(async () => {
    await Promise.all([postgres?.stop(), stub?.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs a command of the page as it is written there. */
  async function follow(program: string, env: Readonly<Record<string, string>>): Promise<void> {
    const block = blocksOf("docs/operating.md").find(({ text }) => text.startsWith(program));
    const PATH = `${programs}:${process.env["PATH"]}`;
    await run("bash", ["-ec", block!.text], { cwd: folder, env: { ...process.env, ...env, PATH } });
  }

  it("answers the old server URLs, and its log is whole", { timeout: 120_000 }, async () => {
    const [DATABASE_URL, restoredUrl] = [await postgres.database(), await postgres.database()];
    const env = { STANDPIPE_SECRET_KEY: "a-secret-key-of-the-tests-0123456789" };
    const start = (databaseUrl: string) =>
      startTestGateway({ env, settings: { databaseUrl, baseUrls: [stub.url] } });
    const old = await start(DATABASE_URL);
    const { url, token } = await makeServer(old, await makeAccount(old, stub.url));
    await call(url, "list_incidents");
    await old.stop();

    await follow("pg_dump", { DATABASE_URL });
    await follow("pg_restore", { DATABASE_URL: restoredUrl });
    const restored = await start(restoredUrl);
    const { isOk } = await call(`${restored.url}/mcp/${token}`, "list_incidents");
    expect(isOk).toBe(true);
    expect(stub.arrived.at(-1)!.key).toBe("fhb-Acme");
    const log = await restored.ask<{ result: { tool: string | null }[] }>("GET", "/log?tool=list_incidents");
    expect(log.body.result).toHaveLength(2);
    const verified = await restored.ask<{ fault: unknown }>("GET", "/log/verify");
    expect(verified.body.fault).toBeNull();
    await restored.stop();
  });
});
