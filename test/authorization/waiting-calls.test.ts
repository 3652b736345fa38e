import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call } from "../gateway/kit/gateway.js";
import { askFor, openAuthorization, responders, tokensFor, type AuthorizationScene } from "./kit/scene.js";

/** How the access that a client has from this gateway ends while its call waits. */
const ends: Readonly<Record<string, (scene: AuthorizationScene, name: string) => unknown>> = {
  "its access token expires": ({ clock }) => clock.pass(11 * 60_000),
  "an operator ends the client": async ({ on }, name) => {
    const { body } = await on.ask<{ result: { id: string; subject: string }[] }>("GET", "/connections");
    const { id } = body.result.find(({ subject }) => subject === name)!;
    expect((await on.ask("DELETE", `/connections/${id}`)).status).toBe(204);
  },
  "its person is removed": async ({ on }, name) => {
    expect((await on.ask("POST", "/people/remove", { subject: name })).status).toBe(204);
  },
};

describe("a call that waits, with an access token of this gateway", () => {
  let scene: AuthorizationScene;
  let people = 0;
  beforeAll(async () => {
    scene = await openAuthorization();
  });
  beforeEach(() => {
    scene.clock.set(0);
    scene.stub.arrived.length = 0;
    scene.stub.reply = () => ({ status: 429, value: { detail: "wait" } });
  });
  afterAll(() => scene?.close());

  it.each(Object.entries(ends))("is not sent again once %s", async (_, end) => {
    const { resource } = await scene.serverUrl();
    const name = `ada${(people += 1)}`;
    const asked = askFor(scene.on.url, resource);
    const { access_token } = await tokensFor(scene, await scene.person(name, [responders]), asked);
    const called = call(resource, "list_teams", {}, { authorization: `Bearer ${access_token}` });
    await expect.poll(() => scene.stub.arrived.length).toBe(1);
    await end(scene, name);
    expect((await called).text).toContain("The access token of this request has expired, or no longer opens");
    expect(scene.stub.arrived.length).toBe(1);
  });
});
