import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "../../gateway/ops/logger.js";
import { withSecretFiles } from "../../gateway/secrets/secret-files.js";
import { readSettings } from "../../gateway/settings.js";
import { readSecretKeys } from "../../gateway/secrets/secret-keys.js";
import {
  isToken,
  mintToken,
  tokenPattern,
  tokenPrefixes,
  type TokenKind,
} from "../../gateway/secrets/token.js";
import { createVault, VaultError } from "../../gateway/secrets/vault.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { startIssuer } from "./kit/issuer.js";
import { call, makeAccount, makeServer, rpc, startTestGateway } from "./kit/gateway.js";
import { startPostgres, type TestPostgres } from "./kit/postgres.js";

let stub: ApiStub;
let folder: string;
beforeAll(async () => {
  stub = await startApiStub();
  folder = await mkdtemp(join(tmpdir(), "standpipe-secrets-"));
});
afterAll(async () => {
  await stub.close();
  await rm(folder, { recursive: true, force: true });
});

describe("secrets in files", () => {
  it("stand for the variables that name them, without the line's end", async () => {
    const path = join(folder, "admin-token");
    await writeFile(path, "a-token-of-more-than-24-characters\n");
    expect(withSecretFiles({ STANDPIPE_ADMIN_TOKEN_FILE: path, DATABASE_URL: "postgres://x" })).toMatchObject(
      {
        STANDPIPE_ADMIN_TOKEN: "a-token-of-more-than-24-characters",
        DATABASE_URL: "postgres://x",
      },
    );
  });

  it.each([
    [{ DATABASE_URL_FILE: "/nothing/here" }, "DATABASE_URL_FILE: /nothing/here can't be read (ENOENT)."],
    [{ STANDPIPE_SECRET_KEY: "a", STANDPIPE_SECRET_KEY_FILE: "b" }, /both set; only one may be/],
  ])("are refused in words that help: %j", (env, want) => {
    expect(() => withSecretFiles(env)).toThrow(want);
  });
});

describe("the admin token", () => {
  it.each(["0.0.0.0", "::"])("is the operator's where the gateway listens on %s", async (host) => {
    const settings = { adminToken: undefined };
    await expect(startTestGateway({ host, settings })).rejects.toThrow(
      /needs an admin token.*STANDPIPE_ADMIN_TOKEN/,
    );
    const on = await startTestGateway({ host });
    await on.stop();
  });
});

describe("tokens", () => {
  it.each(Object.keys(tokenPrefixes) as TokenKind[])(
    "of the kind %s hold 256 bits, a prefix and a checksum",
    (kind) => {
      const made = Array.from({ length: 500 }, () => mintToken(kind));
      expect(new Set(made).size).toBe(500);
      for (const token of made) {
        expect(isToken(kind, token)).toBe(true);
        expect(token.match(tokenPattern)).toEqual([token]);
        const body = token.slice(tokenPrefixes[kind].length, -6);
        expect(Buffer.from(body, "base64url")).toHaveLength(32);
      }
      for (const other of Object.keys(tokenPrefixes) as TokenKind[]) {
        if (other !== kind) expect(isToken(other, made[0]!)).toBe(false);
      }
    },
  );

  it("with any character changed, cut off or added are none", () => {
    const token = mintToken("server");
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === "x" ? "y" : "x") + token.slice(at + 1);
      expect(isToken("server", changed), String(at)).toBe(false);
    }
    for (const wrong of [token.slice(1), token.slice(0, -1), `${token}x`, "", ` ${token}`, `${token}\n`]) {
      expect(isToken("server", wrong)).toBe(false);
    }
  });
});

describe("the vault", () => {
  const keys = { current: "a".repeat(32), previous: [] };

  it("opens what it sealed, there alone", () => {
    const vault = createVault(keys);
    const sealed = vault.seal("fhb-secret", "accounts/1");
    expect(sealed).not.toContain("secret");
    expect(vault.seal("fhb-secret", "accounts/1")).not.toBe(sealed);
    expect(vault.open(sealed, "accounts/1")).toBe("fhb-secret");
    expect(() => vault.open(sealed, "accounts/2")).toThrow(VaultError);
  });

  it("opens nothing that was changed", () => {
    const vault = createVault(keys);
    const sealed = vault.seal("fhb-secret", "p");
    const parts = sealed.split(".");
    const flipped = (part: number) => {
      const bytes = Buffer.from(parts[part]!, "base64url");
      bytes[0]! ^= 1;
      return parts.map((text, at) => (at === part ? bytes.toString("base64url") : text)).join(".");
    };
    const cut = [
      ...parts.slice(0, 3),
      Buffer.from(parts[3]!, "base64url").subarray(0, 8).toString("base64url"),
    ].join(".");
    for (const wrong of [flipped(2), flipped(3), cut, "", "v1", `v2${sealed.slice(2)}`]) {
      expect(() => vault.open(wrong, "p"), wrong).toThrow(VaultError);
    }
  });

  it("opens with previous keys and seals with the current one", () => {
    const before = createVault(keys);
    const after = createVault({ current: "b".repeat(32), previous: [keys.current] });
    const sealed = before.seal("x", "p");
    expect(after.open(sealed, "p")).toBe("x");
    expect(after.isCurrent(sealed)).toBe(false);
    expect(after.isCurrent(after.seal("x", "p"))).toBe(true);
    const strange = createVault({ current: "c".repeat(32), previous: [] });
    expect(() => strange.open(sealed, "p")).toThrow(/STANDPIPE_SECRET_KEY_PREVIOUS/);
  });
});

describe("the secret key", () => {
  it("is made once, for its owner's eyes", async () => {
    const own = join(folder, "made");
    const first = readSecretKeys({}, own);
    expect(readSecretKeys({}, own)).toEqual(first);
    expect((await stat(join(own, "secret.key"))).mode & 0o777).toBe(0o600);
    expect((await stat(own)).mode & 0o777).toBe(0o700);
    const given = "g".repeat(40);
    expect(readSecretKeys({ STANDPIPE_SECRET_KEY: given }, own)).toEqual({
      current: given,
      previous: [first.current],
    });
  });

  it("is refused where it is short", async () => {
    expect(() => readSecretKeys({ STANDPIPE_SECRET_KEY: "short" }, folder)).toThrow("at least 32 characters");
    await writeFile(join(folder, "secret.key"), "short\n");
    expect(() => readSecretKeys({}, folder)).toThrow("at least 32 characters");
  });
});

describe("rotating the secret key", () => {
  const [first, second, third] = ["first", "second", "third"].map((name) => name.padEnd(40, "-")) as [
    string,
    string,
    string,
  ];

  it("keeps keys and tokens working, seals all anew, and needs the former key once", async () => {
    const own = join(folder, "rotated");
    const settings = { baseUrls: [stub.url] };
    const start = (STANDPIPE_SECRET_KEY: string, STANDPIPE_SECRET_KEY_PREVIOUS?: string) =>
      startTestGateway({
        folder: own,
        settings,
        env: { STANDPIPE_SECRET_KEY, STANDPIPE_SECRET_KEY_PREVIOUS },
        port: 0,
      });

    const before = await start(first);
    const { token } = await makeServer(before, await makeAccount(before, stub.url));
    await before.stop();
    const during = await start(second, `${third},${first}`);
    const answered = await call(`${during.url}/mcp/${token}`, "list_incidents");
    expect(JSON.stringify(answered.value)).toContain("as Acme");
    await during.stop();
    const after = await start(second);
    expect((await call(`${after.url}/mcp/${token}`, "list_incidents")).status).toBe(200);
    expect(stub.arrived.at(-1)!.key).toBe("fhb-Acme");
    await after.stop();
    await expect(start(first)).rejects.toThrow("sealed with a key that is not here");
  });
});

it("what is logged shows no secret, whichever error repeats one", () => {
  const lines: string[] = [];
  const to = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const key = "fhb-0123456789abcdef0123456789abcdef";
  createLogger("info", to).error({ err: new Error(`no answer to Authorization: Bearer ${key}`) }, "failed");
  expect(lines.join("")).toContain("no answer to Authorization: [redacted]");
  expect(lines.join("")).not.toContain(key);
});

describe("a canary", () => {
  let postgres: TestPostgres;
  beforeAll(async () => void (postgres = await startPostgres()));
  afterAll(() => postgres.stop());

  it.each(["sqlite", "postgres"])("token on %s comes to light nowhere", async (kind) => {
    const own = join(folder, kind);
    const databaseUrl = kind === "postgres" ? await postgres.database() : undefined;
    const secret = "s".repeat(40);
    const admin = mintToken("admin");
    const issuer = await startIssuer();
    const on = await startTestGateway({
      folder: own,
      env: { STANDPIPE_SECRET_KEY: secret },
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
    // Right answers, wrong ones, and an upstream that repeats the key.
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
      expect(shown.join("\n").includes(canary), "in an answer").toBe(false);
    }
  });

  it("in a name is refused", async () => {
    const on = await startTestGateway();
    const { status, body } = await on.ask<{ message: string }>("POST", "/api-tokens", {
      name: `for ${mintToken("server")}`,
    });
    expect([status, body.message]).toEqual([400, "name: it holds a token"]);
    await on.stop();
  });

  it("API key is found in the store as nothing but sealed", async () => {
    const text = (await filesOf(join(folder, "sqlite"))).join("");
    expect(text).toContain("v1.");
    expect(text).not.toContain(Buffer.from("fhb-canary").toString("base64").slice(0, 10));
  });
});

/** Shows a token in every place that a client can put one, and gives back all that was answered. */
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
    // The admin's own token does what it is for.
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

/** What a store's files hold, which nobody but their owner may read. */
async function filesOf(path: string): Promise<string[]> {
  const names = await readdir(path);
  expect(names).toContain("standpipe.db");
  return Promise.all(
    names.map(async (name) => {
      try {
        expect((await stat(join(path, name))).mode & 0o077, name).toBe(0);
        return await readFile(join(path, name), "latin1");
      } catch (error) {
        // SQLite takes its journal away once the last statement is gone.
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
