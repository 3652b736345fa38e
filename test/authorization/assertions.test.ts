import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rpc } from "../gateway/kit/gateway.js";
import { createClock } from "../gateway/kit/clock.js";
import { startProvider, type TestProvider } from "../identity/kit/provider.js";
import { desk, openAuthorization, responders, type AuthorizationScene } from "./kit/scene.js";

describe("a client that the provider itself allowed, with an assertion about the person", () => {
  let scene: AuthorizationScene;
  let other: TestProvider;
  let resource: string;

  beforeAll(async () => {
    [scene, other] = await Promise.all([openAuthorization(), startProvider()]);
    ({ resource } = await scene.serverUrl());
  });
  afterAll(() => Promise.all([scene?.close(), other?.close()]));
  afterEach(() => scene.clock.set(0));

  const claims = () => ({
    sub: "ada",
    aud: scene.on.url,
    client_id: desk.client_id,
    resource,
    groups: [responders],
  });
  const send = (assertion: string, fields: Record<string, string> = {}) =>
    scene.post("/oauth/token", {
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      client_id: desk.client_id,
      assertion,
      ...fields,
    });
  const list = async (token: string) =>
    (await rpc(resource, "tools/list", {}, { authorization: `Bearer ${token}` })).status;

  it("gets an access token without a page, and no refresh token", async () => {
    const { status, body } = await send(await scene.provider.assertion(claims()));
    expect([status, body["refresh_token"]]).toEqual([200, undefined]);
    expect(await list(body["access_token"]!)).toBe(200);
    scene.clock.set(11 * 60_000);
    expect(await list(body["access_token"]!)).toBe(401);
  });

  it("cannot use an assertion twice", async () => {
    const assertion = await scene.provider.assertion(claims());
    const answers = await Promise.all([send(assertion), send(assertion)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await send(assertion)).body["error"]).toBe("invalid_grant");
  });

  const past = () => Math.floor(Date.now() / 1000) - 3_600;
  it.each([
    ["for another audience", { aud: "https://other.example" }, {}],
    ["for several audiences", { aud: ["https://other.example"] }, {}],
    ["that has expired", { exp: past() + 60 }, {}],
    ["that is old", { iat: past() }, {}],
    ["for another client", { client_id: "https://other.example/client.json" }, {}],
    ["without an id", { jti: "" }, {}],
    ["without a resource", { resource: undefined }, {}],
    ["of another issuer", { iss: "https://other.example" }, {}],
    ["of another type", {}, { typ: "JWT" }],
  ])("gets nothing by an assertion %s", async (_, change: object, header) => {
    const given = { ...claims(), ...change };
    if (Array.isArray(given.aud)) (given.aud as unknown as string[]).push(scene.on.url);
    const { body } = await send(await scene.provider.assertion(given, header));
    expect(body["error"]).toBe("invalid_grant");
  });

  it("gets nothing by an assertion that another provider signed in this one's name", async () => {
    const forged = await other.assertion({ ...claims(), iss: scene.provider.issuer });
    expect((await send(forged)).body["error"]).toBe("invalid_grant");
  });

  it("gets nothing for a person of another group, or for what is not a server URL", async () => {
    const eve = await scene.provider.assertion({ ...claims(), sub: "eve", groups: ["others"] });
    expect((await send(eve)).body["error_description"]).toContain("for other groups");
    const elsewhere = await scene.provider.assertion({
      ...claims(),
      resource: "https://other.example/mcp/srv_1",
    });
    expect((await send(elsewhere)).body["error"]).toBe("invalid_target");
  });

  it("counts the groups of the last sign-in if the assertion has none, for an hour", async () => {
    const without = () => scene.provider.assertion({ ...claims(), sub: "kim", groups: undefined });
    expect((await send(await without())).body["error_description"]).toContain("did not sign in here");
    await scene.person("kim", [responders]);
    expect((await send(await without())).status).toBe(200);
    scene.clock.set(61 * 60_000);
    const now = Math.floor(createClock().now().getTime() / 1000) + 61 * 60;
    const later = await scene.provider.assertion({
      ...{ ...claims(), sub: "kim", groups: undefined },
      ...{ iat: now, exp: now + 300 },
    });
    expect((await send(later)).body["error_description"]).toContain("did not sign in here");
  });
});
