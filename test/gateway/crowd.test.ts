import { afterAll, beforeAll, expect, it } from "vitest";
import { httpClient, type TestClient } from "../fixtures/clients.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";

let on: TestGateway;
let stub: ApiStub;
beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

it("200 clients on 20 server URLs and 4 accounts get their own answers", { timeout: 120_000 }, async () => {
  const accounts = await Promise.all(
    Array.from({ length: 4 }, (_, at) => makeAccount(on, stub.url, `Account${at}`)),
  );
  const servers = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => ({
      owner: `Account${at % 4}`,
      // Each fifth may only read, so lists differ between servers of one account.
      reads: at % 5 === 0,
      ...(await makeServer(on, accounts[at % 4]!, at % 5 === 0 ? { methods: ["read"] } : {})),
    })),
  );
  // An answer that takes its time lets others overtake it.
  stub.delayMs = 20;
  const kinds = ["client 2.x", "client 2.x, 2026-07-28", "sdk 1.x"] as const;
  const clients = await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const server = servers[at % 20]!;
      const client: TestClient = await httpClient(kinds[at % 3]!, server.url);
      return { at, server, client };
    }),
  );
  await Promise.all(
    clients.map(async ({ at, server, client }) => {
      const { tools } = await client.client.listTools();
      expect(
        tools.some(({ name }) => name === "create_incident"),
        `client ${at}`,
      ).toBe(!server.reads);
      const { text } = await client.call("list_incidents", { query: `marker-${at}` });
      expect(text).toContain(`marker-${at} as ${server.owner}`);
      expect(text.match(/marker-\d+/g)).toEqual([`marker-${at}`]);
    }),
  );
  await Promise.all(clients.map(({ client }) => client.close()));
  expect(stub.arrived.filter(({ path }) => path === "/v1/incidents")).toHaveLength(200);
  for (const [at, id] of accounts.entries()) {
    const { body } = await on.ask<{ result: { tool: string }[] }>(
      "GET",
      `/log?integrated_account_id=${id}&kind=call&limit=200`,
    );
    expect(body.result, `Account${at}`).toHaveLength(50);
  }
});
