import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { call, makeAccount, makeServer, rpc, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { startPostgres, type TestPostgres } from "./kit/postgres.js";

/** Two gateways on one PostgreSQL: what one is told, the other must hold to within a second. */
describe("two replicas", () => {
  let postgres: TestPostgres;
  let stub: ApiStub;
  let one: TestGateway;
  let two: TestGateway;
  let account: string;
  let offset = 0;

  beforeAll(async () => {
    [postgres, stub] = await Promise.all([startPostgres(), startApiStub()]);
    const databaseUrl = await postgres.database();
    const start = () =>
      startTestGateway({
        settings: { databaseUrl, baseUrls: [stub.url] },
        env: { STANDPIPE_SECRET_KEY: "k".repeat(40) },
        now: () => new Date(Date.now() + offset),
      });
    // Together, so that they migrate the empty database at once.
    [one, two] = await Promise.all([start(), start()]);
    account = await makeAccount(one, stub.url);
  });
  beforeEach(() => void (offset = 0));
  afterAll(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await Promise.all([postgres.stop(), stub.close()]);
  });

  const at = (replica: TestGateway, token: string) => `${replica.url}/mcp/${token}`;
  const status = async (replica: TestGateway, token: string) =>
    (await rpc(at(replica, token), "tools/list")).status;

  /** Milliseconds until the other replica answers so; each was asked before, and remembers. */
  async function until(replica: TestGateway, token: string, wanted: number): Promise<number> {
    const began = performance.now();
    while ((await status(replica, token)) !== wanted) {
      if (performance.now() - began > 3_000) return Infinity;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return performance.now() - began;
  }

  it("share accounts and servers at once", async () => {
    const { token, id } = await makeServer(one, account);
    expect(await status(two, token)).toBe(200);
    expect((await two.ask("GET", `/integrated-account/${account}/mcp/${id}`)).status).toBe(200);
    expect(JSON.stringify((await call(at(two, token), "list_incidents")).value)).toContain("as Acme");
  });

  it("revoke within a second", async () => {
    const { token, id } = await makeServer(one, account);
    expect(await status(two, token)).toBe(200);
    await one.ask("DELETE", `/integrated-account/${account}/mcp/${id}`);
    expect(await status(one, token)).toBe(404);
    expect(await until(two, token, 404)).toBeLessThan(1_000);
  });

  it("expire at the same time", async () => {
    const { token } = await makeServer(
      one,
      account,
      {},
      { expires_at: new Date(Date.now() + 61_000).toISOString() },
    );
    expect([await status(one, token), await status(two, token)]).toEqual([200, 200]);
    offset = 61_500;
    expect([await status(one, token), await status(two, token)]).toEqual([404, 404]);
  });

  it("expire within a second when the expiry is changed", async () => {
    const { token, id } = await makeServer(
      one,
      account,
      {},
      { expires_at: new Date(Date.now() + 3_600_000).toISOString() },
    );
    offset = 3_000_000;
    expect(await status(two, token)).toBe(200);
    const expires_at = new Date(Date.now() + offset + 61_000).toISOString();
    await one.ask("PATCH", `/integrated-account/${account}/mcp/${id}`, { expires_at });
    offset += 62_000;
    expect(await until(two, token, 404)).toBeLessThan(1_000);
  });

  it("rotate within a second", async () => {
    const { token, id } = await makeServer(one, account);
    expect(await status(two, token)).toBe(200);
    const path = `/integrated-account/${account}/mcp/${id}/rotate`;
    const { body } = await one.ask<{ token: string }>("POST", path, { overlap_seconds: 0 });
    expect(await status(two, body.token)).toBe(200);
    expect(await until(two, token, 404)).toBeLessThan(1_000);
  });

  it("narrow a filter within a second", async () => {
    const { token, id } = await makeServer(one, account);
    await call(at(two, token), "list_teams");
    await one.ask("PATCH", `/integrated-account/${account}/mcp/${id}`, { config: { tags: ["incidents"] } });
    await new Promise((resolve) => setTimeout(resolve, 900));
    const { error } = await call(at(two, token), "list_teams");
    expect(error?.message).toContain("Unknown tool");
  });

  it("end an old client's open stream within a second", async () => {
    const { token, id } = await makeServer(one, account);
    const client = new FirstClient({ name: "old", version: "1" });
    await client.connect(new SSEClientTransport(new URL(`${two.url}/sse/${token}`)));
    await client.callTool({ name: "list_incidents", arguments: {} });
    await one.ask("DELETE", `/integrated-account/${account}/mcp/${id}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await expect(client.callTool({ name: "list_incidents", arguments: {} })).rejects.toThrow();
    await client.close();
  });

  it("count a server URL's own limit together", async () => {
    const { token } = await makeServer(one, account, { rate_limit: { calls: 4, seconds: 60 } });
    const calls = [one, two, one, two, one, two].map(
      (replica) => () => call(at(replica, token), "list_incidents"),
    );
    const answers = [];
    for (const make of calls) answers.push(await make());
    expect(answers.map(({ result }) => result?.isError ?? false)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it("keep an account within its pace together", async () => {
    const paced = await makeAccount(one, stub.url, "Paced");
    const { token } = await makeServer(one, paced);
    stub.arrived.length = 0;
    const calls = Array.from({ length: 60 }, (_, number) =>
      call(at(number % 2 ? one : two, token), "list_incidents"),
    );
    const answers = await Promise.all(calls);
    expect(answers.every(({ result }) => !result?.isError)).toBe(true);
    const times = stub.arrived.map((request) => request.at).sort((a, b) => a - b);
    expect(times).toHaveLength(60);
    const most = Math.max(
      ...times.map((from) => times.filter((time) => time >= from && time < from + 10_000).length),
    );
    expect(most).toBeLessThanOrEqual(50);
    expect(most).toBeGreaterThan(40);
    // The last ten had to wait for a window, and no longer than that.
    expect(times.at(-1)! - times[0]!).toBeLessThan(13_000);
  });

  it("read the same cursors", async () => {
    const { token } = await makeServer(one, account);
    const item = (number: number) => ({ id: `i${number}`, name: `Incident ${number}` });
    stub.reply = ({ query }) => {
      const page = Number(query.get("page") ?? 1);
      const size = Number(query.get("per_page"));
      const data = Array.from({ length: size }, (_, at) => item((page - 1) * size + at));
      return {
        status: 200,
        value: { data, pagination: { count: 100, page, items: size, pages: 99, last: 99, next: page + 1 } },
      };
    };
    const first = await call(at(one, token), "list_incidents", { limit: 2 });
    const next = await call(at(two, token), "list_incidents", {
      limit: 2,
      cursor: first.value!["next_cursor"],
    });
    stub.reply = () => undefined;
    expect(next.result?.isError).toBeUndefined();
    expect(next.value!["items"]).toMatchObject([{ id: "i2" }, { id: "i3" }]);
  });

  it("delete an account for each other, and tell one log", async () => {
    const gone = await makeAccount(one, stub.url, "Gone");
    const { token, id } = await makeServer(one, gone);
    await call(at(two, token), "list_incidents");
    await one.ask("DELETE", `/integrated-account/${gone}`);
    expect(await until(two, token, 404)).toBeLessThan(1_000);
    // What nobody waits for is kept a moment later.
    await two.gateway.core.audit.flush();
    const { body } = await one.ask<{ result: { kind: string }[] }>("GET", `/log?server_id=${id}`);
    expect(body.result.map(({ kind }) => kind)).toContain("call");
    expect(body.result.map(({ kind }) => kind)).toContain("access");
  });

  it("refuse what they can no longer look up", async () => {
    const { token } = await makeServer(one, account);
    const lonely = await startTestGateway({
      settings: { databaseUrl: await postgres.database(), baseUrls: [stub.url] },
      env: { STANDPIPE_SECRET_KEY: "k".repeat(40) },
    });
    const own = await makeServer(lonely, await makeAccount(lonely, stub.url));
    expect((await rpc(own.url, "tools/list")).status).toBe(200);
    await lonely.gateway.core.store.pool!.query("alter table tokens rename to tokens_gone");
    lonely.gateway.core.changed();
    const refused = await rpc(own.url, "tools/list");
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("2");
    expect(refused.text).not.toContain("tokens_gone");
    await lonely.gateway.core.store.pool!.query("alter table tokens_gone rename to tokens");
    expect((await rpc(own.url, "tools/list")).status).toBe(200);
    await lonely.stop();
    expect(await status(one, token)).toBe(200);
  });
});
