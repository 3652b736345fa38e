import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsent } from "../../gateway/consent/consent.js";
import { mountPage } from "../../gateway/page/page.js";
import { mintToken } from "../../gateway/secrets/token.js";
import { readSettings } from "../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { startIssuer } from "./kit/issuer.js";
import { call, makeServer, rpc, startTestGateway } from "./kit/gateway.js";
import { startPostgres, type TestPostgres } from "./kit/postgres.js";

let stub: ApiStub;
let folder: string;
beforeAll(async () => {
  stub = await startApiStub();
  folder = await mkdtemp(join(tmpdir(), "standpipe-canary-"));
});
afterAll(async () => {
  await stub.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a canary value", () => {
  let postgres: TestPostgres;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres.stop());

  it.each(["sqlite", "postgres"])("as a token on %s never appears outside", async (kind) => {
    const own = join(folder, kind);
    const databaseUrl = kind === "postgres" ? await postgres.database() : undefined;
    const secret = "s".repeat(40);
    const admin = mintToken("admin");
    const issuer = await startIssuer();
    const on = await startTestGateway({
      folder: own,
      env: { STANDPIPE_SECRET_KEY: secret },
      consent: createConsent,
      mounts: [mountPage],
      settings: {
        databaseUrl,
        baseUrls: [stub.url],
        auditValues: true,
        adminToken: admin,
        oauth: readSettings({ STANDPIPE_OAUTH_ISSUERS: issuer.url }).oauth,
      },
    });
    const asAdmin = { authorization: `Bearer ${admin}` };
    const ask: typeof on.ask = (method, path, body, headers = asAdmin) => on.ask(method, path, body, headers);
    const key = "fhb-canarycanarycanary";
    const { body: account } = await ask<{ id: string }>("POST", "/integrated-account", {
      name: "A",
      base_url: stub.url,
      api_key: key,
    });
    const server = await makeServer({ ask }, account.id);
    const { body: api } = await ask<{ token: string }>("POST", "/api-tokens", { name: "t" });
    const strict = await makeServer({ ask }, account.id, { require_api_token_auth: true });
    const revoked = await makeServer({ ask }, account.id);
    await ask("DELETE", `/integrated-account/${account.id}/mcp/${revoked.id}`);
    const rotated = await ask<{ token: string }>(
      "POST",
      `/integrated-account/${account.id}/mcp/${server.id}/rotate`,
      {},
    );
    const signedIn = await makeServer({ ask }, account.id, {
      oauth: { scopes: { all: {} }, without_token: true },
    });
    const resource = `${on.url}/mcp/${signedIn.id}`;
    const access = await issuer.sign({ aud: resource, scope: "all", sub: `ada ${signedIn.token}` });
    const refused = await issuer.sign({ aud: resource, scope: "none" });
    const tokens = [server.token, strict.token, revoked.token, rotated.body.token, api.token, admin];
    tokens.push(signedIn.token, access, refused);

    const shown: string[] = [];
    for (const token of tokens) shown.push(...(await tryEverywhere(on.url, token, ask)));
    // Right answers, wrong answers, and an upstream that repeats the key.
    await call(server.url, "create_incident", {
      name: rotated.body.token,
      summary: server.token,
      [server.token]: 1,
    });
    await call(server.url, server.token);
    for (const token of [access, refused]) {
      const shows = { authorization: `Bearer ${token}` };
      shown.push((await call(resource, "create_incident", { name: token, [token]: 1 }, shows)).text);
      shown.push((await call(resource, token, {}, shows)).text.replaceAll(token, ""));
      shown.push((await rpc(`${resource}?access_token=${token}`, "tools/list")).text);
    }
    const asking = await makeServer({ ask }, account.id, { confirm: "write" });
    await call(asking.url, "create_incident", { name: "Asked about" });
    const visited = await visitPage(on.url, admin, account.id, asking.id);
    tokens.push(asking.token, visited.cookie);
    shown.push(...visited.pages);
    stub.reply = () => ({ status: 500, value: { detail: `${key} and ${server.token}` } });
    shown.push(JSON.stringify((await call(server.url, "list_incidents")).value).replaceAll(server.token, ""));
    stub.reply = () => undefined;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    for (const path of [
      "/metrics",
      "/log?limit=200",
      "/integrated-account",
      `/integrated-account/${account.id}/mcp?revoked=true`,
      "/api-tokens",
      "/openapi.json",
    ]) {
      shown.push(JSON.stringify((await ask<unknown>("GET", path)).body));
    }
    await on.stop();
    await issuer.close();
    const stored = databaseUrl ? await dumpOf(databaseUrl) : (await filesOf(own)).join("");
    expect(on.logged().length).toBeGreaterThan(5_000);
    expect(stored.length).toBeGreaterThan(5_000);
    for (const canary of [...tokens, key, secret]) {
      expect(on.logged().includes(canary), "in the log").toBe(false);
      expect(stored.includes(canary), "in the store").toBe(false);
      expect(
        shown.some((text) => text.includes(canary)),
        "in an answer",
      ).toBe(false);
    }
  });

  it("in a name is refused", async () => {
    const on = await startTestGateway();
    const { status, body } = await on.ask<{ message: string }>("POST", "/api-tokens", {
      name: `for ${mintToken("server")}`,
    });
    expect([status, body.message]).toEqual([400, "name: must not hold a token"]);
    await on.stop();
  });

  it("as an API key is only stored encrypted", async () => {
    const text = (await filesOf(join(folder, "sqlite"))).join("");
    expect(text).toContain("v1.");
    expect(text).not.toContain(Buffer.from("fhb-canary").toString("base64").slice(0, 10));
  });
});

/** Sends a token in every possible place, and returns all answers. */
async function tryEverywhere(
  url: string,
  token: string,
  ask: (method: string, path: string, body?: unknown) => Promise<{ body: unknown }>,
) {
  const bearer = { authorization: `Bearer ${token}` };
  const texts: string[] = [];
  const fetched = async (path: string, init: RequestInit = {}) => {
    const aborted = AbortSignal.timeout(300);
    const response = await fetch(url + path, { ...init, signal: aborted }).catch(() => undefined);
    if (!response) return;
    for (const name of ["referrer-policy", "cache-control"])
      expect(response.headers.get(name), path).toMatch(/no-referrer|no-store/);
    texts.push(JSON.stringify([...response.headers]), await response.text().catch(() => ""));
  };
  const json = { method: "POST", headers: { "content-type": "application/json" } };
  for (const path of [
    "/mcp",
    "/mcp/",
    "/sse",
    "/page",
    "/mcpx/",
    "/integrated-account",
    "/log",
    "/api-tokens",
    "/metrics",
    "/healthz",
    "/",
  ]) {
    await fetched(`${path}/${token}`);
    await fetched(`${path}?token=${token}`);
    // The admin token works as usual.
    if (!token.startsWith("spm_")) await fetched(path, { headers: bearer });
    await fetched(path, {
      headers: {
        authorization: `Basic ${token}`,
        "x-request-id": token,
        "user-agent": token,
        referer: `${url}/mcp/${token}`,
      },
    });
    await fetched(`${path}/${token}`, { ...json, body: `{"${token}` });
    await fetched(`${path}/${token}`, { method: "DELETE" });
  }
  await fetched(`/mcp/${token}`, { method: "GET", headers: { accept: "text/event-stream" } });
  await fetched(`/mcp/${token}`, { method: "PUT", body: token });
  await fetched("/sse/messages?sessionId=" + token, { ...json, body: "{}" });
  await rpc(`${url}/mcp/${token}`, "tools/list", {}, { origin: `http://${token}.example.com` });
  const bodies = [
    ask("GET", `/integrated-account/${token}`),
    ask("GET", `/integrated-account/${token}/mcp/${token}`),
    ask("DELETE", `/api-tokens/${token}`),
    ask("GET", `/log?cursor=${token}`),
    ask("GET", `/log?${token}=1`),
    ask("POST", "/api-tokens", { [token]: token }),
    ask("POST", "/api-tokens", { name: "x", integrated_account_id: token }),
    ask("POST", "/integrated-account", { name: "x", api_key: "k", region: token }),
    ask("POST", "/integrated-account", { name: "x", api_key: "k", base_url: `http://${token}` }),
  ];
  texts.push(...(await Promise.all(bodies)).map(({ body }) => JSON.stringify(body)));
  return texts;
}

/** The contents of a store's files, which only their owner may read. */
async function filesOf(path: string): Promise<string[]> {
  const names = await readdir(path);
  expect(names).toContain("standpipe.db");
  return Promise.all(
    names.map(async (name) => {
      try {
        expect((await stat(join(path, name))).mode & 0o077, name).toBe(0);
        return await readFile(join(path, name), "latin1");
      } catch (error) {
        // SQLite deletes its journal once the last statement is closed.
        if ((error as NodeJS.ErrnoException).code === "ENOENT" && name !== "standpipe.db") return "";
        throw error;
      }
    }),
  );
}

async function dumpOf(url: string): Promise<string> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const tables: unknown[] = [];
  for (const { name } of rows) tables.push((await client.query(`select * from "${name}"`)).rows);
  await client.end();
  return JSON.stringify(tables);
}

/** Signs in, with mistakes, and opens every page. Returns the contents of the pages and the session's secret. */
async function visitPage(url: string, admin: string, account: string, server: string) {
  const pages: string[] = [];
  const signIn = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(`${url}/sign-in`, { method: "POST", body, redirect: "manual" });
    pages.push(await answer.text(), answer.headers.get("location") ?? "");
    return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  };
  expect(await signIn({ person: admin, token: "the wrong way round, but long" })).toBe("");
  expect(await signIn({ person: admin, token: admin })).toBe("");
  const cookie = await signIn({ person: "Ada", token: admin, next: "/audit" });
  const look = async (path: string) => {
    const text = await (await fetch(url + path, { headers: { cookie } })).text();
    pages.push(text);
    return text;
  };
  const waiting = /\/approvals\/apr_\w+/.exec(await look("/approvals"))![0];
  const here = `/accounts/${account}`;
  const rooms = [
    "/",
    "/accounts",
    "/server-urls",
    "/tokens",
    "/tools",
    "/audit",
    waiting,
    `${here}/edit`,
    ...["connect", "permissions", "activity", "settings"].map((tab) => `${here}/servers/${server}/${tab}`),
    `${here}?revoked=true`,
  ];
  await look("/feed");
  for (const path of [...rooms, `${here}/servers/${server}`, `${here}/servers/${server}/edit`])
    expect(await look(path), path).toContain("Sign out");
  return { pages, cookie: cookie.split("=")[1]! };
}
