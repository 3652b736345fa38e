import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { rpc } from "../gateway/kit/gateway.js";
import {
  askFor,
  desk,
  openAuthorization,
  responders,
  tokensFor,
  type AuthorizationScene,
} from "./kit/scene.js";

describe("a client whose person the provider lets the gateway ask about again", () => {
  let scene: AuthorizationScene;
  let resource: string;

  beforeAll(async () => {
    scene = await openAuthorization(
      {},
      {
        more: ({ clients }) => ({
          clients: clients.map((one) => ({ ...one, grant_types: ["authorization_code", "refresh_token"] })),
          issueRefreshToken: () => true,
          rotateRefreshToken: true,
        }),
      },
    );
    ({ resource } = await scene.serverUrl());
  });
  afterAll(() => scene?.close());
  afterEach(() => scene.clock.set(0));

  const start = async (name: string) =>
    tokensFor(scene, await scene.person(name, [responders]), askFor(scene.on.url, resource));
  const renew = ({ refresh_token }: Record<string, string>) =>
    scene.post("/oauth/token", {
      ...{ grant_type: "refresh_token", refresh_token: refresh_token!, client_id: desk.client_id },
    });
  const list = async ({ access_token }: Record<string, string>) =>
    (await rpc(resource, "tools/list", {}, { authorization: `Bearer ${access_token}` })).status;

  it("goes on for hours, and the provider's token is stored encrypted", async () => {
    let tokens = await start("ada");
    for (const minutes of [50, 100, 150]) {
      scene.clock.set(minutes * 60_000);
      const { status, body } = await renew(tokens);
      expect([status, await list(body)], `after ${minutes} minutes`).toEqual([200, 200]);
      tokens = body;
    }
    const rows = await scene.on.gateway.core.store.db.selectFrom("person_renewals").selectAll().execute();
    expect(rows.map(({ sealed }) => sealed)).toEqual([expect.stringMatching(/^v1\./)]);
  });

  it("loses its access when the person left the group, at the next renewal", async () => {
    const tokens = await start("kim");
    scene.provider.groups.set("kim", []);
    scene.clock.set(6 * 60_000);
    expect((await renew(tokens)).body["error"]).toBe("invalid_grant");
    expect(await list(tokens)).not.toBe(200);
  });

  it("loses its access when the provider refuses, at the next renewal", async () => {
    const tokens = await start("leo");
    const { db } = scene.on.gateway.core.store;
    const { vault } = scene.on.gateway.core.keys;
    const place = `person_renewals/${scene.provider.issuer}/leo`;
    await db
      .updateTable("person_renewals")
      .set({ sealed: vault.seal("revoked-at-the-provider", place) })
      .where("subject", "=", "leo")
      .execute();
    scene.clock.set(6 * 60_000);
    expect((await renew(tokens)).body["error"]).toBe("invalid_grant");
  });
});
