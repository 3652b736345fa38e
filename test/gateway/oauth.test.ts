import { generateKeyPair, importJWK, exportSPKI, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  call,
  makeAccount,
  makeServer,
  rpc,
  startTestGateway,
  type MadeServer,
  type TestGateway,
} from "./kit/gateway.js";
import { startIssuer, type TestIssuer } from "./kit/issuer.js";

/*
 * A fake issuer, which also signs invalid tokens. oauth-sign-in/sign-in.test.ts covers correct clients with a real
 * provider.
 */
let stub: ApiStub;
let issuer: TestIssuer;
let other: TestIssuer;
let on: TestGateway;
let account: string;
let server: MadeServer;
let open: MadeServer;

const usual = { audiences: [], requiredScopes: [], groupsClaim: "groups", clockTolerance: 30 };
const shares = {
  scopes: {
    "incidents:read": { methods: ["read"], tags: ["incidents"] },
    "incidents:write": { methods: ["write"], tags: ["incidents"] },
    all: {},
  },
  groups: { responders: { tags: ["incidents", "teams"] } },
};

beforeAll(async () => {
  stub = await startApiStub();
  issuer = await startIssuer("/realms/acme");
  other = await startIssuer();
  on = await startTestGateway({
    settings: { baseUrls: [stub.url], oauth: { ...usual, issuers: [issuer.url, other.url] } },
  });
  account = await makeAccount(on, stub.url);
  server = await makeServer(on, account, { methods: ["read", "create"], oauth: shares });
  open = await makeServer(on, account, {
    methods: ["read", "create"],
    oauth: { ...shares, issuer: issuer.url, without_token: true },
  });
});
beforeEach(() => void (stub.arrived.length = 0));
afterEach(() => {
  vi.useRealTimers();
  issuer.reply = () => false;
  other.reply = () => false;
});
afterAll(async () => {
  await on.stop();
  await issuer.close();
  await other.close();
  await stub.close();
});

const resource = ({ id }: { id: string }) => `${on.url}/mcp/${id}`;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const tokenFor = (at: { id: string }, scope: string, claims: JWTPayload = {}) =>
  issuer.sign({ aud: resource(at), scope, ...claims });
const list = (url: string, token?: string) => rpc(url, "tools/list", {}, token ? bearer(token) : {});

async function newestLog(kind: string): Promise<Record<string, unknown>> {
  await on.gateway.core.audit.flush();
  const { body } = await on.ask<{ result: Record<string, unknown>[] }>("GET", `/log?kind=${kind}&limit=1`);
  return body.result[0]!;
}

describe("a client without an access token", () => {
  it("gets a pointer to the metadata, at both forms of the URL", async () => {
    for (const [at, url] of [
      [server, `${resource(server)}/${server.token}`],
      [server, `${on.url}/mcp/${server.token}`],
      [open, resource(open)],
    ] as const) {
      const { status, headers } = await list(url);
      expect(status).toBe(401);
      const metadata = `${on.url}/.well-known/oauth-protected-resource/mcp/${at.id}`;
      expect(headers.get("www-authenticate")).toBe(
        `Bearer resource_metadata="${metadata}", scope="incidents:read incidents:write all"`,
      );
      expect((await fetch(metadata)).status).toBe(200);
    }
    expect((await newestLog("access"))["outcome"]).toBe("oauth_missing");
  });

  it("learns issuer and scopes from the metadata, and no secret", async () => {
    const read = async (id: string) =>
      (await fetch(`${on.url}/.well-known/oauth-protected-resource/mcp/${id}`)).json();
    expect(await read(server.id)).toEqual({
      resource: resource(server),
      authorization_servers: [issuer.url, other.url],
      scopes_supported: ["incidents:read", "incidents:write", "all"],
      bearer_methods_supported: ["header"],
    });
    expect(await read(open.id)).toMatchObject({ authorization_servers: [issuer.url] });
    // A client that ignores the header asks at the path of its whole URL.
    expect(await read(`${server.id}/${server.token}`)).toEqual(await read(server.id));
  });

  it("finds no metadata of servers without OAuth, revoked servers, or unknown ones", async () => {
    const plain = await makeServer(on, account);
    const revoked = await makeServer(on, account, { oauth: shares });
    await on.ask("DELETE", `/integrated-account/${account}/mcp/${revoked.id}`);
    for (const path of [
      `/mcp/${plain.id}`,
      `/mcp/${revoked.id}`,
      "/mcp/srv_none",
      `/mcp/${server.token}`,
      "",
    ]) {
      const { status } = await fetch(`${on.url}/.well-known/oauth-protected-resource${path}`);
      expect(status, path).toBe(404);
    }
    const posted = await fetch(`${on.url}/.well-known/oauth-protected-resource/mcp/${server.id}`, {
      method: "POST",
    });
    expect(posted.status).toBe(405);
  });
});

describe("the URL without a token", () => {
  it("accepts an access token alone if the config says so", async () => {
    expect((await list(resource(open), await tokenFor(open, "all"))).status).toBe(200);
  });

  it("otherwise does not exist, with any credential", async () => {
    const plain = await makeServer(on, account);
    const unknown = await list(`${on.url}/mcp/srv_none`);
    for (const at of [server, plain]) {
      for (const token of [undefined, await tokenFor(at, "all"), at.token]) {
        const { status, text } = await list(resource(at), token);
        expect([status, text]).toEqual([404, unknown.text]);
      }
    }
    expect((await newestLog("access"))["outcome"]).toBe("token_missing");
  });

  it("does not exist for the token of another server", async () => {
    const plain = await makeServer(on, account);
    expect((await list(`${resource(plain)}/${plain.token}`)).status).toBe(200);
    expect((await list(`${resource(open)}/${plain.token}`)).status).toBe(404);
    expect((await newestLog("access"))["outcome"]).toBe("other_server");
  });

  it("stops when its server is revoked", async () => {
    const ended = await makeServer(on, account, { oauth: { ...shares, without_token: true } });
    const token = await tokenFor(ended, "all");
    expect((await list(resource(ended), token)).status).toBe(200);
    await on.ask("DELETE", `/integrated-account/${account}/mcp/${ended.id}`);
    expect((await list(resource(ended), token)).status).toBe(404);
  });
});

describe("an access token is refused", () => {
  const hour = 3600;
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

  const rows: Record<string, { given: () => Promise<string> | string; outcome: string }> = {
    "that has expired": {
      given: () => tokenFor(server, "all", { exp: inSeconds(-31) }),
      outcome: "oauth_expired",
    },
    "that never expires": {
      given: () => tokenFor(server, "all", { exp: undefined }),
      outcome: "oauth_claims",
    },
    "that doesn't count yet": {
      given: () => tokenFor(server, "all", { nbf: inSeconds(hour) }),
      outcome: "oauth_not_yet",
    },
    "for another server": { given: () => tokenFor(open, "all"), outcome: "oauth_audience" },
    "for the whole gateway": {
      given: () => tokenFor(server, "all", { aud: on.url }),
      outcome: "oauth_audience",
    },
    "for nobody": { given: () => tokenFor(server, "all", { aud: undefined }), outcome: "oauth_audience" },
    "of an issuer that nobody named": {
      given: () => tokenFor(server, "all", { iss: "https://issuer.example.com" }),
      outcome: "oauth_issuer",
    },
    "of no issuer": { given: () => tokenFor(server, "all", { iss: undefined }), outcome: "oauth_issuer" },
    "of nobody": { given: () => tokenFor(server, "all", { sub: undefined }), outcome: "oauth_claims" },
    "signed by one issuer in another's name": {
      given: () =>
        other.sign({ iss: issuer.url, aud: resource(server), scope: "all" }, { kid: issuer.jwk.kid! }),
      outcome: "oauth_signature",
    },
    "signed with a key of its own": { given: ownKey, outcome: "oauth_signature" },
    "whose header brings its key": { given: () => ownKey(true), outcome: "oauth_signature" },
    "with a key that the issuer doesn't have": {
      given: () => issuer.sign({ aud: resource(server), scope: "all" }, { kid: "key-99" }),
      outcome: "oauth_key",
    },
    "that is not signed": {
      given: () => new UnsecuredJWT({ ...claims(), exp: inSeconds(hour) }).encode(),
      outcome: "oauth_algorithm",
    },
    "signed with the public key as a shared secret": { given: publicKeyAsSecret, outcome: "oauth_algorithm" },
    "whose claims were changed": { given: changedClaims, outcome: "oauth_signature" },
    "that is a logout token": {
      given: () => issuer.sign({ aud: resource(server), scope: "all" }, { typ: "logout+jwt" }),
      outcome: "oauth_malformed",
    },
    "that is no JWT": { given: () => "opaque-access-token", outcome: "oauth_malformed" },
    "that is the server's own token": { given: () => server.token, outcome: "oauth_malformed" },
  };

  const claims = () => ({ iss: issuer.url, sub: "ada", aud: resource(server), scope: "all" });

  async function ownKey(inHeader = false): Promise<string> {
    const { privateKey } = await generateKeyPair("RS256");
    const jwk = inHeader ? { jwk: issuer.jwk, jku: `${other.url}/keys` } : {};
    return new SignJWT({ ...claims(), exp: inSeconds(hour) })
      .setProtectedHeader({ alg: "RS256", kid: issuer.jwk.kid!, ...jwk })
      .sign(privateKey);
  }

  async function publicKeyAsSecret(): Promise<string> {
    const key = (await importJWK(issuer.jwk, "RS256", { extractable: true })) as Parameters<
      typeof exportSPKI
    >[0];
    return new SignJWT({ ...claims(), exp: inSeconds(hour) })
      .setProtectedHeader({ alg: "HS256", kid: issuer.jwk.kid! })
      .sign(new TextEncoder().encode(await exportSPKI(key)));
  }

  async function changedClaims(): Promise<string> {
    const [header, body, signature] = (await tokenFor(server, "incidents:read")).split(".") as [
      string,
      string,
      string,
    ];
    const said = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...said, scope: "all" })).toString("base64url");
    return [header, changed, signature].join(".");
  }

  it.each(Object.entries(rows))("%s", async (_, { given, outcome }) => {
    const url = `${resource(server)}/${server.token}`;
    const { status, headers } = await list(url, await given());
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toMatch(
      /^Bearer error="invalid_token", error_description="The access token[^"]+\.", resource_metadata="[^"]+", scope="[^"]+"$/,
    );
    expect(await newestLog("access")).toMatchObject({ outcome, actor: "stranger", server_id: server.id });
  });

  it("from a known issuer that this server does not accept", async () => {
    const token = await other.sign({ aud: resource(open), scope: "all" });
    expect((await list(resource(open), token)).status).toBe(401);
    expect((await newestLog("access"))["outcome"]).toBe("oauth_issuer");
  });

  it("in the query", async () => {
    const token = await tokenFor(open, "all");
    expect((await list(`${resource(open)}?access_token=${token}`)).status).toBe(401);
  });

  it("in the header without the URL's token, or next to it on /mcp", async () => {
    const token = await tokenFor(server, "all");
    expect((await list(`${on.url}/mcp`, token)).status).toBe(404);
    expect((await list(`${on.url}/mcp`, server.token)).status).toBe(401);
  });

  it("used too early, beyond the tolerance", async () => {
    const url = `${resource(server)}/${server.token}`;
    expect((await list(url, await tokenFor(server, "all", { exp: inSeconds(-20) }))).status).toBe(200);
    expect((await list(url, await tokenFor(server, "all", { nbf: inSeconds(20) }))).status).toBe(200);
  });
});

describe("the rights of an access token", () => {
  /** Requests of a client. Each answer shows what exists for it. */
  const questions: readonly [method: string, params: object][] = [
    ["tools/list", {}],
    ["prompts/list", {}],
    ["prompts/get", { name: "situation_report" }],
    ["prompts/get", { name: "declare_and_page", arguments: { description: "x" } }],
    ["resources/list", {}],
    ["resources/templates/list", {}],
    ["resources/read", { uri: "standpipe://catalog" }],
    ["resources/read", { uri: "firehydrant://incidents/00000000-0000-4000-8000-000000000001" }],
    ...[
      ["search_tools", { query: "who is on call", limit: 25 }],
      ["search_tools", { query: "declare an incident", limit: 25 }],
      ["describe_tool", { name: "list_teams" }],
      ["describe_tool", { name: "create_incident" }],
      ["execute_read", { tool: "list_teams", arguments: {} }],
      ["execute_read", { tool: "list_incidents", arguments: {} }],
      ["execute_write", { tool: "create_incident", arguments: { name: "x" } }],
      ["execute_write", { tool: "create_team", arguments: { name: "x" } }],
      ["execute_delete", { tool: "delete_team", arguments: { team_id: "x" } }],
      ["list_incidents", {}],
      ["list_all_fire_hydrant_incidents", {}],
      ["list_teams", {}],
      ["create_incident", { name: "x" }],
      ["create_a_fire_hydrant_incident", { name: "x" }],
      ["get_incident", { incident_id: "00000000-0000-4000-8000-000000000001" }],
    ].map(([name, args]): [string, object] => ["tools/call", { name, arguments: args }]),
  ];

  /** The answers without the remaining allowance of the account. */
  async function answers(url: string, headers: Record<string, string> = {}): Promise<string[]> {
    const texts: string[] = [];
    for (const [method, params] of questions) texts.push((await rpc(url, method, params, headers)).text);
    return texts.map((text) => text.replace(/"remaining":\d+,"reset":\d+/, ""));
  }

  /** Each account has its own rate limit. */
  const another = (config: object) =>
    makeAccount(on, stub.url).then((fresh) => makeServer(on, fresh, config));
  const wide = { methods: ["read", "create"], oauth: { ...shares, without_token: true } };

  const held: Record<string, { claims: JWTPayload; as: object }> = {
    "one scope": { claims: { scope: "incidents:read" }, as: { methods: ["read"], tags: ["incidents"] } },
    "two scopes, together": {
      claims: { scope: "openid incidents:write incidents:read" },
      as: { methods: ["read", "create"], tags: ["incidents"] },
    },
    "a scope within the server's own filter": {
      claims: { scope: "incidents:write" },
      as: { methods: ["create"], tags: ["incidents"] },
    },
    "a scope in a list": {
      claims: { scp: ["incidents:read"] },
      as: { methods: ["read"], tags: ["incidents"] },
    },
    "a scope for all that the server holds": {
      claims: { scope: "all" },
      as: { methods: ["read", "create"] },
    },
    "a group": {
      claims: { groups: ["staff", "responders"] },
      as: { methods: ["read", "create"], tags: ["incidents", "teams"] },
    },
  };

  it.each(Object.entries(held))(
    "%s are those of a server with that filter, in every way of calling",
    async (_, row) => {
      const at = await another(wide);
      const token = await issuer.sign({ aud: resource(at), ...row.claims });
      const got = await answers(resource(at), bearer(token));
      expect(got).toEqual(await answers((await another(row.as)).url));
      expect(new Set(got).size).toBeGreaterThan(10);
    },
  );

  it("limit ChatGPT's search and fetch", async () => {
    const ask = async (url: string, headers = {}) => [
      (await rpc(url, "tools/list", {}, headers)).text,
      (await call(url, "search", { query: "database" }, headers)).text,
      (await call(url, "fetch", { id: "team:00000000-0000-4000-8000-000000000001" }, headers)).text,
    ];
    const at = await another({ ...wide, surface: "chatgpt" });
    const token = await tokenFor(at, "incidents:read");
    const got = await ask(resource(at), bearer(token));
    const same = await another({ methods: ["read"], tags: ["incidents"], surface: "chatgpt" });
    expect(got).toEqual(await ask(same.url));
    expect(stub.arrived.filter(({ path }) => path.includes("teams"))).toEqual([]);
    expect(stub.arrived.filter(({ path }) => path.includes("incidents")).length).toBeGreaterThan(0);
  });

  it("do not leak to the next user", async () => {
    const at = await another(wide);
    const [reader, writer] = await Promise.all([
      tokenFor(at, "incidents:read"),
      tokenFor(at, "incidents:write"),
    ]);
    const listed = async (token: string) => (await list(resource(at), token)).text;
    const alone = [await listed(reader), await listed(writer)];
    expect(alone[0]).not.toBe(alone[1]);
    const mixed = Array.from({ length: 20 }, (_, turn) => (turn % 3 === 0 ? 0 : 1));
    const answered = await Promise.all(mixed.map((who) => listed([reader, writer][who]!)));
    expect(answered).toEqual(mixed.map((who) => alone[who]));
  });

  it("are empty without a known scope or group: 403 with the scopes that would work", async () => {
    for (const claims of [
      {},
      { scope: "openid" },
      { scope: "scopes.all" },
      { groups: "respond" },
      { scope: ["toString"] },
    ]) {
      const token = await issuer.sign({ aud: resource(open), ...claims });
      const { status, headers } = await list(resource(open), token);
      expect(status).toBe(403);
      expect(headers.get("www-authenticate")).toBe(
        'Bearer error="insufficient_scope", error_description="The access token gives no access to this server.", ' +
          `resource_metadata="${on.url}/.well-known/oauth-protected-resource/mcp/${open.id}", ` +
          'scope="incidents:read incidents:write all"',
      );
    }
    expect(await newestLog("access")).toMatchObject({ outcome: "oauth_scope", actor: "oauth:ada" });
  });

  it("follow the server's config at once", async () => {
    const changing = await makeServer(on, account, { oauth: { ...shares, without_token: true } });
    const token = await tokenFor(changing, "incidents:read");
    expect((await call(resource(changing), "list_incidents", {}, bearer(token))).value).toBeDefined();
    const { status } = await on.ask("PATCH", `/integrated-account/${account}/mcp/${changing.id}`, {
      config: { oauth: { scopes: { "incidents:read": { tags: ["teams"] } }, without_token: true } },
    });
    expect(status).toBe(200);
    expect((await call(resource(changing), "list_incidents", {}, bearer(token))).error).toBeDefined();
    expect((await call(resource(changing), "list_teams", {}, bearer(token))).value).toBeDefined();
    await on.ask("PATCH", `/integrated-account/${account}/mcp/${changing.id}`, { config: { oauth: null } });
    expect((await list(resource(changing), token)).status).toBe(404);
    expect((await list(changing.url)).status).toBe(200);
  });
});

describe("the caller's identity", () => {
  it("is in the log with the call, and with the look-up before it", async () => {
    const token = await tokenFor(open, "all", { sub: "auth0|42", client_id: "desk" });
    for (const tool of ["list_incidents", "search_tools"]) {
      await call(resource(open), tool, tool === "search_tools" ? { query: "incidents" } : {}, bearer(token));
      expect(await newestLog("call")).toMatchObject({
        tool,
        actor: "oauth:auth0|42",
        token_id: null,
        detail: { issuer: issuer.url, subject: "auth0|42", client_id: "desk" },
      });
    }
    const { body } = await on.ask<{ result: object[] }>("GET", "/log?actor=oauth:auth0%7C42");
    expect(body.result).toHaveLength(2);
  });

  it("is the client itself if it acts for no user", async () => {
    const token = await tokenFor(open, "all", { sub: undefined, azp: "nightly" });
    await call(resource(open), "list_incidents", {}, bearer(token));
    expect((await newestLog("call"))["actor"]).toBe("oauth:nightly");
  });

  it("is escaped, so that it cannot imitate anything else", async () => {
    const token = await tokenFor(open, "all", { sub: `a\n{"actor":"admin"} ${open.token}\u0000` });
    await call(resource(open), "list_incidents", {}, bearer(token));
    expect((await newestLog("call"))["actor"]).toBe('oauth:a?{"actor":"admin"} [token]?');
  });
});

describe("signing keys", () => {
  const keysAsked = () => issuer.asked.filter((path) => path.endsWith("/keys")).length;
  const later = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });

  /** Asks a gateway that does not know the issuer yet. */
  let fresh: TestGateway;
  let there: string;
  beforeEach(async () => {
    fresh = await startTestGateway({
      settings: { baseUrls: [stub.url], oauth: { ...usual, issuers: [issuer.url] } },
    });
    const oauth = { ...shares, without_token: true };
    const { id } = await makeServer(fresh, await makeAccount(fresh, stub.url), { oauth });
    there = `${fresh.url}/mcp/${id}`;
  });
  afterEach(() => fresh.stop());

  const ask = async (header?: { kid: string }) =>
    list(there, await issuer.sign({ aud: there, scope: "all" }, header));
  const status = async (header?: { kid: string }) => (await ask(header)).status;

  it("are fetched once for many requests, and again after ten minutes", async () => {
    const before = issuer.asked.length;
    const answered = await Promise.all(Array.from({ length: 20 }, () => status()));
    expect(new Set(answered)).toEqual(new Set([200]));
    expect(issuer.asked.length).toBe(before + 2);
    later(601_000);
    expect(await status()).toBe(200);
    expect(issuer.asked.length).toBe(before + 4);
  });

  it("that are unknown trigger a new fetch, at a limited rate", async () => {
    expect(await status()).toBe(200);
    await issuer.changeKey();
    expect(await status()).toBe(401);
    later(31_000);
    const before = keysAsked();
    expect(await status()).toBe(200);
    expect(keysAsked()).toBe(before + 1);
    for (let knock = 0; knock < 20; knock++) expect(await status({ kid: `made-up-${knock}` })).toBe(401);
    expect(keysAsked()).toBe(before + 1);
  });

  /** Wrong metadata of an issuer. */
  const inMetadata =
    (document: () => object, padding = ""): TestIssuer["reply"] =>
    (path, response) => {
      if (!path.includes("/.well-known/")) return false;
      response.writeHead(200).end(JSON.stringify(document()) + padding);
      return true;
    };
  const right = () => ({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` });
  const always =
    (answer: (path: string, response: Parameters<TestIssuer["reply"]>[1]) => void): TestIssuer["reply"] =>
    (path, response) => {
      answer(path, response);
      return true;
    };
  const failures: Record<string, TestIssuer["reply"]> = {
    "an error": always((_, response) => response.writeHead(500).end()),
    "nothing, and hangs up": always((_, response) => response.destroy()),
    "a part, and then nothing more": always((_, response) => response.writeHead(200).write("{")),
    "no JSON": always((_, response) => response.writeHead(200).end("<html>")),
    "more than it should": inMetadata(right, " ".repeat(300_000)),
    "that it has moved elsewhere": (path, response) => {
      if (!path.includes("/.well-known/")) return false;
      response.writeHead(302, { location: other.url + path }).end();
      return true;
    },
    "in another issuer's name": inMetadata(() => ({ issuer: other.url, jwks_uri: `${other.url}/keys` })),
    "with keys at an http URL elsewhere": inMetadata(() => ({
      issuer: issuer.url,
      jwks_uri: "http://keys.invalid/",
    })),
  };

  it.each(Object.entries(failures))("are unusable if the issuer answers %s", async (_, reply) => {
    issuer.reply = reply;
    other.reply = inMetadata(right);
    const before = issuer.asked.length;
    const { status: first, headers } = await ask();
    expect([first, headers.get("retry-after")]).toEqual([503, "10"]);
    const asked = issuer.asked.length;
    expect(asked - before).toBeLessThanOrEqual(3);
    for (let knock = 0; knock < 20; knock++) expect(await status()).toBe(503);
    expect(issuer.asked.length).toBe(asked);
    issuer.reply = () => false;
    later(11_000);
    expect(await status()).toBe(200);
  });

  it("are unusable ten minutes after the last successful fetch", async () => {
    expect(await status()).toBe(200);
    issuer.reply = failures["an error"]!;
    later(590_000);
    expect(await status()).toBe(200);
    later(11_000);
    expect(await status()).toBe(503);
  });
});
