import { decodeProtectedHeader } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgetUnusedClients } from "../../gateway/authorization/registration.js";
import { rpc } from "../gateway/kit/gateway.js";
import type { Agent } from "../identity/kit/agent.js";
import {
  askFor,
  desk,
  openAuthorization,
  responders,
  tokensFor,
  type AuthorizationScene,
} from "./kit/scene.js";

describe("tokens and clients of the authorization server", () => {
  let scene: AuthorizationScene;
  let resource: string;
  let ada: Agent;

  beforeAll(async () => {
    scene = await openAuthorization({ authorization: { registration: true } });
    ({ resource } = await scene.serverUrl());
    ada = await scene.person("ada", [responders]);
  });
  afterAll(() => scene?.close());
  afterEach(() => scene.clock.set(0));

  const tokens = (given?: Record<string, string>) =>
    tokensFor(scene, ada, askFor(scene.on.url, resource, given));
  const list = async (token: string) =>
    (await rpc(resource, "tools/list", {}, { authorization: `Bearer ${token}` })).status;
  const day = 86_400_000;

  it.each(["access_token", "refresh_token"])(
    "a client gives its %s back, and all of them end",
    async (kind) => {
      const given = await tokens();
      const revoke = (client_id: string) => scene.post("/oauth/revoke", { token: given[kind]!, client_id });
      expect((await revoke("https://other.example/client.json")).status).toBe(200);
      expect(await list(given["access_token"]!)).toBe(200);
      expect((await revoke(desk.client_id)).status).toBe(200);
      expect(await list(given["access_token"]!)).toBe(401);
      const again = {
        grant_type: "refresh_token",
        refresh_token: given["refresh_token"]!,
        client_id: desk.client_id,
      };
      expect((await scene.post("/oauth/token", again)).body["error"]).toBe("invalid_grant");
      expect(
        (await scene.post("/oauth/revoke", { token: "unknown", client_id: desk.client_id })).status,
      ).toBe(200);
    },
  );

  it("an operator lists the clients of their accounts, and ends one", async () => {
    const { access_token } = await tokens();
    type Listed = { result: { id: string; client_id: string; subject: string; server_id: string }[] };
    const { body } = await scene.on.ask<Listed>("GET", "/connections");
    const [newest] = body.result;
    expect(newest).toMatchObject({ client_id: desk.client_id, client_name: "Desk", subject: "ada" });
    expect(JSON.stringify(body)).not.toContain("generation");
    const end = async () => (await scene.on.ask("DELETE", `/connections/${newest!.id}`)).status;
    expect([await end(), await list(access_token!), await end()]).toEqual([204, 401, 404]);
  });

  it("a resource server with a token of the gateway learns what a token is, and others learn nothing", async () => {
    const { access_token, refresh_token } = await tokens();
    const ask = (token: string, headers: Record<string, string> = {}) =>
      scene.post("/oauth/introspect", { token }, headers);
    expect((await ask(access_token!)).status).toBe(401);
    const admin = { authorization: `Bearer ${scene.on.adminToken}` };
    const about = { active: true, sub: "ada", aud: resource, client_id: desk.client_id, iss: scene.on.url };
    expect((await ask(access_token!, admin)).body).toMatchObject(about);
    expect((await ask("unknown", admin)).body).toEqual({ active: false });
    await scene.post("/oauth/revoke", { token: refresh_token!, client_id: desk.client_id });
    expect((await ask(access_token!, admin)).body).toEqual({ active: false });
  });

  it("keys are published, replaced after a month, and old ones stay until their tokens have ended", async () => {
    const keys = async () => {
      const answer = (await (await fetch(`${scene.on.url}/oauth/keys`)).json()) as {
        keys: { kid: string }[];
      };
      expect(JSON.stringify(answer)).not.toContain('"d"');
      return answer.keys.map(({ kid }) => kid);
    };
    const kid = ({ access_token }: Record<string, string>) => decodeProtectedHeader(access_token!).kid!;
    const [first] = await keys();
    expect(kid(await tokens())).toBe(first);
    scene.clock.set(30 * day + 60_000);
    const both = await keys();
    expect(both).toEqual([first, expect.any(String)]);
    ada = await scene.person("ada", [responders]);
    const published = await tokens();
    // Others may have read the keys before, so the new one waits for an hour.
    expect(kid(published)).toBe(first);
    scene.clock.set(30 * day + 62 * 60_000);
    ada = await scene.person("ada", [responders]);
    expect(kid(await tokens())).toBe(both[1]);
    scene.clock.set(60 * day + 120_000);
    expect(await keys()).not.toContain(first);
    scene.clock.set(0);
    ada = await scene.person("ada", [responders]);
  });

  it("a client that registered itself connects, and is forgotten if it gets no access", async () => {
    const register = async () => {
      const body = JSON.stringify({ client_name: "Newcomer", redirect_uris: desk.redirect_uris });
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${scene.on.url}/oauth/register`, { method: "POST", headers, body });
      return ((await answer.json()) as { client_id: string }).client_id;
    };
    const [used, unused] = [await register(), await register()];
    const page = await ada.open(askFor(scene.on.url, resource, { client_id: used }).url);
    expect(page.html).toContain("registered itself here. Nobody checked this name");
    await tokens({ client_id: used });
    scene.clock.set(day + 60_000);
    await forgetUnusedClients(scene.on.gateway.core);
    const shown = async (client_id: string) =>
      (
        await (
          await scene.person("ada", [responders])
        ).open(askFor(scene.on.url, resource, { client_id }).url)
      ).html;
    expect(await shown(used)).toContain("Connect Newcomer?");
    expect(await shown(unused)).toContain("The client is unknown here");
  });
});
