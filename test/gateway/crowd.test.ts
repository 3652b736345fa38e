import { afterAll, beforeAll, expect, it } from "vitest";
import { httpClient, type TestClient } from "../fixtures/clients.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { makeAccount, makeServer, pacedApi, startTestGateway, type TestGateway } from "./kit/gateway.js";

const kinds = ["client 2.x", "client 2.x, 2026-07-28", "sdk 1.x"] as const;
/** FireHydrant's rate limit, with a window that is short enough for a test. */
const pace = { requests: 50, seconds: 1 };

let on: TestGateway;
let stub: ApiStub;
beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ apis: [pacedApi(pace)], settings: { baseUrls: [stub.url] } });
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

it(
  "200 clients on 20 server URLs and 4 accounts each get their own answers",
  { timeout: 120_000 },
  async () => {
    const accounts = await Promise.all(
      Array.from({ length: 4 }, (_, at) => makeAccount(on, stub.url, `Account${at}`)),
    );
    const servers = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => ({
        owner: `Account${at % 4}`,
        // Every fifth server is read-only, so lists differ between servers of an account.
        reads: at % 5 === 0,
        ...(await makeServer(on, accounts[at % 4]!, at % 5 === 0 ? { methods: ["read"] } : {})),
      })),
    );
    // Slow answers let other answers overtake them.
    stub.delayMs = 20;
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
  },
);

it(
  "200 simultaneous clients of one account: no 429, no lost or swapped answers, and fair turns",
  { timeout: 120_000 },
  async () => {
    const account = await makeAccount(on, stub.url, "Shared");
    // Half of the calls use one server URL, the others use ten.
    const urls = await Promise.all(
      Array.from({ length: 11 }, async () => (await makeServer(on, account, { on_429: "pass" })).url),
    );
    const clients = await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        const owner = at < 100 ? 0 : 1 + (at % 10);
        return { at, owner, client: await httpClient(kinds[at % 3]!, urls[owner]!) };
      }),
    );
    stub.delayMs = 0;
    stub.arrived.length = 0;
    let refused = 0;
    stub.reply = ({ at }) => {
      const since = at - pace.seconds * 1000;
      if (stub.arrived.filter((one) => one.at > since).length <= pace.requests) return undefined;
      refused += 1;
      return { status: 429, value: {} };
    };
    // No call is answered before all have arrived, so only the queue decides the order.
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    const answers = clients.map(({ at, client }) => client.call("list_incidents", { query: `caller-${at}` }));
    await untilActive(200);
    release();
    for (const [at, { text, isError }] of (await Promise.all(answers)).entries()) {
      expect(isError, text).toBeUndefined();
      expect(text.match(/caller-\d+/g)).toEqual([`caller-${at}`]);
    }
    expect(refused).toBe(0);
    const order = stub.arrived.map(({ query }) => Number(query.get("query")!.slice("caller-".length)));
    expect([...order].sort((one, other) => one - other)).toEqual(clients.map(({ at }) => at));
    // From the second window on, the greedy caller gets one turn in eleven, as long as the others wait.
    const waited = order.slice(pace.requests).map((at) => clients[at]!.owner);
    const last = waited.findLastIndex((owner) => owner !== 0);
    expect(waited.slice(0, last).filter((owner) => owner === 0).length).toBeLessThan(20);
    await Promise.all(clients.map(({ client }) => client.close()));
  },
);

/** Waits until this many requests are running. */
async function untilActive(count: number): Promise<void> {
  for (;;) {
    const { body } = await on.ask<string>("GET", "/metrics");
    if (Number(/^standpipe_active_requests (\d+)/m.exec(String(body))![1]) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
