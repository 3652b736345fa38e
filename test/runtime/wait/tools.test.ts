import { describe, expect, it } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import type { Arguments } from "../../../runtime/contract/caller.js";
import { holds } from "../../../runtime/wait/expression.js";
import { fireStub, Status, uuid } from "../kit/fire-stub.js";
import { resultOf } from "../kit/stub.js";
import { closeAfter, jobs, start } from "./kit.js";

describe("the state before", () => {
  const changed = start({
    arguments: { job_id: "arguments.job_id" },
    done: "now.run != before.run",
    failed: undefined,
  });
  const args: Arguments = { job_id: "j1", wait_seconds: 5 };

  it("is read before the start, and compared", async () => {
    const { call, requests } = await jobs([{ run: 1 }, { run: 1 }, { run: 2 }]);
    expect(resultOf(await call(changed, args))).toMatchObject({ run: 2, waited: { state: "finished" } });
    expect(requests.map(({ method }) => method)).toEqual(["GET", "POST", "GET", "GET"]);
  });

  it("is null if there was no record", async () => {
    const { call } = await jobs([new Status(404), { run: 1 }]);
    expect(resultOf(await call(changed, args)).waited.state).toBe("finished");
  });

  it("is not guessed: if it cannot be read, the call starts without waiting", async () => {
    const { call, requests } = await jobs([new Status(500), { run: 1 }]);
    expect(resultOf(await call(changed, args)).waited).toMatchObject({
      state: "accepted, not finished",
      why: expect.stringContaining("the state before could not be read"),
      next: { tool: "get_job", arguments: { job_id: "j1" } },
    });
    expect(requests.map(({ method }) => method)).toEqual(["GET", "POST"]);
  });
});

describe("tools that can wait", async () => {
  const waiting = (await Promise.all(api.catalogue.tools.map(({ name }) => api.load(name)))).filter(
    ({ poll }) => poll,
  );

  it("exist, and do not treat an empty answer as finished", () => {
    expect(waiting.length).toBeGreaterThan(7);
    for (const { name, poll } of waiting) {
      for (const now of [null, {}, [], { data: [] }]) {
        expect(holds(poll!.done, { before: null, now }), `${name}, done by ${JSON.stringify(now)}`).toBe(
          false,
        );
      }
    }
  });

  it("resolve names in their arguments while waiting", async () => {
    const runbook = { id: uuid(1), name: "Fail over" };
    const execution = (state: string) => ({ id: uuid(9), steps: [{ id: uuid(10), execution: { state } }] });
    const stub = await fireStub({
      "GET /v1/runbooks": () => ({ data: [runbook] }),
      "GET /v1/incidents": () => ({ data: [{ id: uuid(2), number: 402, name: "Down" }] }),
      "POST /v1/runbooks/executions": () => execution("pending"),
      [`GET /v1/runbooks/executions/${uuid(9)}`]: () => execution("completed"),
    });
    closeAfter(stub);
    const result = resultOf(
      await stub.call("create_runbook_execution", {
        runbook_id: "fail over",
        execute_for: "#402",
        wait_seconds: 30,
      }),
    );
    expect(stub.writes()[0]!.body).toEqual({ runbook_id: uuid(1), execute_for: `incident/${uuid(2)}` });
    expect(result).toMatchObject({
      steps: [{ execution: { state: "completed" } }],
      waited: { state: "finished", shown_by: "get_runbook_execution" },
      resolved: { runbook_id: { id: uuid(1) }, execute_for: { id: uuid(2) } },
    });
  });
});
