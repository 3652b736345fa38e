import type { JWTPayload } from "jose";
import { describe, expect, it } from "vitest";
import { call, makeAccount, makeServer, rpc } from "../kit/gateway.js";
import {
  stub,
  issuer,
  on,
  account,
  open,
  shares,
  resource,
  bearer,
  tokenFor,
  list,
  newestLog,
} from "./kit.js";

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
