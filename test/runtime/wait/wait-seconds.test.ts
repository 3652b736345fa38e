import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Status } from "../kit/fire-stub.js";
import { slidingWindow } from "../kit/sliding-window.js";
import { bench, json, resultOf } from "../kit/stub.js";
import { closeAfter, jobs, start, tools } from "./kit.js";

describe("wait_seconds", () => {
  it("ends with the finished record, as its own tool would show it", async () => {
    const { call, looks } = await jobs(["running", "running", "done"]);
    expect(resultOf(await call(start(), { wait_seconds: 20 }))).toEqual({
      id: "j1",
      state: "done",
      waited: { state: "finished", shown_by: "get_job" },
    });
    expect(looks()).toBe(3);
  });

  it("applies the call's own view and fields to the finished record", async () => {
    const { call } = await jobs(["done"]);
    expect(resultOf(await call(start(), { wait_seconds: 20, view: "full" })).noise).toBe(1);
    expect(resultOf(await call(start(), { wait_seconds: 20, fields: "{n: noise}" }))).toMatchObject({ n: 1 });
  });

  it("reports that the work failed", async () => {
    const { call } = await jobs(["running", "failed"]);
    expect(resultOf(await call(start(), { wait_seconds: 20 }))).toMatchObject({
      state: "failed",
      waited: { state: "failed" },
    });
  });

  it('ends with "accepted, not finished", and the next call to make', async () => {
    const { call, looks } = await jobs(["running"]);
    const outcome = await call(start(), { wait_seconds: 0.4 });
    expect(outcome.fault).toBeUndefined();
    expect(resultOf(outcome)).toEqual({
      id: "j1",
      state: "queued",
      waited: {
        state: "accepted, not finished",
        next: { tool: "get_job", arguments: { job_id: "j1" }, every_seconds: 0.05 },
      },
    });
    expect(looks()).toBeGreaterThan(3);
  });

  it("waits at most the time in the poll plan", async () => {
    const { call, looks } = await jobs(["running"]);
    await call(start({ atMostSeconds: 0.3 }), { wait_seconds: 60 });
    expect(looks()).toBeLessThan(7);
  });

  it("does not wait by default", async () => {
    const { call, looks } = await jobs(["done"]);
    expect(resultOf(await call(start(), {}))).toEqual({ id: "j1", state: "queued" });
    expect(looks()).toBe(0);
  });

  it.each([[-1], [61], ["5"], [true]])("refuses %j before anything is sent", async (wait_seconds) => {
    const { call, requests } = await jobs(["done"]);
    expect(resultOf(await call(start(), { wait_seconds }))).toMatchObject({
      error: { kind: "invalid_arguments", arguments: [{ argument: "wait_seconds" }] },
    });
    expect(requests).toHaveLength(0);
  });

  it("is refused for tools without a poll", async () => {
    const { call, requests } = await jobs(["done"]);
    const outcome = await call({ ...start(), poll: undefined }, { wait_seconds: 5 });
    expect(resultOf(outcome).error).toMatchObject({
      kind: "invalid_arguments",
      arguments: [{ argument: "wait_seconds" }],
    });
    expect(requests).toHaveLength(0);
  });

  it("may exceed a call's usual time limit", async () => {
    const { call } = await jobs([...Array<string>(8).fill("running"), "done"], { callMs: 250 });
    expect(resultOf(await call(start(), { wait_seconds: 20 })).waited.state).toBe("finished");
  });
});

describe("while it waits", () => {
  it("sends progress at each poll", async () => {
    const { call } = await jobs(["running", "running", "done"]);
    const told: { progress: number; message: string }[] = [];
    await call(start(), { wait_seconds: 20 }, { progress: (update) => told.push(update) });
    expect(told.map(({ message }) => message)).toEqual([
      "not finished at check 1 with get_job",
      "not finished at check 2 with get_job",
    ]);
    expect(told[1]!.progress).toBeGreaterThan(told[0]!.progress);
  });

  it("stops when the client cancels", async () => {
    const { call, looks } = await jobs(["running"]);
    const gone = new AbortController();
    const outcome = call(start(), { wait_seconds: 30 }, { signal: gone.signal });
    await sleep(250);
    gone.abort();
    expect(resultOf(await outcome).error.kind).toBe("cancelled");
    // A request that was already sent when the client cancelled may still arrive.
    const further = async () => {
      const before = looks();
      await sleep(300);
      return looks() - before;
    };
    await expect.poll(further).toBe(0);
  });

  it("stays within the account's rate limit", async () => {
    const pacing = { limit: 2, windowMs: 500 };
    const admits = slidingWindow(pacing);
    const { call, looks } = await jobs(["running"], { account: { pacing } }, admits);
    await call(start(), { wait_seconds: 0.8 });
    expect(looks()).toBeGreaterThan(1);
    expect(admits.refused()).toBe(0);
  });

  it("continues after temporary errors: missing records, failures and rate limits", async () => {
    const passing = [new Status(404), new Status(503), new Status(429, {}, { "retry-after": "1" }), "done"];
    const { call } = await jobs(passing, { on429: "pass" });
    expect(resultOf(await call(start(), { wait_seconds: 20 })).waited.state).toBe("finished");
  });

  it("ends at once with a permanent error, and reports it", async () => {
    const { call, looks } = await jobs([new Status(403, { detail: "no" })]);
    const { waited, id } = resultOf(await call(start(), { wait_seconds: 20 }));
    expect(waited).toMatchObject({
      state: "accepted, not finished",
      why: expect.stringContaining("permission"),
    });
    expect([id, looks()]).toEqual(["j1", 1]);
  });

  it("does not hang if a poll gets no answer", async () => {
    const silent = await bench(
      (request, response) => {
        if (request.method === "POST") json(response, { id: "j1" });
      },
      { tools },
    );
    closeAfter(silent);
    const { waited } = resultOf(await silent.call(start(), { wait_seconds: 0.2 }));
    expect(waited).toMatchObject({
      state: "accepted, not finished",
      why: expect.stringContaining("did not answer in time"),
    });
  });

  it("reports only the failure if the start failed", async () => {
    const failing = await bench((_, response) => json(response, { detail: "no" }, 422), { tools });
    closeAfter(failing);
    expect(resultOf(await failing.call(start(), { wait_seconds: 5 })).error).toMatchObject({
      kind: "refused",
      status: 422,
    });
    expect(failing.requests).toHaveLength(1);
  });
});

it("does not wait if the client does not have the polling tool", async () => {
  const { call, requests } = await jobs(["done"], { tools: { ...tools, served: () => undefined } });
  expect(resultOf(await call(start(), { wait_seconds: 5 })).waited).toEqual({
    state: "accepted, not finished",
    why: "get_job, which shows its state, is not served here",
  });
  expect(requests).toHaveLength(1);
});

it("does not report work as finished if an expression does not fit the answer", async () => {
  const { call } = await jobs([["no", "record"]]);
  const odd = start({ done: "contains(now.state, 'd') || length(now.state) > `0`", failed: undefined });
  expect(resultOf(await call(odd, { wait_seconds: 0.1 })).waited.state).toBe("accepted, not finished");
});
