import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer, rpc, type MadeServer } from "../gateway/kit/requests.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { until } from "./log.js";

/* Two replicas of the bundle on one PostgreSQL. A proxy sends each request to any of them. */

let bundle: Bundle;
let postgres: TestPostgres;
let stub: ApiStub;
let one: GatewayProcess;
let two: GatewayProcess;
let account: string;

beforeAll(async () => {
  [bundle, postgres, stub] = await Promise.all([makeBundle(), startPostgres(), startApiStub()]);
  const env = { DATABASE_URL: await postgres.database(), STANDPIPE_BASE_URLS: stub.url };
  [one, two] = await Promise.all([bundle.start("one", env), bundle.start("two", env)]);
  account = await makeAccount(one, stub.url);
}, 180_000);
afterAll(async () => {
  await Promise.all([one, two].map((replica) => replica?.stop()));
  await Promise.all([postgres.stop(), stub.close(), bundle.remove()]);
});

describe("a call of a client before revision 2026-07-28", () => {
  let server: MadeServer;
  beforeAll(async () => void (server = await makeServer(one, account)));

  const at = (replica: GatewayProcess) => `${replica.url}/mcp/${server.token}`;

  async function session(): Promise<Record<string, string>> {
    const { headers } = await rpc(at(one), "initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: "test", version: "1" },
    });
    return { "mcp-session-id": headers.get("mcp-session-id")! };
  }

  const cancel = (replica: GatewayProcess, headers: Record<string, string>) =>
    fetch(at(replica), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...headers,
      },
      body: JSON.stringify({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } }),
    });

  /** Starts a call at the first replica which the API does not answer. */
  function started(headers: Record<string, string>) {
    stub.held = new Promise(() => {});
    stub.arrived.length = 0;
    return call(at(one), "list_incidents", {}, headers);
  }

  it("ends when the cancellation reaches the other replica", async () => {
    const headers = await session();
    const calling = started(headers);
    await until(() => stub.arrived.length > 0);
    expect((await cancel(two, headers)).status).toBe(202);
    expect((await calling).status).toBe(202);
  });

  it("ends although the settings of its server URL changed after it began", async () => {
    const headers = await session();
    const calling = started(headers);
    await until(() => stub.arrived.length > 0);
    await one.ask("PATCH", `/integrated-account/${account}/mcp/${server.id}`, { name: "renamed" });
    expect((await cancel(one, headers)).status).toBe(202);
    expect((await calling).status).toBe(202);
  });

  it("is not ended by the cancellation of another session", async () => {
    const [headers, other] = [await session(), await session()];
    let isOver = false;
    const calling = started(headers).finally(() => (isOver = true));
    await until(() => stub.arrived.length > 0);
    const second = call(at(one), "list_incidents", {}, other);
    await until(() => stub.arrived.length > 1);
    expect((await cancel(two, other)).status).toBe(202);
    expect((await second).status).toBe(202);
    expect(isOver).toBe(false);
    await cancel(two, headers);
    expect((await calling).status).toBe(202);
  });
});

it("a message for a stream of HTTP+SSE at the wrong replica is answered with what the proxy must do", async () => {
  const { token } = await makeServer(one, account);
  const stream = await fetch(`${one.url}/sse/${token}`);
  const reader = stream.body!.getReader();
  const [, path] = /data: (\S+)/.exec(Buffer.from((await reader.read()).value).toString())!;
  const answered = await fetch(two.url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" }),
  });
  expect(answered.status).toBe(404);
  expect(await answered.text()).toMatch(/another replica has it. A proxy must keep each client/);
  await reader.cancel();
});
