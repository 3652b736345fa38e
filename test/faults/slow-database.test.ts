import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { call, makeAccount, makeServer } from "../gateway/kit/requests.js";
import { signIn, type PageSession } from "../gateway/kit/page-session.js";
import { startPostgres, type TestPostgres } from "../gateway/kit/postgres.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { loggedOutcomes, sentNames, until } from "./log.js";

/* The bundle on a PostgreSQL that does not fail, but whose statements wait. */

let bundle: Bundle;
let postgres: TestPostgres;
let stub: ApiStub;
let gateway: GatewayProcess;
let page: PageSession;
let client: pg.Client;
let token: string;

beforeAll(async () => {
  [bundle, postgres, stub] = await Promise.all([makeBundle(), startPostgres(), startApiStub()]);
  const url = await postgres.database();
  client = new pg.Client({ connectionString: url });
  await client.connect();
  gateway = await bundle.start("data", { DATABASE_URL: url, STANDPIPE_BASE_URLS: stub.url });
  ({ token } = await makeServer(gateway, await makeAccount(gateway, stub.url)));
  page = await signIn(gateway.url);
}, 180_000);
afterAll(async () => {
  await client.end();
  await gateway.stop();
  await Promise.all([postgres.stop(), stub.close(), bundle.remove()]);
});

const write = (name: string) => call(`${gateway.url}/mcp/${token}`, "create_incident", { name });
const read = () => call(`${gateway.url}/mcp/${token}`, "list_incidents");
const readiness = async () => {
  const answer = await fetch(`${gateway.url}/readyz`);
  return { status: answer.status, text: await answer.text() };
};
const isAnswered = async (answer: ReturnType<typeof read>) => (await answer).isOk;

describe("while another session holds a lock on the audit log", () => {
  it("reads are answered, writes are refused, and readiness and the page say why", async () => {
    await client.query("begin; lock table audit in access exclusive mode");
    const waiting = write("refused");
    // The write waits, and nothing else waits for it.
    for (let reads = 0; reads < 5; reads++) expect(await isAnswered(read())).toBe(true);
    const { value } = await waiting;
    expect(value).toMatchObject({
      error: { kind: "busy", message: expect.stringMatching(/audit log.*not sent/) },
    });
    expect(sentNames(stub)).toEqual([]);
    expect(await isAnswered(read())).toBe(true);
    expect(await readiness()).toMatchObject({
      status: 503,
      text: expect.stringMatching(/audit log cannot be written/),
    });
    expect(await page.read("/")).toMatch(/audit log cannot be written.*1 writes were refused/s);
    expect(gateway.child.exitCode).toBeNull();
  });

  it("it recovers by itself when the lock is gone, and no entry is lost", async () => {
    await client.query("rollback");
    await until(async () => (await readiness()).status === 200);
    expect(await isAnswered(write("after"))).toBe(true);
    const { body } = await gateway.ask<{ result: object[] }>("GET", "/log?tool=list_incidents&limit=100");
    expect(body.result).toHaveLength(6);
    expect(await loggedOutcomes(gateway)).toEqual(
      new Map([
        ["after", ["ok"]],
        ["refused", ["busy"]],
      ]),
    );
  });
});

describe("while each statement on the audit log takes two seconds", () => {
  it("reads do not wait for it, and writes are kept and sent", async () => {
    await client.query(`create function slow() returns trigger language plpgsql as
      $$ begin perform pg_sleep(2); return null; end $$`);
    await client.query(
      "create trigger slow before insert on audit for each statement execute function slow()",
    );
    let isWritten = false;
    const writing = write("slow").finally(() => (isWritten = true));
    await until(async () => (await client.query(sleeping)).rowCount === 1);
    for (let reads = 0; reads < 5; reads++) expect(await isAnswered(read())).toBe(true);
    expect(isWritten).toBe(false);
    expect(sentNames(stub)).not.toContain("slow");
    expect((await readiness()).status).toBe(200);
    expect(await isAnswered(writing)).toBe(true);
    await client.query("drop trigger slow on audit");
    expect((await loggedOutcomes(gateway)).get("slow")).toEqual(["ok"]);
  });
});

const sleeping =
  "select from pg_stat_activity where wait_event = 'PgSleep' and query ~ 'insert into \"?audit'";

describe("while another session holds a lock on the server URLs", () => {
  it("calls are answered or fail clearly, and work again afterwards", async () => {
    const other = await makeServer(gateway, (await accounts())[0]!);
    expect(await isAnswered(read())).toBe(true);
    await client.query("begin; lock table servers in access exclusive mode");
    // Nothing says that this server URL has changed, so what is known of it holds.
    expect(await isAnswered(read())).toBe(true);
    // This one was never asked for, so the gateway cannot know it.
    const unknown = await call(`${gateway.url}/mcp/${other.token}`, "list_incidents");
    expect(unknown.status).toBe(503);
    expect(unknown.headers.get("retry-after")).not.toBeNull();
    expect(gateway.child.exitCode).toBeNull();
    await client.query("rollback");
    expect(await isAnswered(call(`${gateway.url}/mcp/${other.token}`, "list_incidents"))).toBe(true);
  });

  async function accounts(): Promise<string[]> {
    const { body } = await gateway.ask<{ result: { id: string }[] }>("GET", "/integrated-account");
    return body.result.map(({ id }) => id);
  }
});
