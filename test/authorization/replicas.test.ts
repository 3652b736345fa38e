import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rpc, startTestGateway, type TestGateway } from "../gateway/kit/gateway.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { secretKey } from "../gateway/kit/replicas.js";
import type { Agent } from "../identity/kit/agent.js";
import {
  askFor,
  codeFor,
  desk,
  exchangeOf,
  gatewayOf,
  openAuthorization,
  responders,
  type Answer,
  type AuthorizationScene,
} from "./kit/scene.js";

describe("two replicas of the authorization server on PostgreSQL", () => {
  let postgres: TestPostgres;
  let scene: AuthorizationScene;
  let second: TestGateway;
  let resource: string;
  let ada: Agent;

  beforeAll(async () => {
    postgres = await startPostgres();
    const databaseUrl = await postgres.database();
    scene = await openAuthorization({ databaseUrl }, { env: secretKey });
    const publicUrl = scene.on.url;
    second = await startTestGateway({
      ...gatewayOf({ ...scene, publicUrl }, { databaseUrl }),
      env: secretKey,
    });
    ({ resource } = await scene.serverUrl());
    ada = await scene.person("ada", [responders]);
  });
  afterAll(async () => {
    await second?.stop();
    await scene?.close();
    await postgres?.stop();
  });

  const send = async (on: TestGateway, fields: Record<string, string>): Promise<Answer> => {
    const answer = await fetch(`${on.url}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    return { status: answer.status, body: (await answer.json()) as Answer["body"] };
  };
  const list = async (on: TestGateway, token: string) => {
    const at = resource.replace(scene.on.url, on.url);
    return (await rpc(at, "tools/list", {}, { authorization: `Bearer ${token}` })).status;
  };
  const renewal = (refresh_token: string) => ({
    ...{ grant_type: "refresh_token", refresh_token, client_id: desk.client_id },
  });

  it("take a code of each other, once, and tokens of each other", async () => {
    const asked = askFor(scene.on.url, resource);
    const exchange = exchangeOf(asked, await codeFor(ada, asked));
    const answers = await Promise.all([send(second, exchange), send(scene.on, exchange)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(2);
    const again = askFor(scene.on.url, resource);
    const { body } = await send(second, exchangeOf(again, await codeFor(ada, again)));
    expect(await list(scene.on, body["access_token"]!)).toBe(200);
    expect(await list(second, body["access_token"]!)).toBe(200);
  });

  it("renew once, whichever is asked, and both end what was renewed twice", async () => {
    const asked = askFor(scene.on.url, resource);
    const first = (await send(scene.on, exchangeOf(asked, await codeFor(ada, asked)))).body;
    const next = (await send(second, renewal(first["refresh_token"]!))).body;
    expect(await list(scene.on, next["access_token"]!)).toBe(200);
    expect((await send(scene.on, renewal(first["refresh_token"]!))).body["error"]).toBe("invalid_grant");
    expect(await list(second, next["access_token"]!)).toBe(401);
    expect((await send(second, renewal(next["refresh_token"]!))).body["error"]).toBe("invalid_grant");
  });
});
