import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { checks, examine, type CheckName } from "../../cli/doctor/checks.js";
import { command, keysOf, storeOf } from "../../cli/doctor/doctor.js";
import type { Examined, Finding } from "../../cli/doctor/finding.js";
import { checkCheckout } from "../../cli/doctor/generated.js";
import { servedApis } from "../../gateway/apis.js";
import { readSettings } from "../../gateway/settings.js";
import { api } from "../../generated/firehydrant/index.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { makeAccount, startTestGateway } from "../gateway/kit/gateway.js";
import { startIssuer, type TestIssuer } from "../gateway/kit/issuer.js";
import { freePort } from "../gateway/kit/postgres.js";

let stub: ApiStub;
let issuer: TestIssuer;
let folder: string;
const servers: Server[] = [];
beforeAll(async () => void ([stub, issuer] = await Promise.all([startApiStub(), startIssuer()])));
afterAll(() => Promise.all([stub.close(), issuer.close()]));
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "standpipe-doctor-")), "data");
  await mkdir(folder, { mode: 0o700 });
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(join(folder, ".."), { recursive: true, force: true });
  vi.restoreAllMocks();
});

const GB = 1_073_741_824;

interface Given extends Partial<Omit<Examined, "settings" | "apis">> {
  readonly variables?: Record<string, string>;
  readonly region?: string;
}

/** What is examined: a healthy machine, with what a test changes. */
async function examined({ variables = {}, region = stub.url, ...given }: Given = {}): Promise<Examined> {
  const env = { STANDPIPE_SECRET_KEY: "k".repeat(40), STANDPIPE_BASE_URLS: stub.url, ...variables };
  const settings = readSettings(env);
  const catalogue = { ...api.catalogue, api: { ...api.catalogue.api, servers: { us: region } } };
  return {
    ...{ env, settings, folder, host: "127.0.0.1", port: 0, nodeVersion: "22.1.0" },
    apis: servedApis({ apis: [{ ...api, catalogue }], sandboxUrls: {}, baseUrls: settings.baseUrls }),
    now: () => new Date(),
    freeBytes: async () => 50 * GB,
    keys: keysOf(env, given.folder ?? folder),
    store: await storeOf(settings.databaseUrl, given.folder ?? folder),
    ...given,
  };
}

async function finding(check: CheckName, given?: Given): Promise<Finding> {
  const result: Finding | readonly Finding[] = await checks[check](await examined(given));
  const found = Array.isArray(result) ? (result as readonly Finding[]) : [result as Finding];
  return found.find(({ state }) => state !== "ok") ?? found[0]!;
}

async function listening(answer: Parameters<typeof createServer>[1]): Promise<{ url: string; port: number }> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port };
}

/** A data folder that a gateway has used. */
async function usedFolder(key = "fhb-good", secret = "k".repeat(40)): Promise<void> {
  const on = await startTestGateway({
    folder,
    env: { STANDPIPE_SECRET_KEY: secret },
    settings: { baseUrls: [stub.url] },
  });
  await makeAccount(on, stub.url, key.slice(4));
  await on.stop();
}

it("a healthy gateway has no finding", async () => {
  await usedFolder();
  const found = await examine(await examined({ variables: { STANDPIPE_OAUTH_ISSUERS: issuer.url } }));
  expect(found.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(new Set(found.map(({ check }) => check))).toEqual(new Set(Object.keys(checks)));
});

describe("each finding is reported with its fix:", () => {
  const rows: Record<string, [CheckName, () => Promise<Given> | Given, Finding["state"], RegExp, RegExp]> = {
    "an old Node": [
      "node",
      () => ({ nodeVersion: "20.18.3" }),
      "fail",
      /20\.18\.3 is too old/,
      /Install Node/,
    ],
    "a port that another program uses": [
      "port",
      async () => ({ port: (await listening((_, response) => response.end("hello"))).port }),
      "fail",
      /Another program uses port/,
      /another --port/,
    ],
    "an address of another machine": [
      "port",
      () => ({ host: "192.0.2.1" }),
      "fail",
      /no address of this machine/,
      /--host/,
    ],
    "a host list that leaves out clients": [
      "hosts",
      () => ({ host: "0.0.0.0" }),
      "warn",
      /refuses requests/,
      /STANDPIPE_PUBLIC_URL/,
    ],
    "a URL where nothing answers": [
      "hosts",
      () => ({ url: "http://127.0.0.1:9" }),
      "fail",
      /Nothing answers/,
      /Start the gateway/,
    ],
    "a URL of something else": [
      "hosts",
      async () => ({ url: (await listening((_, response) => response.writeHead(502).end())).url }),
      "fail",
      /answers 502, and not as a gateway does/,
      /proxy/,
    ],
    "a gateway that refuses the host name": [
      "hosts",
      async () => ({
        url: (
          await listening(({ url }, response) =>
            url === "/readyz" ? response.end('{"status":"ready"}') : response.writeHead(403).end(),
          )
        ).url,
      }),
      "fail",
      /refuses this host name/,
      /STANDPIPE_ALLOWED_HOSTS/,
    ],
    "a gateway that is not ready": [
      "hosts",
      async () => ({
        url: (
          await listening((_, response) => response.writeHead(503).end('{"message":"The store is away."}'))
        ).url,
      }),
      "fail",
      /is not ready: The store is away/,
      /store/,
    ],
    "a data folder that is missing": [
      "data",
      () => ({ folder: join(folder, "none") }),
      "warn",
      /does not exist/,
      /--data/,
    ],
    "a data folder that is a file": [
      "data",
      async () => {
        await writeFile(join(folder, "file"), "");
        return { folder: join(folder, "file") };
      },
      "fail",
      /is a file/,
      /--data/,
    ],
    "a data folder that others can read": [
      "data",
      async () => {
        await chmod(folder, 0o755);
        return {};
      },
      "warn",
      /Other users/,
      /chmod 700/,
    ],
    "a disk with little space": [
      "disk",
      () => ({ freeBytes: async () => GB / 2 }),
      "warn",
      /512 MB are free/,
      /STANDPIPE_AUDIT_DAYS/,
    ],
    "a full disk": [
      "disk",
      () => ({ freeBytes: async () => 1_000 }),
      "fail",
      /0 MB are free/,
      /Free some space/,
    ],
    "a database file that is broken": [
      "store",
      async () => {
        await writeFile(join(folder, "standpipe.db"), "nonsense ".repeat(200));
        return {};
      },
      "fail",
      /standpipe\.db in .* cannot be read/,
      /restore a backup/,
    ],
    "a database server that is down": [
      "store",
      () => ({ variables: { DATABASE_URL: "postgres://127.0.0.1:9/x" } }),
      "fail",
      /DATABASE_URL cannot be read \(ECONNREFUSED\)/,
      /Start PostgreSQL/,
    ],
    "a database of a newer version": [
      "store",
      async () => {
        const on = await startTestGateway({ folder, env: { STANDPIPE_SECRET_KEY: "k".repeat(40) } });
        await sql`insert into kysely_migration (name, timestamp) values ('9999-new', '')`.execute(
          on.gateway.core.store.db,
        );
        await on.stop();
        return {};
      },
      "fail",
      /newer version/,
      /newer version/,
    ],
    "a short secret key": [
      "secret key",
      () => ({ variables: { STANDPIPE_SECRET_KEY: "short" } }),
      "fail",
      /32 characters/,
      /32/,
    ],
    "a lost secret key": [
      "secret key",
      async () => {
        await usedFolder();
        return { variables: { STANDPIPE_SECRET_KEY: "" } };
      },
      "fail",
      /There is no secret key/,
      /secret\.key back/,
    ],
    "another secret key": [
      "secret key",
      async () => {
        await usedFolder("fhb-good", "another".repeat(8));
        return {};
      },
      "fail",
      /not the one that encrypted/,
      /earlier key/,
    ],
    "a clock that is wrong": [
      "clock",
      () => ({ now: () => new Date(Date.now() + 300_000) }),
      "fail",
      /differs by (299|300|301) s/,
      /timedatectl/,
    ],
    "a proxy variable": [
      "proxy",
      () => ({ env: { HTTPS_PROXY: "http://proxy:3128" } }),
      "warn",
      /HTTPS_PROXY is set/,
      /direct connections/,
    ],
    "a name without an address": [
      "dns",
      () => ({ variables: { STANDPIPE_BASE_URLS: "https://nosuch.invalid" } }),
      "fail",
      /nosuch\.invalid has no address/,
      /DNS/,
    ],
    "a region that does not answer": [
      "regions",
      () => ({ region: "http://127.0.0.1:9" }),
      "fail",
      /FireHydrant us at .* does not answer \(\w+/,
      /outgoing/,
    ],
    "a key that the API refuses": [
      "accounts",
      async () => {
        await usedFolder("fhb-bad");
        return {};
      },
      "fail",
      /Account bad: FireHydrant at .* refuses the key \(401\)/,
      /region/,
    ],
    "an account whose base URL is not allowed": [
      "accounts",
      async () => {
        await usedFolder();
        return { variables: { STANDPIPE_BASE_URLS: "" } };
      },
      "fail",
      /does not serve/,
      /STANDPIPE_BASE_URLS/,
    ],
    "a provider without metadata": [
      "providers",
      async () => ({
        variables: {
          STANDPIPE_OAUTH_ISSUERS: (await listening((_, response) => response.writeHead(404).end())).url,
        },
      }),
      "fail",
      /It publishes no metadata/,
      /STANDPIPE_OAUTH_ISSUERS/,
    ],
  };
  it.each(Object.entries(rows))("%s", async (_name, [check, given, state, message, fix]) => {
    const found = await finding(check, await given());
    expect(found).toEqual({
      state,
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    });
  });

  it("generated files that are stale", async () => {
    await mkdir(join(folder, "cli"));
    expect((await checkCheckout(join(folder, "none"))).state).toBe("ok");
    const script = 'console.error("standpipe: 3 files in generated/ are stale: a, b, c."); process.exit(1);';
    await writeFile(join(folder, "cli/main.ts"), script);
    await writeFile(join(folder, "package.json"), "{}");
    await symlinkModules();
    expect(await checkCheckout(folder)).toEqual({
      state: "fail",
      message: expect.stringContaining("3 files in generated/ are stale"),
      fix: expect.stringContaining("make generate"),
    });
  });
});

async function symlinkModules(): Promise<void> {
  const { symlink } = await import("node:fs/promises");
  await symlink(join(import.meta.dirname, "../../node_modules"), join(folder, "node_modules"));
}

it("a gateway that runs already is no finding", async () => {
  const on = await startTestGateway();
  const { port } = new URL(on.url);
  expect(await finding("port", { port: Number(port) })).toMatchObject({ state: "ok" });
  expect(await finding("hosts", { url: on.url })).toMatchObject({
    state: "ok",
    message: expect.stringContaining("is ready"),
  });
  await on.stop();
});

it("the command prints each check with its fix, and JSON with --json, changes nothing, and fails if something is wrong", async () => {
  const out: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text) => void out.push(String(text)));
  const port = String(await freePort());
  const none = join(folder, "none");
  const flags = ["--port", port, "--data", none];
  expect(await command.run(["http://127.0.0.1:9", ...flags])).toBe(1);
  expect(out.join("\n")).toMatch(
    /^FAIL {2}hosts +Nothing answers at http:\/\/127\.0\.0\.1:9 .*\n +Fix: Start the gateway/m,
  );
  expect(out.join("\n")).toMatch(/^\d+ to fix, \d+ to look at, \d+ in order\.$/m);
  out.length = 0;
  await command.run([...flags, "--json"]);
  const found = JSON.parse(out.join("\n")) as { check: string; state: string; fix?: string }[];
  expect(found).toContainEqual({ check: "node", state: "ok", message: expect.any(String) });
  expect(found.every(({ state, fix }) => state === "ok" || fix)).toBe(true);
  const { existsSync } = await import("node:fs");
  expect(existsSync(none)).toBe(false);
});

it("the command leaves a secret key that others can read as it is", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const key = join(folder, "secret.key");
  await writeFile(key, "k".repeat(40));
  await chmod(key, 0o644);
  await command.run(["--port", String(await freePort()), "--data", folder]);
  expect((await stat(key)).mode & 0o777).toBe(0o644);
});
