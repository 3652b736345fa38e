import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createActivity } from "../../gateway/ops/activity.js";
import { createLogger } from "../../gateway/ops/logger.js";
import { watchLoop } from "../../gateway/ops/loop-watch.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { call, makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";

interface Said {
  readonly stalls: number;
  readonly worst_ms: number;
  readonly under_way: readonly string[];
}

function holdUp(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 30));

async function until(holds: () => boolean | Promise<boolean>, step = turn): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await holds()) return;
    await step();
  }
  throw new Error("It did not come to hold in time.");
}

const stallsIn = (log: string): Said[] =>
  log
    .split("\n")
    .filter((line) => line.includes('"under_way"'))
    .map((line) => JSON.parse(line) as Said);

/** A watch that has seen no stall yet. A busy machine can stall in the first moments, and then it is watched again. */
async function watchFromQuiet() {
  for (;;) {
    let log = "";
    const to = new Writable({ write: (chunk, _encoding, done) => ((log += String(chunk)), done()) });
    const activity = createActivity();
    const stalls: number[] = [];
    const end = watchLoop(createLogger("warn", { to }), activity, (seconds) => stalls.push(seconds));
    await turn();
    await activity.during("ended_before", async () => {});
    await turn();
    if (stalls.length === 0) return { log: () => log, stalls, activity, end };
    end();
  }
}

describe("the watch over the event loop", () => {
  it("counts every stall, and says the first with what was under way", async () => {
    const { log, stalls, activity, end } = await watchFromQuiet();
    for (const name of ["list_incidents", "list_teams"]) {
      const before = stalls.length;
      await activity.during(name, async () => holdUp(200));
      await until(() => stalls.length > before);
    }
    end();
    expect(Math.min(...stalls)).toBeGreaterThan(0.05);
    const said = stallsIn(log());
    expect(said).toHaveLength(1);
    expect(said[0]!.under_way).toContain("list_incidents");
    expect(said[0]!.under_way).not.toContain("ended_before");
    expect(said[0]!.worst_ms).toBeGreaterThan(50);
  });
});

describe("a gateway", () => {
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

  it("names the tools and routes of a stall, and has the loop's delay as metrics", async () => {
    const { url } = await makeServer(on, await makeAccount(on, stub.url));
    let release = () => {};
    stub.held = new Promise((resolve) => (release = resolve));
    const calls = [call(url, "list_incidents"), call(url, "search_tools", { query: "teams" })];
    await until(() => stub.arrived.length > 0);
    // The start may have been a stall too, which takes the line of the first ten seconds.
    const isSaid = () =>
      stallsIn(on.logged()).some(({ under_way: names }) =>
        ["list_incidents", "/mcp/:token"].every((name) => names.includes(name)),
      );
    await until(isSaid, async () => {
      holdUp(100);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    release();
    await Promise.all(calls);
    const { body } = await on.ask<string>("GET", "/metrics");
    expect(String(body)).toMatch(/^standpipe_loop_stall_seconds_count [1-9]/m);
    expect(String(body)).toMatch(/^standpipe_nodejs_eventloop_lag_p99_seconds \d/m);
  });
});
