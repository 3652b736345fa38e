import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createConsent } from "../../gateway/consent/consent.js";
import { boundedCalls, boundedValues } from "../../gateway/ops/bounded.js";
import { gaugeTable } from "../../gateway/ops/gauge-table.js";
import type { metricTable } from "../../gateway/ops/metric-table.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { createClock } from "./kit/clock.js";
import {
  call,
  makeAccount,
  makeServer,
  pacedApi,
  startTestGateway,
  type TestGateway,
} from "./kit/gateway.js";
import { startPostgres, type TestPostgres } from "./kit/postgres.js";
import { valueIn } from "./kit/series.js";

const DAY_MS = 86_400_000;
const clock = createClock();
let stub: ApiStub;
let on: TestGateway;
let account: string;
let folder: string;
let postgres: TestPostgres;

beforeAll(async () => {
  [stub, folder, postgres] = await Promise.all([
    startApiStub(),
    mkdtemp(join(tmpdir(), "standpipe-metrics-")),
    startPostgres(),
  ]);
  on = await start();
  account = await makeAccount(on, stub.url, 'Acme "East"');
});
afterAll(async () => {
  await on?.stop();
  await Promise.all([stub.close(), postgres.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** Nothing listens there. */
const deadUrl = "http://127.0.0.1:9";

const start = () =>
  startTestGateway({
    folder,
    apis: [pacedApi({ requests: 6, seconds: 2 })],
    settings: { baseUrls: [stub.url, deadUrl] },
    consent: createConsent,
    clock,
  });

async function scraped(from: TestGateway = on): Promise<string> {
  // Figures of the store are kept for some seconds.
  clock.pass(6_000);
  return (await from.ask<string>("GET", "/metrics")).body;
}

/** Waits until the series has a value that passes. */
async function until(series: string, passes: (value: number) => boolean, from: TestGateway = on) {
  let value = NaN;
  for (let tries = 0; tries < 300; tries += 1) {
    value = valueIn(await scraped(from), series);
    if (passes(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${series} is ${value}`);
}

/** Runs something, and waits until the series is larger than before. */
async function grows(series: string, run: () => Promise<unknown>): Promise<void> {
  const before = valueIn(await scraped(), series);
  await run();
  await until(series, (value) => value > (before || 0));
}

const list = async (config: object = {}) =>
  call((await makeServer(on, account, config)).url, "list_incidents");
const uuid = "00000000-0000-4000-8000-0000000000aa";

/** Counters and histograms: what makes each grow. */
const moves: Record<keyof typeof metricTable, () => Promise<void>> = {
  requests: () =>
    grows('http_requests_total{route="/log",method="GET",status="200"}', () => on.ask("GET", "/log")),
  requestSeconds: () => grows('http_request_seconds_count{route="/log"}', () => on.ask("GET", "/log")),
  turnedAway: () =>
    grows('turned_away_total{reason="host"}', () =>
      fetch(on.url, { headers: { origin: "http://evil.example" } }),
    ),
  refusals: () =>
    grows('refusals_total{reason="malformed"}', () => fetch(`${on.url}/mcp/nothing`, { method: "POST" })),
  calls: () =>
    grows(`calls_total{tool="list_incidents",access="list",outcome="ok",account="${account}"}`, () => list()),
  toolSeconds: () =>
    grows(`tool_seconds_total{tool="list_incidents",access="list",outcome="ok",account="${account}"}`, () =>
      list(),
    ),
  callSeconds: () => grows('call_seconds_count{access="list",outcome="ok"}', () => list()),
  async resultTokens() {
    await grows('result_tokens_total{stage="answer"}', () => list());
    await grows('result_tokens_total{stage="result"}', () => list());
  },
  lookups: () =>
    grows('lookups_total{outcome="ok"}', async () => {
      stub.reply = ({ path }) =>
        path === "/v1/services"
          ? { status: 200, value: { data: [{ id: uuid, name: "Checkout", slug: "checkout" }] } }
          : undefined;
      await call((await makeServer(on, account)).url, "get_service", { service_id: "Checkout" });
      stub.reply = () => undefined;
    }),
  async quotaCalls() {
    const { url } = await makeServer(on, account, { rate_limit: { calls: 1, seconds: 60 } });
    await grows(`quota_calls_total{account="${account}",outcome="counted"}`, () =>
      call(url, "list_incidents"),
    );
    await grows(`quota_calls_total{account="${account}",outcome="refused"}`, () =>
      call(url, "list_incidents"),
    );
  },
  upstreamAnswers: () =>
    grows(`upstream_answers_total{account="${account}",status="429"}`, async () => {
      stub.reply = () => ({ status: 429, value: {} });
      await list({ on_429: "pass" });
      stub.reply = () => undefined;
    }),
  async upstreamFailures() {
    const dead = await makeAccount(on, deadUrl, "Dead");
    const { url } = await makeServer(on, dead);
    await grows(`upstream_failures_total{account="${dead}"}`, () => call(url, "list_incidents"));
  },
  upstreamSeconds: () => grows(`upstream_seconds_count{account="${account}"}`, () => list()),
  paceSeconds: () => grows('pace_seconds_count{kind="read"}', () => list()),
  storeSeconds: () => grows('store_query_seconds_count{outcome="ok"}', () => on.ask("GET", "/log")),
  async auditPruned() {
    await list();
    await on.ask("GET", "/log");
    await on.gateway.core.store.db.updateTable("audit").set({ at: "2001-01-01T00:00:00.000Z" }).execute();
    // Old entries are deleted at the start, and every hour.
    await on.stop();
    on = await start();
    await until("audit_entries_pruned_total", (value) => value > 1);
  },
  loopStalls: () =>
    grows("loop_stall_seconds_count", async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const end = performance.now() + 200; performance.now() < end;);
    }),
};

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
    await fetch(`${on.url}/sse/${token}`, { signal: abort.signal });
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
    await db
      .insertInto("audit_streams")
      .values({ ...sent, name: "syslog", sent: 9 })
      .execute();
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
    const other = await startTestGateway({ settings: { databaseUrl: await postgres.database() } });
    await until('store_connections{state="idle"}', (value) => value > 0, other);
    await other.stop();
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
  account_info: async () =>
    void (await until(`account_info{account="${account}",name="Acme \\"East\\""}`, (value) => value === 1)),
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

it.each(Object.entries({ ...moves, ...gauges }))("the metric %s moves", (_name, move) => move());

it("the event loop's delay is measured too", async () => {
  expect(valueIn(await scraped(), "nodejs_eventloop_lag_seconds")).toBeGreaterThan(0);
});

it("labels have a bounded number of values", () => {
  const account = boundedValues(2);
  expect(["a", "b", "c", "a"].map(account)).toEqual(["a", "b", "other", "a"]);
  const bounded = boundedCalls((id) => id);
  const made = new Set<string>();
  for (let tool = 0; tool < 20_000; tool += 1)
    made.add(JSON.stringify(bounded({ tool: `t${tool}`, access: "list", outcome: "ok", account: "acc_1" })));
  expect(made.size).toBe(5_001);
});
