import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rpc } from "../gateway/kit/gateway.js";
import { storeKinds, useStores } from "../gateway/kit/stores.js";
import type { Agent } from "../identity/kit/agent.js";
import {
  askFor,
  codeFor,
  decide,
  desk,
  exchangeOf,
  openAuthorization,
  responders,
  tokensFor,
  type AuthorizationScene,
} from "./kit/scene.js";

const settingsOf = useStores();

describe.each(storeKinds)("a client that signs in by itself, on %s", (kind) => {
  let scene: AuthorizationScene;
  let server: { id: string; resource: string };
  let ada: Agent;

  beforeAll(async () => {
    scene = await openAuthorization(await settingsOf(kind));
    server = await scene.serverUrl();
    ada = await scene.person("ada", [responders]);
  });
  afterAll(() => scene?.close());
  afterEach(() => scene.clock.set(0));

  const ask = (given?: Record<string, string>) => askFor(scene.on.url, server.resource, given);
  const listAs = async (token: string, at = server.resource) =>
    (await rpc(at, "tools/list", {}, { authorization: `Bearer ${token}` })).status;
  const renew = (refresh_token: string, client_id = desk.client_id) =>
    scene.post("/oauth/token", { grant_type: "refresh_token", refresh_token, client_id });

  it("finds everything from the server URL, in each place where clients look", async () => {
    const { status, headers } = await fetch(server.resource, { method: "POST" });
    const place = /resource_metadata="([^"]+)"/.exec(headers.get("www-authenticate")!)![1]!;
    expect(status).toBe(401);
    const { authorization_servers } = (await (await fetch(place)).json()) as Record<string, string[]>;
    expect(authorization_servers).toEqual([scene.on.url]);
    for (const name of ["oauth-authorization-server", "openid-configuration"]) {
      const metadata = await (await fetch(`${scene.on.url}/.well-known/${name}`)).json();
      expect(metadata).toMatchObject({
        issuer: scene.on.url,
        code_challenge_methods_supported: ["S256"],
        authorization_response_iss_parameter_supported: true,
        client_id_metadata_document_supported: true,
      });
      expect(metadata).not.toHaveProperty("registration_endpoint");
      expect((await fetch(`${scene.on.url}/.well-known/${name}/elsewhere`)).status).toBe(404);
    }
  });

  it("asks its user in words, and gets a code with its state and the issuer", async () => {
    const page = await ada.open(ask().url);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    for (const words of [
      "Connect Desk?",
      "published by desk.example",
      "127.0.0.1 (this computer)",
      server.resource,
      "only read",
      "act as ada",
    ])
      expect(page.html, words).toContain(words);
    const to = await decide(ada, page, "allow");
    expect([to.origin, to.pathname]).toEqual(["http://127.0.0.1:4711", "/callback"]);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      iss: scene.on.url,
      state: "state-of-the-client",
    });
    const refused = await decide(ada, await ada.open(ask().url), "refuse");
    expect(Object.fromEntries(refused.searchParams)).toMatchObject({
      error: "access_denied",
      iss: scene.on.url,
    });
    expect(refused.searchParams.has("code")).toBe(false);
  });

  it("gets tokens for this server URL alone, for 10 minutes, and renews them", async () => {
    const other = await scene.serverUrl();
    const tokens = await tokensFor(scene, ada, ask());
    expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 600 });
    const first = tokens["access_token"]!;
    expect(decodeProtectedHeader(first)).toMatchObject({ alg: "ES256", typ: "at+jwt" });
    expect(decodeJwt(first)).toMatchObject({
      iss: scene.on.url,
      aud: server.resource,
      sub: "ada",
      client_id: desk.client_id,
    });
    expect([await listAs(first), await listAs(first, other.resource)]).toEqual([200, 401]);
    scene.clock.set(11 * 60_000);
    expect(await listAs(first)).toBe(401);
    const renewed = await renew(tokens["refresh_token"]!);
    expect(await listAs(renewed.body["access_token"]!)).toBe(200);
    expect(renewed.body["refresh_token"]).not.toBe(tokens["refresh_token"]);
  });

  it("loses everything if a refresh token comes twice", async () => {
    const first = await tokensFor(scene, ada, ask());
    const second = (await renew(first["refresh_token"]!)).body;
    expect(await listAs(second["access_token"]!)).toBe(200);
    expect((await renew(first["refresh_token"]!)).body["error"]).toBe("invalid_grant");
    expect((await renew(second["refresh_token"]!)).body["error"]).toBe("invalid_grant");
    expect(await listAs(second["access_token"]!)).toBe(401);
  });

  it("gets one of several renewals at once, and never two", async () => {
    const { refresh_token } = await tokensFor(scene, ada, ask());
    const answers = await Promise.all([1, 2, 3].map(() => renew(refresh_token!)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(2);
  });

  it("gets nothing by a code that comes twice, and what began with the code ends", async () => {
    const asked = ask();
    const code = await codeFor(ada, asked);
    const { body } = await scene.post("/oauth/token", exchangeOf(asked, code));
    expect(await listAs(body["access_token"]!)).toBe(200);
    expect((await scene.post("/oauth/token", exchangeOf(asked, code))).body["error"]).toBe("invalid_grant");
    expect(await listAs(body["access_token"]!)).toBe(401);
  });

  it("gets nothing by a code that is a minute old", async () => {
    const asked = ask();
    const code = await codeFor(ada, asked);
    scene.clock.set(61_000);
    expect((await scene.post("/oauth/token", exchangeOf(asked, code))).body["error"]).toBe("invalid_grant");
  });

  it("means the only server URL of its user if it names none", async () => {
    const only = await scene.serverUrl({ groups: { "only-one": {} }, without_token: true });
    const grace = await scene.person("grace", ["only-one"]);
    const tokens = await tokensFor(scene, grace, ask({ resource: "" }));
    expect(decodeJwt(tokens["access_token"]!).aud).toBe(only.resource);
    const several = await (
      await scene.person("kay", ["only-one", responders])
    ).open(ask({ resource: "" }).url);
    expect(several.html).toContain("The request names no resource");
  });

  it("is refused for a person of another group, who may sign in but see no page", async () => {
    const eve = await scene.person("eve", ["others"]);
    const page = await eve.open(ask().url);
    expect(page.html).toContain("is for other groups");
    expect((await eve.open(`${scene.on.url}/server-urls`)).status).toBe(403);
  });

  it("gives scopes only for people who may call the account's tools on the page", async () => {
    const oauth = {
      groups: { [responders]: { tags: ["teams"], methods: ["read"] } },
      scopes: { write: { tags: ["incidents"] } },
      without_token: true,
    };
    const { resource } = await scene.serverUrl(oauth);
    const scopeOf = async (agent: Agent, scope = "write") =>
      (await tokensFor(scene, agent, askFor(scene.on.url, resource, { scope })))["scope"];
    expect(await scopeOf(ada)).toBe("");
    const owner = await scene.person("olga", ["owners"]);
    expect(await scopeOf(owner)).toBe("write");
    expect(await scopeOf(owner, "write admin")).toBe("write");
  });

  it.each([
    ["the server URL", (scene: AuthorizationScene, id: string) => revoke(scene, id)],
    ["the person's group", (scene: AuthorizationScene) => scene.person("lin", [])],
    ["the person", (scene: AuthorizationScene) => remove(scene, "lin")],
  ])("loses its access at the next call when %s is taken away", async (_, take) => {
    const { id, resource } = await scene.serverUrl();
    const lin = await scene.person("lin", [responders]);
    const tokens = await tokensFor(scene, lin, askFor(scene.on.url, resource));
    expect(await listAs(tokens["access_token"]!, resource)).toBe(200);
    await take(scene, id);
    expect(await listAs(tokens["access_token"]!, resource)).not.toBe(200);
    expect((await renew(tokens["refresh_token"]!)).body["error"]).toBe("invalid_grant");
  });

  it("lasts an hour after the provider was asked about the person", async () => {
    const tokens = await tokensFor(scene, await scene.person("ada", [responders]), ask());
    scene.clock.set(55 * 60_000);
    const last = await renew(tokens["refresh_token"]!);
    expect(await listAs(last.body["access_token"]!)).toBe(200);
    scene.clock.set(61 * 60_000);
    expect(await listAs(last.body["access_token"]!)).toBe(401);
    expect((await renew(last.body["refresh_token"]!)).body["error"]).toBe("invalid_grant");
  });
});

async function revoke({ on, account }: AuthorizationScene, id: string): Promise<void> {
  await on.ask("DELETE", `/integrated-account/${account}/mcp/${id}`);
}

async function remove({ on }: AuthorizationScene, subject: string): Promise<void> {
  await on.ask("POST", "/people/remove", { subject });
}
