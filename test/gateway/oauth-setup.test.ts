import { Agent, request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { makeAccount, makeServer, rpc, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { startIssuer, type TestIssuer } from "./kit/issuer.js";

/* The operator's settings, the servers' configs, and the URLs. */
let stub: ApiStub;
let issuer: TestIssuer;
let on: TestGateway;
let account: string;

const oauthOf = (env: Record<string, string> = {}) =>
  readSettings({ STANDPIPE_OAUTH_ISSUERS: issuer.url, ...env }).oauth;

beforeAll(async () => {
  stub = await startApiStub();
  issuer = await startIssuer();
  on = await startTestGateway({
    settings: {
      baseUrls: [stub.url],
      trustedProxies: ["127.0.0.1"],
      publicUrl: "https://pipe.example.com/mcp-gateway",
      oauth: oauthOf({
        STANDPIPE_OAUTH_AUDIENCES: "api://standpipe, 9d7c1c0e",
        STANDPIPE_OAUTH_REQUIRED_SCOPES: "mcp",
        STANDPIPE_OAUTH_GROUPS_CLAIM: "https://acme.example.com/groups",
      }),
    },
  });
  account = await makeAccount(on, stub.url);
});
afterAll(async () => {
  await on.stop();
  await issuer.close();
  await stub.close();
});

const shares = { scopes: { read: { methods: ["read"] } }, groups: { sre: {} } };

describe("settings", () => {
  it("that are invalid are all reported", () => {
    const wrong: Record<string, string> = {
      STANDPIPE_OAUTH_ISSUERS: "http://issuer.example.com",
      STANDPIPE_OAUTH_REQUIRED_SCOPES: 'mcp,a"b',
      STANDPIPE_OAUTH_CLOCK_TOLERANCE: "3000",
    };
    for (const name of Object.keys(wrong)) expect(() => readSettings(wrong)).toThrow(`${name}: `);
  });

  it.each([
    "http://127.evil.example.com",
    "http://localhost.example.com",
    "https://a.example.com/?tenant=1",
    "issuer",
  ])(
    "an issuer at %s is refused",
    (url) =>
      void expect(() => readSettings({ STANDPIPE_OAUTH_ISSUERS: url })).toThrow("STANDPIPE_OAUTH_ISSUERS"),
  );

  it.each(["http://[::1]:9000", "http://localhost:9000/realms/a", "https://acme.eu.auth0.com/"])(
    "an issuer at %s is accepted unchanged",
    (url) => void expect(readSettings({ STANDPIPE_OAUTH_ISSUERS: url }).oauth.issuers).toEqual([url]),
  );
});

describe("a config", () => {
  const rows: Record<string, { config: object; want: string }> = {
    "that names neither scope nor group": {
      config: { oauth: { without_token: true } },
      want: "config.oauth: must name at least one scope or group",
    },
    "that wants two credentials in one header": {
      config: { oauth: shares, require_api_token_auth: true },
      want: "config.oauth: a request has one credential in its header, so require_api_token_auth cannot be on with it",
    },
    "with faults of several kinds": {
      config: { methods: ["reed"], oauth: { issuer: "x", scopes: { a: { tags: ["x"] } } } },
      want: "; config.oauth.scopes.a: Unknown tag",
    },
    "with an issuer that nobody named": {
      config: { oauth: { ...shares, issuer: "https://evil.example.com" } },
      want: "config.oauth.issuer: must be one of http://127.0.0.1",
    },
    "whose part is unknown": {
      config: { oauth: { scopes: { a: { methods: ["reed"] }, b: { tags: ["incident"] } } } },
      want: 'config.oauth.scopes.a: Unknown method "reed". Did you mean "read"?',
    },
    "whose part is empty": {
      config: { oauth: { groups: { sre: { tags: [] } } } },
      want: "config.oauth.groups.sre: No tag is named.",
    },
    "whose part lies outside of the server": {
      config: { methods: ["read"], oauth: { scopes: { write: { methods: ["write"] } } } },
      want: "config.oauth.scopes.write: The selection leaves none",
    },
    "with a scope that can't be one": {
      config: { oauth: { scopes: { 'a"b': {} } } },
      want: "a scope has no spaces, quotes or backslashes",
    },
    "with a field that isn't one": {
      config: { oauth: { scopes: { a: { tools: ["*"] } } } },
      want: "config.oauth.scopes.a.tools: unknown field",
    },
  };

  it.each(Object.entries(rows))("%s is refused", async (_, { config, want }) => {
    const { status, body } = await on.ask<{ message: string }>("POST", `/integrated-account/${account}/mcp`, {
      name: "x",
      config,
    });
    expect([status, body.message]).toEqual([400, expect.stringContaining(want)]);
  });

  it("is refused if the operator set no issuer", async () => {
    const without = await startTestGateway({ settings: { baseUrls: [stub.url] } });
    const own = await makeAccount(without, stub.url);
    const { status, body } = await without.ask<{ message: string }>(
      "POST",
      `/integrated-account/${own}/mcp`,
      {
        name: "x",
        config: { oauth: shares },
      },
    );
    expect([status, body.message]).toEqual([400, expect.stringContaining("see STANDPIPE_OAUTH_ISSUERS")]);
    await without.stop();
  });

  it("can turn OAuth on and off, and the URLs follow", async () => {
    const made = await makeServer(on, account);
    const path = `/integrated-account/${account}/mcp/${made.id}`;
    const patch = async (oauth: object | null) =>
      (await on.ask<{ oauth_resource: string | null }>("PATCH", path, { config: { oauth } })).body
        .oauth_resource;
    const resource = `https://pipe.example.com/mcp-gateway/mcp/${made.id}`;
    expect(await patch(shares)).toBe(resource);
    const rotated = await on.ask<{ url: string }>("POST", `${path}/rotate`, {});
    expect(rotated.body.url).toMatch(new RegExp(`^${resource}/sp_`));
    expect(await patch(null)).toBe(null);
  });

  it("of a removed issuer admits no one", async () => {
    const folder = { folder: on.folder };
    const { id } = await makeServer(on, account, {
      oauth: { ...shares, without_token: true, issuer: issuer.url },
    });
    const other = await startIssuer();
    const after = await startTestGateway({
      ...folder,
      settings: { baseUrls: [stub.url], oauth: { ...oauthOf(), issuers: [other.url] } },
    });
    const resource = `${after.url}/mcp/${id}`;
    for (const one of [issuer, other]) {
      const token = await one.sign({ aud: resource, scope: "read" });
      const { status } = await rpc(resource, "tools/list", {}, { authorization: `Bearer ${token}` });
      expect(status).toBe(401);
    }
    await after.stop();
    await other.close();
  });
});

describe("the operator's settings", () => {
  const resourceOf = (id: string) => `https://pipe.example.com/mcp-gateway/mcp/${id}`;
  const groups = (...names: string[]) => ({ "https://acme.example.com/groups": names });
  let id: string;
  beforeAll(async () => {
    ({ id } = await makeServer(on, account, { oauth: { ...shares, without_token: true } }));
  });

  async function status(claims: object): Promise<number> {
    const token = await issuer.sign({ ...claims });
    return (await rpc(`${on.url}/mcp/${id}`, "tools/list", {}, { authorization: `Bearer ${token}` })).status;
  }

  it("decide which audiences, scopes and groups count", async () => {
    const aud = resourceOf(id);
    expect(await status({ aud, scope: "mcp read" })).toBe(200);
    expect(await status({ aud, scope: "read" })).toBe(403);
    expect(await status({ aud, scope: "mcp" })).toBe(403);
    expect(await status({ aud, scope: "mcp", ...groups("sre") })).toBe(200);
    expect(await status({ aud, scope: "mcp", groups: ["sre"] })).toBe(403);
    expect(await status({ aud: ["account", "api://standpipe"], scope: "mcp read" })).toBe(200);
    expect(await status({ aud: "9d7c1c0e", scope: "mcp read" })).toBe(200);
    expect(await status({ aud: "api://other", scope: "mcp read" })).toBe(401);
    expect(await status({ aud: `${on.url}/mcp/${id}`, scope: "mcp read" })).toBe(401);
  });

  it("appear in the metadata, also under a proxy's path", async () => {
    const want = {
      resource: resourceOf(id),
      authorization_servers: [issuer.url],
      scopes_supported: ["mcp", "read"],
      bearer_methods_supported: ["header"],
    };
    const metadata = "/.well-known/oauth-protected-resource";
    for (const path of [`${metadata}/mcp-gateway/mcp`, `${metadata}/mcp`, `/mcp-gateway${metadata}/mcp`]) {
      const { statusCode, body } = await request(`${on.url}${path}/${id}`, {
        headers: { host: "pipe.example.com" },
        dispatcher: new Agent(),
      });
      expect([statusCode, await body.json()]).toEqual([200, want]);
    }
    const { headers } = await rpc(`${on.url}/mcp/${id}`, "tools/list");
    expect(headers.get("www-authenticate")).toBe(
      `Bearer resource_metadata="https://pipe.example.com/mcp-gateway/.well-known/oauth-protected-resource/mcp/${id}", ` +
        'scope="mcp read"',
    );
  });
});
