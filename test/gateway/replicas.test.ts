import { sql } from "kysely";
import { Client as FirstClient } from "@modelcontextprotocol/sdk/client/index.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";
import { describe, expect, it } from "vitest";
import { beginSession, endSession } from "../../gateway/sessions.js";
import {
  call,
  makeAccount,
  makeServer,
  pace,
  rpc,
  startTestGateway,
  type TestGateway,
} from "./kit/gateway.js";
import { secretKey, useReplicas } from "./kit/replicas.js";

const on = useReplicas();

/** A change at one replica must apply at the other. */
describe("two replicas", () => {
  const at = (replica: TestGateway, token: string) => `${replica.url}/mcp/${token}`;
  const status = async (replica: TestGateway, token: string) =>
    (await rpc(at(replica, token), "tools/list")).status;

  /** The replica has cached the server, and must drop it soon. */
  const follows = (replica: TestGateway, token: string, wanted: number) =>
    expect.poll(() => status(replica, token)).toBe(wanted);

  it("share accounts and servers at once", async () => {
    const { token, id } = await makeServer(on.one, on.account);
    expect(await status(on.two, token)).toBe(200);
    expect((await on.two.ask("GET", `/integrated-account/${on.account}/mcp/${id}`)).status).toBe(200);
    expect(JSON.stringify((await call(at(on.two, token), "list_incidents")).value)).toContain("as Acme");
  });

  it("follow a revocation", async () => {
    const { token, id } = await makeServer(on.one, on.account);
    expect(await status(on.two, token)).toBe(200);
    await on.one.ask("DELETE", `/integrated-account/${on.account}/mcp/${id}`);
    expect(await status(on.one, token)).toBe(404);
    await follows(on.two, token, 404);
  });

  it("expire at the same time", async () => {
    const { token } = await makeServer(
      on.one,
      on.account,
      {},
      { expires_at: new Date(Date.now() + 61_000).toISOString() },
    );
    expect([await status(on.one, token), await status(on.two, token)]).toEqual([200, 200]);
    on.pass(61_500);
    expect([await status(on.one, token), await status(on.two, token)]).toEqual([404, 404]);
  });

  it("follow a change of the expiry", async () => {
    const { token, id } = await makeServer(
      on.one,
      on.account,
      {},
      { expires_at: new Date(Date.now() + 3_600_000).toISOString() },
    );
    on.pass(3_000_000);
    expect(await status(on.two, token)).toBe(200);
    const expires_at = new Date(Date.now() + 3_061_000).toISOString();
    await on.one.ask("PATCH", `/integrated-account/${on.account}/mcp/${id}`, { expires_at });
    on.pass(62_000);
    await follows(on.two, token, 404);
  });

  it("follow a rotation", async () => {
    const { token, id } = await makeServer(on.one, on.account);
    expect(await status(on.two, token)).toBe(200);
    const path = `/integrated-account/${on.account}/mcp/${id}/rotate`;
    const { body } = await on.one.ask<{ token: string }>("POST", path, { overlap_seconds: 0 });
    expect(await status(on.two, body.token)).toBe(200);
    await follows(on.two, token, 404);
  });

  it("accept a rotated token until its overlap ends, and no longer", async () => {
    const { token, id } = await makeServer(on.one, on.account);
    const path = `/integrated-account/${on.account}/mcp/${id}/rotate`;
    const { body } = await on.one.ask<{ token: string }>("POST", path, { overlap_seconds: 60 });
    const answers = () =>
      Promise.all([token, body.token].flatMap((one) => [status(on.one, one), status(on.two, one)]));
    expect(await answers()).toEqual([200, 200, 200, 200]);
    on.pass(61_000);
    expect(await answers()).toEqual([404, 404, 200, 200]);
  });

  it("rotate at the same time without losing an issued token", async () => {
    const { id } = await makeServer(on.one, on.account);
    const path = `/integrated-account/${on.account}/mcp/${id}/rotate`;
    const made = await Promise.all(
      [on.one, on.two, on.one, on.two].map((replica) => replica.ask<{ token: string }>("POST", path, {})),
    );
    expect(made.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    for (const { body } of made) expect(await status(on.two, body.token)).toBe(200);
    const counted = sql`select count(*)::int as current from tokens where server_id = ${id} and valid_until is null`;
    const { rows } = await counted.execute(on.one.gateway.core.store.db);
    expect(rows).toEqual([{ current: 1 }]);
  });

  it("refuse a revoked API token, and a session that ended", async () => {
    const { token } = await makeServer(on.one, on.account, { require_api_token_auth: true });
    const { body } = await on.one.ask<{ id: string; token: string }>("POST", "/api-tokens", { name: "t" });
    const shown = { authorization: `Bearer ${body.token}` };
    const asked = async () => (await rpc(at(on.two, token), "tools/list", {}, shown)).status;
    expect(await asked()).toBe(200);
    await on.one.ask("DELETE", `/api-tokens/${body.id}`);
    expect(await asked()).toBe(403);
    const { id, cookie } = await beginSession(on.one.gateway.core, "Ada", { actor: "Ada", requestId: "x" });
    const headers = { cookie: `standpipe_session=${cookie}` };
    expect((await on.two.ask("GET", "/log?limit=1", undefined, headers)).status).toBe(200);
    await endSession(on.one.gateway.core, id, { actor: "Ada", requestId: "x" });
    expect((await on.two.ask("GET", "/log?limit=1", undefined, headers)).status).toBe(401);
  });

  it("follow a narrower filter", async () => {
    const { token, id } = await makeServer(on.one, on.account);
    await call(at(on.two, token), "list_teams");
    await on.one.ask("PATCH", `/integrated-account/${on.account}/mcp/${id}`, {
      config: { tags: ["incidents"] },
    });
    const refusal = async () => (await call(at(on.two, token), "list_teams")).error?.message;
    await expect.poll(refusal).toContain("Unknown tool");
  });

  it("close an old client's open stream after a revocation", async () => {
    const { token, id } = await makeServer(on.one, on.account);
    const client = new FirstClient({ name: "old", version: "1" });
    await client.connect(new SSEClientTransport(new URL(`${on.two.url}/sse/${token}`)));
    const list = { name: "list_incidents", arguments: {} };
    expect((await client.callTool(list)).isError).toBeFalsy();
    const closed = new Promise<void>((resolve) => (client.onerror = () => resolve()));
    await on.one.ask("DELETE", `/integrated-account/${on.account}/mcp/${id}`);
    await closed;
    await expect(client.callTool(list)).rejects.toThrow("404");
    await client.close();
  });

  it("count a server URL's own limit together", async () => {
    const { token } = await makeServer(on.one, on.account, { rate_limit: { calls: 4, seconds: 60 } });
    const calls = [on.one, on.two, on.one, on.two, on.one, on.two].map(
      (replica) => () => call(at(replica, token), "list_incidents"),
    );
    const answers = [];
    for (const make of calls) answers.push(await make());
    expect(answers.map(({ isOk }) => isOk)).toEqual([true, true, true, true, false, false]);
  });

  it("keep an account within its rate limit together", async () => {
    const paced = await makeAccount(on.one, on.stub.url, "Paced");
    const { token } = await makeServer(on.one, paced);
    on.stub.arrived.length = 0;
    const calls = Array.from({ length: 60 }, (_, number) =>
      call(at(number % 2 ? on.one : on.two, token), "list_incidents"),
    );
    const answers = await Promise.all(calls);
    expect(answers.every(({ isOk }) => isOk)).toBe(true);
    const times = on.stub.arrived.map((request) => request.at).sort((a, b) => a - b);
    expect(times).toHaveLength(60);
    const most = Math.max(
      ...times.map(
        (from) => times.filter((time) => time >= from && time < from + pace.seconds * 1000).length,
      ),
    );
    expect(most).toBeLessThanOrEqual(pace.requests);
  });

  it("have a slot again one window after its answer, not after the time that an unanswered request takes", async () => {
    const paced = await makeAccount(on.one, on.stub.url, "Paced again");
    const { token } = await makeServer(on.one, paced);
    await Promise.all([1, 2, 3].map(() => call(at(on.one, token), "list_incidents")));
    const taken = async () => {
      const seconds = sql`frees_at - extract(epoch from clock_timestamp())`;
      const { rows } = await sql<{ readonly left: number }>`
        select ${seconds} as left from pace_slots where account_id = ${paced}`.execute(
        on.one.gateway.core.store.db,
      );
      return rows.map(({ left }) => Number(left) <= pace.seconds);
    };
    // Without an answer it would be ten seconds more.
    await expect.poll(taken, { timeout: 5_000 }).toEqual([true, true, true]);
  });

  it("accept each other's cursors", async () => {
    const { token } = await makeServer(on.one, on.account);
    const item = (number: number) => ({ id: `i${number}`, name: `Incident ${number}` });
    on.stub.reply = ({ query }) => {
      const page = Number(query.get("page") ?? 1);
      const size = Number(query.get("per_page"));
      const data = Array.from({ length: size }, (_, at) => item((page - 1) * size + at));
      return {
        status: 200,
        value: { data, pagination: { count: 100, page, items: size, pages: 99, last: 99, next: page + 1 } },
      };
    };
    const first = await call(at(on.one, token), "list_incidents", { limit: 2 });
    const next = await call(at(on.two, token), "list_incidents", {
      limit: 2,
      cursor: first.value!["next_cursor"],
    });
    on.stub.reply = () => undefined;
    expect(next.isOk).toBe(true);
    expect(next.value!["items"]).toMatchObject([{ id: "i2" }, { id: "i3" }]);
  });

  it("delete accounts for each other, and share one log", async () => {
    const gone = await makeAccount(on.one, on.stub.url, "Gone");
    const { token, id } = await makeServer(on.one, gone);
    await call(at(on.two, token), "list_incidents");
    await on.one.ask("DELETE", `/integrated-account/${gone}`);
    await follows(on.two, token, 404);
    // Background writes may be stored a moment later.
    await on.two.gateway.core.audit.flush();
    const { body } = await on.one.ask<{ result: { kind: string }[] }>("GET", `/log?server_id=${id}`);
    expect(body.result.map(({ kind }) => kind)).toContain("call");
    expect(body.result.map(({ kind }) => kind)).toContain("access");
  });

  it("refuse tokens that they can no longer look up", async () => {
    const { token } = await makeServer(on.one, on.account);
    const lonely = await startTestGateway({
      settings: { databaseUrl: await on.postgres.database(), baseUrls: [on.stub.url] },
      env: secretKey,
    });
    const own = await makeServer(lonely, await makeAccount(lonely, on.stub.url));
    expect((await rpc(own.url, "tools/list")).status).toBe(200);
    await sql`alter table tokens rename to tokens_gone`.execute(lonely.gateway.core.store.db);
    lonely.gateway.core.changed();
    const refused = await rpc(own.url, "tools/list");
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("2");
    expect(refused.text).not.toContain("tokens_gone");
    await sql`alter table tokens_gone rename to tokens`.execute(lonely.gateway.core.store.db);
    expect((await rpc(own.url, "tools/list")).status).toBe(200);
    await lonely.stop();
    expect(await status(on.one, token)).toBe(200);
  });
});
