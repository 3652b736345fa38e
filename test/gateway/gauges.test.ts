import { expect, it } from "vitest";
import { gaugeTable } from "../../gateway/ops/gauge-table.js";
import { call, makeAccount, makeServer, startTestGateway } from "./kit/gateway.js";
import { startPostgres } from "./kit/postgres.js";
import { valueIn } from "./kit/series.js";
import { clock, stub, on, account, deadUrl, scraped, until, grows, list } from "./kit/measured.js";

const DAY_MS = 86_400_000;

const sent = { holder: "", held_until: "", failures: 0, error: null, retry_at: "", updated_at: "" };

/** Gauges: what gives each another value. */
const gauges: Record<string, () => Promise<void>> = {
  async active_requests() {
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    const called = list();
    await until("active_requests", (value) => value === 1);
    stub.held = undefined;
    release();
    await called;
    await until("active_requests", (value) => value === 0);
  },
  server_views: () => grows("server_views", () => list()),
  async sse_streams() {
    const { token } = await makeServer(on, account);
    const abort = new AbortController();
    const stream = await fetch(`${on.url}/sse/${token}`, { signal: abort.signal });
    // Node ends a stream that nobody reads, at some time.
    void stream.text().catch(() => {});
    await until("sse_streams", (value) => value === 1);
    abort.abort();
    await until("sse_streams", (value) => value === 0);
  },
  async audit_entries_waiting() {
    await withFailingLog(false, async () => {
      await list();
      await until("audit_entries_waiting", (value) => value > 0);
    });
    await until("audit_entries_waiting", (value) => value === 0);
  },
  audit_entries_lost: () =>
    withFailingLog(true, async () => {
      await list();
      await until("audit_entries_lost", (value) => value > 0);
    }),
  audit_writes_refused: () =>
    withFailingLog(false, async () => {
      const { url } = await makeServer(on, account);
      await call(url, "create_incident", { name: "x" });
      await until("audit_writes_refused", (value) => value > 0);
    }),
  async audit_stream_behind() {
    const stream = { ...sent, name: "webhook", sent: 0 };
    await on.gateway.core.store.db.insertInto("audit_streams").values(stream).execute();
    await until('audit_stream_behind{stream="webhook"}', (value) => value > 0);
  },
  async audit_stream_dead_letters() {
    const { db } = on.gateway.core.store;
    const stream = { ...sent, name: "syslog", sent: 9 };
    await db.insertInto("audit_streams").values(stream).execute();
    await until('audit_stream_dead_letters{stream="syslog"}', (value) => value === 0);
    const letter = { stream: "syslog", first: 1, last: 9, error: "x", failed_at: "", replay_at: null };
    await db.insertInto("audit_dead_letters").values(letter).execute();
    await until('audit_stream_dead_letters{stream="syslog"}', (value) => value === 1);
  },
  async pace_waiting() {
    const calls = Array.from({ length: 9 }, () => list());
    await until(`pace_waiting{account="${account}",kind="read"}`, (value) => value > 0);
    await Promise.all(calls);
    await until(`pace_waiting{account="${account}",kind="read"}`, (value) => value === 0);
  },
  async allowance_left() {
    await list();
    await until(`allowance_left{account="${account}"}`, (value) => value < 6);
    await until(`allowance_left{account="${account}"}`, (value) => value === 6);
  },
  async breaker_open() {
    const dead = await makeAccount(on, deadUrl, "Dead too");
    const { url } = await makeServer(on, dead);
    await call(url, "list_incidents");
    await until(`breaker_open{account="${dead}"}`, (value) => value === 0);
    for (let calls = 0; calls < 5; calls += 1) await call(url, "list_incidents");
    await until(`breaker_open{account="${dead}"}`, (value) => value === 1);
  },
  async store_connections() {
    await until('store_connections{state="idle"}', (value) => value === 0);
    const postgres = await startPostgres();
    const other = await startTestGateway({ settings: { databaseUrl: await postgres.database() } });
    await until('store_connections{state="idle"}', (value) => value > 0, other);
    await other.stop();
    await postgres.stop();
  },
  async store_up() {
    await until("store_up", (value) => value === 1);
    const { store } = on.gateway.core;
    const { db } = store;
    Object.assign(store, {
      db: {
        selectFrom: () => {
          throw new Error("gone");
        },
      },
    });
    await until("store_up", (value) => value === 0);
    Object.assign(store, { db });
    await until("store_up", (value) => value === 1);
  },
  async approvals_waiting() {
    const { url } = await makeServer(on, account, { confirm: "write", confirm_by: "page" });
    await call(url, "create_incident", { name: "x" });
    await until("approvals_waiting", (value) => value === 1);
    // An approval waits for some minutes.
    clock.pass(DAY_MS);
    await until("approvals_waiting", (value) => value === 0);
  },
  async server_urls() {
    const soon = new Date(clock.now().getTime() + 3 * DAY_MS).toISOString();
    const active = valueIn(await scraped(), 'server_urls{state="active"}');
    await makeServer(on, account, {}, { expires_at: soon });
    await until('server_urls{state="active"}', (value) => value === active + 1);
    await until('server_urls{state="expiring"}', (value) => value === 1);
    await until('server_urls{state="unused"}', (value) => value === 0);
    clock.pass(31 * DAY_MS);
    await until('server_urls{state="active"}', (value) => value === active);
    await until('server_urls{state="expiring"}', (value) => value === 0);
    await until('server_urls{state="unused"}', (value) => value === active);
  },
  async account_key_readable() {
    const id = await makeAccount(on, deadUrl);
    const series = `account_key_readable{account="${id}"}`;
    await on.gateway.core.store.db
      .updateTable("accounts")
      .set({ key_reference: "file:/nowhere/key" })
      .where("id", "=", id)
      .execute();
    await until(series, (value) => value === 0);
  },
  async account_info() {
    expect(await scraped()).not.toContain('name="Named \\"so\\""');
    const id = await makeAccount(on, deadUrl, 'Named "so"');
    await until(`account_info{account="${id}",name="Named \\"so\\""}`, (value) => value === 1);
  },
  build_info: async () =>
    void (await until(
      `build_info{version="0.0.0-test",store="sqlite",node="${process.versions.node}"}`,
      (value) => value === 1,
    )),
};

async function withFailingLog(isBadData: boolean, run: () => Promise<void>): Promise<void> {
  const { store } = on.gateway.core;
  const { keepAudit } = store;
  const own = store.isBadData;
  const failing = { keepAudit: () => Promise.reject(new Error("no")), isBadData: () => isBadData };
  Object.assign(store, failing);
  await run();
  Object.assign(store, { keepAudit, isBadData: own });
}

it("every gauge has a test here", () => {
  expect(Object.keys(gauges).sort()).toEqual(Object.keys(gaugeTable).sort());
});

it.each(Object.entries(gauges))("the gauge %s moves", (_name, move) => move());
