import { expect, it } from "vitest";
import { boundedCalls, boundedValues } from "../../gateway/ops/bounded.js";
import { gaugeTable } from "../../gateway/ops/gauge-table.js";
import { metricTable } from "../../gateway/ops/metric-table.js";
import { call, makeAccount, makeServer } from "./kit/gateway.js";
import { valueIn } from "./kit/series.js";
import { stub, on, account, deadUrl, restart, scraped, until, grows, list } from "./kit/measured.js";

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
  // test/identity/break-glass.test.ts makes it grow, because it needs a provider.
  adminTokenUses: async () => {
    expect(await scraped()).toMatch(/^# TYPE standpipe_admin_token_uses_total counter$/m);
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
    await restart();
    await until("audit_entries_pruned_total", (value) => value > 1);
  },
  loopStalls: () =>
    grows("loop_stall_seconds_count", async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      for (const end = performance.now() + 200; performance.now() < end;);
    }),
};

it("every metric has a test here", () => {
  expect(Object.keys(moves).sort()).toEqual(Object.keys(metricTable).sort());
});

it("the tables of metrics and of gauges define every series, but those of Node and the process", async () => {
  const families = [...(await scraped()).matchAll(/^# TYPE standpipe_(\S+) /gm)].map(([, name]) => name!);
  const defined = [
    ...Object.values(metricTable).map(({ name }) => name.replace("standpipe_", "")),
    ...Object.keys(gaugeTable),
  ];
  expect(families.filter((name) => !/^(process|nodejs)_/.test(name)).sort()).toEqual(defined.sort());
});

it.each(Object.entries(moves))("the metric %s moves", (_name, move) => move());

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
