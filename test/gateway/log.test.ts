import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { createClock } from "./kit/clock.js";
import { call, makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";

const settingsOf = useStores();

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly request_id: string;
  readonly [field: string]: unknown;
}

interface OpenApi {
  readonly components: { readonly schemas: Record<string, { readonly properties: object }> };
}

interface Page {
  readonly result: readonly Entry[];
  readonly next_cursor: string | null;
}

describe.each(storeKinds)("the audit log on %s", (kind) => {
  let on: TestGateway;
  let stub: ApiStub;
  let start: (auditDays?: number) => Promise<TestGateway>;
  const clock = createClock();

  beforeAll(async () => {
    stub = await startApiStub();
    const store = await settingsOf(kind);
    on = await startTestGateway({ settings: { ...store, baseUrls: [stub.url] }, clock });
    // Another gateway on the same store, as after a restart.
    start = (auditDays = 90) =>
      startTestGateway({ folder: on.folder, settings: { ...store, auditDays }, clock });
  });
  afterAll(async () => {
    await on.stop();
    await stub.close();
  });

  const read = async (query: string) => (await on.ask<Page>("GET", `/log?${query}`)).body;

  it("records every action, and finds it by each filter", async () => {
    const account = await makeAccount(on, stub.url, "Logged");
    const { id } = await makeServer(on, account);
    const path = `/integrated-account/${account}/mcp/${id}`;
    await on.ask("PATCH", path, { name: "y" });
    await on.ask("POST", `${path}/rotate`, {});
    await on.ask("DELETE", path);
    await on.ask("DELETE", `/integrated-account/${account}`);
    const { result } = await read(`integrated_account_id=${account}`);
    expect(result.map(({ action }) => action)).toEqual([
      "account.delete",
      "server.revoke",
      "server.rotate",
      "server.update",
      "server.create",
      "account.create",
    ]);
    const [entry] = result;
    expect(entry).toMatchObject({ kind: "manage", outcome: "ok", actor: "admin", address: "127.0.0.1" });
    const found = async (query: string) => (await read(query)).result.length;
    expect(await found(`request_id=${entry!.request_id}`)).toBe(1);
    expect(await found(`server_id=${id}`)).toBe(4);
    expect(await found(`server_id=${id}&action=server.rotate&kind=manage&actor=admin&outcome=ok`)).toBe(1);
    expect(await found(`integrated_account_id=${account}&since=${entry!.at}`)).toBe(1);
    expect(await found(`integrated_account_id=${account}&until=${entry!.at}`)).toBe(5);
    expect(await found(`integrated_account_id=${account}&tool=list_incidents`)).toBe(0);
    const { body } = await on.ask<{ message: string }>("GET", "/log?kind=gossip&since=yesterday");
    expect(body.message).toMatch(/query kind: .*; query since: /);
  });

  it("finds entries by their time although the clock was ahead by days before", async () => {
    clock.set(3 * 86_400_000);
    const ahead = await makeAccount(on, stub.url, "Ahead");
    clock.set(0);
    const right = await makeAccount(on, stub.url, "Right");
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const found = async (account: string) =>
      (await read(`integrated_account_id=${account}&until=${inAnHour}`)).result.length;
    expect([await found(ahead), await found(right)]).toEqual([0, 1]);
  });

  it("returns only the listed fields; extra columns of the table stay in the store", async () => {
    const account = await makeAccount(on, stub.url, "Columns");
    await sql`alter table audit add column internal_note text default 'internal'`.execute(
      on.gateway.core.store.db,
    );
    await on.ask("PATCH", `/integrated-account/${account}`, { name: "Columns 2" });
    const { result } = await read(`integrated_account_id=${account}`);
    const { body: document } = await on.ask<OpenApi>("GET", "/openapi.json");
    const described = Object.keys(document.components.schemas["LogEntry"]!.properties);
    expect(result).toHaveLength(2);
    for (const entry of result) expect(Object.keys(entry).sort()).toEqual(described.sort());
    await sql`alter table audit drop column internal_note`.execute(on.gateway.core.store.db);
  });

  it("is paged without duplicates, even while it grows", async () => {
    const account = await makeAccount(on, stub.url, "Paged");
    const { id, url } = await makeServer(on, account);
    for (let made = 0; made < 7; made += 1) await call(url, "list_incidents", { query: `q${made}` });
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Page = await read(`server_id=${id}&kind=call&limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.result.map((entry) => entry.id));
      cursor = page.next_cursor;
      await call(url, "list_incidents");
    }
    expect(seen).toHaveLength(7);
    expect([...seen].sort().reverse()).toEqual(seen);
    const first: Page = await read(`server_id=${id}&kind=call&sort=at&limit=4`);
    const second: Page = await read(`server_id=${id}&kind=call&sort=at&limit=3&cursor=${first.next_cursor}`);
    const oldest = [...first.result, ...second.result].map((entry) => entry.id);
    expect(oldest).toEqual([...seen].reverse());
  });

  it("is also written as lines of JSON, with the same names", async () => {
    const account = await makeAccount(on, stub.url, "Lines");
    const { id, url } = await makeServer(on, account);
    const made = await call(url, "create_incident", { name: "Down" });
    const request_id = made.headers.get("x-request-id")!;
    const lines = on.logged().trim().split("\n");
    const parsed = lines.map((text) => JSON.parse(text) as Record<string, unknown>);
    const line = parsed.find((one) => one["request_id"] === request_id && one["audit"] === "call")!;
    const [entry] = (await read(`request_id=${request_id}`)).result;
    for (const name of [
      "outcome",
      "actor",
      "address",
      "server_id",
      "token_id",
      "tool",
      "access",
      "argument_names",
      "digest",
      "upstream_status",
      "result_bytes",
    ])
      expect(line[name], name).toEqual(entry![name]);
    expect(entry!["upstream_ms"]).toBeLessThanOrEqual(entry!["duration_ms"] as number);
    expect(line).toMatchObject({ server_id: id, account_id: entry!["integrated_account_id"], msg: "audit" });
    expect(line["time"]).toMatch(/^\d{4}-/);
  });

  it("deletes entries after the retention period", async () => {
    clock.set(-10 * 86_400_000);
    const old = await makeAccount(on, stub.url, "Ten days ago");
    clock.set(0);
    const fresh = await makeAccount(on, stub.url, "Today");
    const kept = async () => {
      const entries = await Promise.all([old, fresh].map((id) => read(`integrated_account_id=${id}`)));
      return entries.map(({ result }) => result.length);
    };
    const usual = await start();
    await usual.stop();
    expect(await kept()).toEqual([1, 1]);
    const short = await start(7);
    // Deletion begins at the start, and nothing waits for it.
    await expect.poll(kept).toEqual([0, 1]);
    await short.stop();
    // Deleted entries stay deleted.
    expect((await on.ask("GET", `/integrated-account/${old}`)).status).toBe(200);
  });
});
