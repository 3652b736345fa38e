import { expect, test } from "vitest";
import { z } from "zod";
import { createPacer, type TurnRequest } from "../../../runtime/upstream/pacing.js";
import { readRateLimit, readRetryAfter } from "../../../runtime/upstream/ratelimit.js";
import { createSlots } from "../../../runtime/upstream/slots.js";
import { Fault } from "../../../runtime/contract/fault.js";
import { slidingWindow } from "../kit/sliding-window.js";
import { bench, json, readTool, resultOf } from "../kit/stub.js";

const NOW = Date.parse("2026-03-01T12:00:00Z");

const SPELLINGS: Record<string, { given: Record<string, string>; want: object }> = {
  "RateLimit-*": {
    given: { "ratelimit-limit": "50", "ratelimit-remaining": "3", "ratelimit-reset": "8" },
    want: { limit: 50, remaining: 3, reset: 8 },
  },
  "X-RateLimit-* with an epoch": {
    given: {
      "x-ratelimit-limit": "50",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(NOW / 1000 + 8),
    },
    want: { limit: 50, remaining: 0, reset: 8 },
  },
  "X-Rate-Limit-* with an epoch in milliseconds": {
    given: {
      "x-rate-limit-limit": "50",
      "x-rate-limit-remaining": "1",
      "x-rate-limit-reset": String(NOW + 7_400),
    },
    want: { limit: 50, remaining: 1, reset: 8 },
  },
  "a reset as an HTTP date": {
    given: { "ratelimit-limit": "50", "ratelimit-reset": "Sun, 01 Mar 2026 12:00:08 GMT" },
    want: { limit: 50, reset: 8 },
  },
  "a date is measured by upstream's own clock": {
    given: { date: "Sun, 01 Mar 2026 14:00:00 GMT", "ratelimit-reset": "Sun, 01 Mar 2026 14:00:08 GMT" },
    want: { reset: 8 },
  },
  "a moment that has passed": { given: { "x-ratelimit-reset": String(NOW / 1000 - 60) }, want: { reset: 0 } },
  "a limit with its policy": {
    given: { "ratelimit-limit": "50, 50;w=10", "ratelimit-remaining": "4", "ratelimit-reset": "2" },
    want: { limit: 50, remaining: 4, reset: 2 },
  },
  "an API's own name before it": {
    given: { "acme-ratelimit-requests-limit": "50", "acme-ratelimit-requests-remaining": "3" },
    want: { limit: 50, remaining: 3 },
  },
  "what is counted behind it, and a reset as a span": {
    given: {
      "x-ratelimit-limit-requests": "50",
      "x-ratelimit-remaining-requests": "49",
      "x-ratelimit-reset-requests": "6m0s",
    },
    want: { limit: 50, remaining: 49, reset: 360 },
  },
  "a reset in milliseconds": { given: { "x-ratelimit-reset-requests": "20ms" }, want: { reset: 1 } },
  "one structured field": {
    given: { ratelimit: "limit=50, remaining=3, reset=8" },
    want: { limit: 50, remaining: 3, reset: 8 },
  },
  "structured fields with a policy": {
    given: { ratelimit: '"default";r=3;t=8', "ratelimit-policy": '"default";q=50;w=10' },
    want: { limit: 50, remaining: 3, reset: 8 },
  },
};

for (const [name, { given, want }] of Object.entries(SPELLINGS)) {
  test(`rate limit: ${name}`, () => expect(readRateLimit(given, NOW)).toEqual(want));
}

test("rate limit: unknown without headers", () =>
  expect(readRateLimit({ "content-type": "x" }, NOW)).toBeUndefined());

test("Retry-After in each spelling", () => {
  const want = (headers: Record<string, string>, seconds: number | undefined) =>
    expect(readRetryAfter(headers, NOW)).toBe(seconds);
  want({ "retry-after": "8" }, 8);
  want({ "x-retry-after": "8" }, 8);
  want({ "retry-after": "7.2" }, 8);
  want({ "retry-after-ms": "7200" }, 8);
  want({ "retry-after": "Sun, 01 Mar 2026 12:00:08 GMT" }, 8);
  want({ "x-ratelimit-reset": String(NOW / 1000 + 8) }, 8);
  want({ "retry-after": "soon" }, undefined);
  want({}, undefined);
});

function asking(caller: string, write = false, signal = new AbortController().signal): TurnRequest {
  return { caller, write, signal };
}

test("turns: writes go first, callers take turns, each caller's calls stay in order", async () => {
  const pacer = createPacer("Acme", { limit: 1, windowMs: 5 });
  const first = await pacer.turn(asking("a"));
  const order: string[] = [];
  const ask = (name: string, caller: string, write?: boolean) =>
    pacer.turn(asking(caller, write)).then((slot) => (order.push(name), slot.used()));
  const all = [
    ask("a1", "a"),
    ask("a2", "a"),
    ask("a3", "a"),
    ask("b1", "b"),
    ask("c1", "c"),
    ask("b2", "b"),
    ask("w", "a", true),
  ];
  first.used();
  await Promise.all(all);
  expect(order).toEqual(["w", "a1", "b1", "c1", "a2", "b2", "a3"]);
});

test("turns: a full queue and a long wait are reported, reads do not block writes, an abort leaves the queue", async () => {
  const pacer = createPacer("Acme", { limit: 1, windowMs: 3_000, mostWaiting: 1, longestWaitMs: 100 });
  (await pacer.turn(asking("a"))).used();
  const controller = new AbortController();
  const aborted = pacer.turn(asking("a", false, controller.signal));
  await expect(pacer.turn(asking("b"))).rejects.toMatchObject({ kind: "busy", retryAfterSeconds: 3 });
  controller.abort(new Fault({ kind: "cancelled", message: "gone" }));
  await expect(aborted).rejects.toMatchObject({ kind: "cancelled" });
  const waits = [pacer.turn(asking("a")), pacer.turn(asking("a", true))];
  for (const outcome of await Promise.allSettled(waits)) {
    expect(outcome).toMatchObject({
      status: "rejected",
      reason: { kind: "busy", message: expect.stringContaining("no turn") },
    });
  }
});

test("turns: reads that upstream delayed let writes pass", async () => {
  const pacer = createPacer("Acme", { limit: 9, windowMs: 5 });
  pacer.holdReads(60);
  const order: string[] = [];
  await Promise.all([
    pacer.turn(asking("a")).then(() => order.push("read")),
    pacer.turn(asking("a", true)).then(() => order.push("write")),
  ]);
  expect(order).toEqual(["write", "read"]);
});

test("slots: a returned slot is free at once, a used one is not, and the allowance shows it", async () => {
  const slots = createSlots(2, 60_000);
  const [one, other] = [await slots.take(), await slots.take()];
  expect(await slots.take()).toMatchObject({ waitMs: expect.any(Number) });
  if ("slot" in one) one.slot.giveBack();
  if ("slot" in other) other.slot.used();
  expect(slots.room()).toMatchObject({ limit: 2, remaining: 1 });
  expect(await slots.take()).toHaveProperty("slot");
  expect(await slots.take()).toHaveProperty("waitMs");
});

test("200 simultaneous callers of one account: no 429, no lost or swapped answers, each gets its turn", async () => {
  const pacing = { limit: 50, windowMs: 300 };
  const admits = slidingWindow(pacing);
  const one = await bench(
    (request, response) => {
      if (!admits()) return json(response, {}, 429);
      json(response, { of: new URL(request.url!, "http://x").searchParams.get("thing") });
    },
    { on429: "pass", account: { pacing } },
  );
  const tool = readTool({ thing: z.string() }, {}, { query: { thing: {} } });
  const names = Array.from({ length: 200 }, (_, index) => `t${index}`);
  const outcomes = await Promise.all(names.map((thing) => one.call(tool, { thing }, { client: thing })));
  expect(admits.refused()).toBe(0);
  expect(outcomes.map((outcome) => resultOf(outcome).of)).toEqual(names);
  const arrivals = one.requests.map((request) => request.url!);
  expect(new Set(arrivals).size).toBe(200);
  await one.close();
});

test("a hundred calls of one caller do not delay another caller", async () => {
  const one = await bench((_, response) => json(response, {}), {
    account: { pacing: { limit: 10, windowMs: 50 } },
  });
  const tool = readTool({ thing: z.string() }, {}, { query: { thing: {} } });
  const many = Array.from({ length: 100 }, (_, index) =>
    one.call(tool, { thing: `m${index}` }, { client: "many" }),
  );
  await one.call(tool, { thing: "single" }, { client: "few" });
  expect(one.requests.findIndex((request) => request.url!.includes("single"))).toBeLessThan(30);
  await Promise.all(many);
  await one.close();
});

test("every result has the allowance: upstream's if it sends one, else our own count", async () => {
  let headers: Record<string, string> = {};
  const one = await bench((_, response) => json(response, {}, 200, headers), {
    account: { pacing: { limit: 50 } },
  });
  expect((await one.call(readTool())).meta).toEqual({ ratelimit: { limit: 50, remaining: 49, reset: 10 } });
  headers = { "x-ratelimit-limit": "300", "x-ratelimit-remaining": "120", "x-ratelimit-reset": "33" };
  expect((await one.call(readTool())).meta).toEqual({
    ratelimit: { limit: 300, remaining: 120, reset: 33 },
  });
  await one.close();
});
