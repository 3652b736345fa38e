import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rpc } from "../gateway/kit/gateway.js";
import { connectSignedIn, createWallet } from "../gateway/oauth-sign-in/client.js";
import { createAgent, type Agent } from "../identity/kit/agent.js";
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

describe("an attacker of the authorization server", () => {
  let scene: AuthorizationScene;
  let server: { id: string; resource: string };
  let ada: Agent;

  beforeAll(async () => {
    scene = await openAuthorization({ authorization: { registration: true } });
    server = await scene.serverUrl();
    ada = await scene.person("ada", [responders]);
  });
  afterAll(() => scene?.close());
  afterEach(() => scene.clock.set(0));

  const ask = (given?: Record<string, string>) => askFor(scene.on.url, server.resource, given);
  const listAs = async (token: string) =>
    (await rpc(server.resource, "tools/list", {}, { authorization: `Bearer ${token}` })).status;
  /** What the person sees, and where the browser is. A client's place would not answer. */
  const shown = async (given: Record<string, string>) => {
    const page = await ada.open(ask(given).url);
    expect(new URL(page.url).origin).toBe(scene.on.url);
    return page.html;
  };

  it.each([
    ["plain", { code_challenge_method: "plain" }],
    ["no method", { code_challenge_method: "" }],
    ["no challenge", { code_challenge: "", code_challenge_method: "" }],
    ["a short challenge", { code_challenge: "short" }],
    ["a token instead of a code", { response_type: "token" }],
  ])("cannot downgrade the proof of the client to %s", async (_, given) => {
    expect(await shown(given)).toMatch(/PKCE is required|not an S256 challenge|response_type must be code/);
  });

  it("cannot use a code without the verifier, or as another client, or for another place", async () => {
    const asked = ask();
    const code = await codeFor(ada, asked);
    const right = exchangeOf(asked, code);
    const wrongs: Record<string, string>[] = [
      { code_verifier: ask().verifier },
      { code_verifier: "" },
      { client_id: "https://evil.example/client.json" },
      { redirect_uri: "https://desk.example/back" },
      { resource: `${server.resource}0` },
    ];
    for (const wrong of wrongs)
      expect((await scene.post("/oauth/token", { ...right, ...wrong })).body["error"]).toBe("invalid_grant");
    expect((await scene.post("/oauth/token", right)).status).toBe(200);
  });

  it("cannot put its code into another client's sign-in", async () => {
    const [own, theirs] = [ask(), ask()];
    const code = await codeFor(ada, own);
    expect((await scene.post("/oauth/token", exchangeOf(theirs, code))).body["error"]).toBe("invalid_grant");
  });

  it.each([
    "https://evil.example/back",
    "https://desk.example.evil.example/back",
    "https://desk.example/back/more",
    "https://desk.example/back?next=https://evil.example",
    "https://desk.example:8443/back",
    "https://user@desk.example/back",
    "https://DESK.example/back",
    "http://desk.example/back",
    "http://127.0.0.1:4711/other",
    "http://localhost:4711/callback",
    "http://127.0.0.1.evil.example/callback",
    "javascript:alert(1)",
  ])("cannot have the browser sent to %s", async (redirect_uri) => {
    expect(await shown({ redirect_uri })).toContain("did not register");
    // Faults of the request are shown too, and never sent to a place that a link names.
    expect(await shown({ redirect_uri, response_type: "token" })).toContain("did not register");
  });

  it("cannot be sent to the port of a desktop client by anything but the same path", async () => {
    for (const port of ["1", "65000"]) {
      const asked = ask({ redirect_uri: `http://127.0.0.1:${port}/callback` });
      expect((await decide(ada, await ada.open(asked.url), "refuse")).port).toBe(port);
    }
  });

  it("cannot answer the question in a frame, from another page, or in another browser", async () => {
    const page = await ada.open(ask().url);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    const id = new URL(page.url).searchParams.get("id")!;
    const post = (agent: Agent, fields: Record<string, string>) =>
      agent.open(`${scene.on.url}/oauth/consent`, { method: "POST", body: new URLSearchParams(fields) });
    expect((await post(ada, { id, decision: "allow" })).status).toBe(403);
    expect((await post(ada, { id, decision: "allow", csrf: "guessed" })).status).toBe(403);
    const eve = await scene.person("eve", [responders]);
    const other = await eve.open(`${scene.on.url}/oauth/consent?id=${id}&again=1`);
    expect(other.html).toContain("began in another browser");
  });

  it("cannot make a browser's requests too large by many links", async () => {
    const lou = await scene.person("lou", [responders]);
    for (let link = 0; link < 30; link += 1) await lou.ask(ask({ state: "x".repeat(900) }).url);
    expect((await lou.open(ask().url)).html).toContain("<h1>Connect Desk?");
  });

  it("gets no access by an old consent for another place, another server URL or a program of the computer", async () => {
    const web = { redirect_uri: "https://desk.example/back" };
    const isAsked = async (agent: Agent, url: string) => {
      const answer = await follow(agent, url);
      return answer.includes("<h1>Connect Desk?");
    };
    const kim = await scene.person("kim", [responders]);
    await codeFor(kim, ask(web));
    expect(await isAsked(kim, ask(web).url)).toBe(false);
    await codeFor(kim, ask());
    expect(await isAsked(kim, ask().url)).toBe(true);
    const other = await scene.serverUrl();
    expect(await isAsked(kim, askFor(scene.on.url, other.resource, web).url)).toBe(true);
    expect(await isAsked(await scene.person("leo", [responders]), ask(web).url)).toBe(true);
  });

  it("cannot mix up issuers: each answer names this one, and a client refuses another", async () => {
    const wallet = Object.assign(createWallet("http://127.0.0.1:4711/callback"), {
      clientMetadataUrl: desk.client_id,
    });
    let answer = new URLSearchParams();
    const callback = {
      url: "",
      next: async () => answer,
      close: async () => {},
    };
    const connect = (change: (params: URLSearchParams) => void) =>
      connectSignedIn(
        "client 2.x",
        server.resource,
        wallet,
        { ...callback, next: () => new Promise((resolve) => (given = resolve)) },
        async (url) => {
          answer = (await decide(ada, await ada.open(url.href), "allow")).searchParams;
          expect(answer.get("iss")).toBe(scene.on.url);
          change(answer);
          given(answer);
        },
      );
    let given: (params: URLSearchParams) => void = () => {};
    await expect(connect((params) => params.set("iss", "https://evil.example"))).rejects.toThrow(/iss/i);
    expect(wallet.tokens()).toBeUndefined();
    await (await connect(() => {})).close();
  });

  it("cannot make access tokens: without a signature, with another key, or of another type", async () => {
    const claims = { client_id: desk.client_id, scope: "", connection: "con_0" };
    const { privateKey } = await generateKeyPair("ES256");
    const [iss, aud] = [scene.on.url, server.resource];
    const unsigned = new UnsecuredJWT(claims)
      .setIssuer(iss)
      .setAudience(aud)
      .setExpirationTime("5m")
      .encode();
    const other = await new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt" })
      .setIssuer(iss)
      .setAudience(aud)
      .setExpirationTime("5m")
      .sign(privateKey);
    const { refresh_token } = await tokensFor(scene, ada, ask());
    for (const token of [unsigned, other, refresh_token!]) expect(await listAs(token)).toBe(401);
  });

  it("gains no more than the accepted difference of clocks", async () => {
    const { access_token } = await tokensFor(scene, ada, ask());
    scene.clock.set(600_000 + 25_000);
    expect(await listAs(access_token!)).toBe(200);
    scene.clock.set(600_000 + 35_000);
    expect(await listAs(access_token!)).toBe(401);
  });

  it("cannot send a field twice, or a request that is too long", async () => {
    expect((await createAgent().open(`${ask().url}&client_id=${desk.client_id}`)).html).toContain(
      "more than one",
    );
    expect((await createAgent().open(ask({ state: "x".repeat(1_001) }).url)).html).toContain(
      "more than 1000",
    );
    const twice = await fetch(`${scene.on.url}/oauth/token`, {
      method: "POST",
      body: "grant_type=refresh_token&grant_type=authorization_code",
    });
    expect(await twice.json()).toMatchObject({ error: "invalid_request" });
  });

  it("cannot have a document fetched without a person who is signed in", async () => {
    const page = await createAgent().open(ask({ client_id: "https://unknown.example/x" }).url);
    expect(new URL(page.url).origin).toBe(scene.provider.issuer);
  });

  it("cannot register places that run code or listen elsewhere, nor fill the store", async () => {
    const register = async (redirect_uris: string[], more: object = {}) => {
      const body = JSON.stringify({ redirect_uris, ...more });
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${scene.on.url}/oauth/register`, { method: "POST", headers, body });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    for (const uri of [
      "javascript://x/%0aalert(1)",
      "data:text/html,x",
      "http://evil.example/",
      "https://a.b/#x",
    ])
      expect((await register([uri])).body["error"]).toBe("invalid_redirect_uri");
    const secret = await register(["https://a.example/"], {
      token_endpoint_auth_method: "client_secret_basic",
    });
    expect(secret.body["error"]).toBe("invalid_client_metadata");
    const made = await register(["https://a.example/"], { client_name: "A\u202egod" });
    expect(made).toMatchObject({ status: 201, body: { client_name: "Agod" } });
    const statuses = await Promise.all(
      [...Array(12)].map(async () => (await register(["https://a.example/"])).status),
    );
    expect(statuses).toContain(429);
  });

  /** Where a page leads, without leaving this site. */
  async function follow(agent: Agent, url: string): Promise<string> {
    const first = await agent.ask(url);
    const to = /url=(.*)$/.exec(first.headers.get("refresh") ?? "")![1]!;
    const answer = await agent.ask(new URL(to, scene.on.url).href);
    return answer.text();
  }
});
