import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Caller } from "../../runtime/contract/caller.js";
import type { CallOutcome } from "../../runtime/contract/outcome.js";
import { createMcpService } from "../../runtime/mcp/service.js";
import { resultOf } from "../../runtime/mcp/result.js";
import { memoryTasks } from "../../runtime/mcp/task-store.js";
import { createTasks } from "../../runtime/mcp/tasks.js";
import { createRegistry } from "../../runtime/registry/registry.js";
import { serveHttp, type HttpServing } from "../../runtime/transport/http.js";
import { smallApi } from "../fixtures/small-api.js";

const outcome = (waited: string): CallOutcome => ({ value: { waited } });

let serving: HttpServing | undefined;
afterEach(() => serving?.drain(0));

/** A server whose calls last as long as `wait_seconds`, and end when they are aborted. */
async function serve() {
  const ended: string[] = [];
  const caller: Caller = {
    async call(_, args, { signal }) {
      const lasts = Number(args["wait_seconds"] ?? 0) * 1000;
      await sleep(lasts, undefined, { signal: signal as AbortSignal }).catch(() => ended.push("aborted"));
      return outcome(String(args["wait_seconds"]));
    },
    close: async () => {},
  };
  const api = smallApi();
  const registry = createRegistry(api.catalogue, { surface: "full" });
  const service = createMcpService({ api, registry, caller, version: "0", report: () => {} });
  serving = await serveHttp(service, { host: "127.0.0.1", port: 0, report: () => {} });
  return { url: serving.url, ended };
}

const tasksToo = { extensions: { "io.modelcontextprotocol/tasks": {} } };

async function send(
  url: string,
  method: string,
  params: Record<string, unknown>,
  capabilities: object = tasksToo,
) {
  const name = params["name"] ?? params["taskId"];
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": method,
      ...(name === undefined ? {} : { "mcp-name": String(name) }),
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method,
      params: {
        ...params,
        _meta: {
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
          "io.modelcontextprotocol/clientCapabilities": capabilities,
        },
      },
    }),
  });
  const text = await response.text();
  const body = /^\s*[[{]/.test(text) ? text : /^data: (.*)$/m.exec(text)![1]!;
  return JSON.parse(body) as { result?: Record<string, unknown>; error?: { code: number; data?: unknown } };
}

const wait = (seconds: number) => ({ name: "create_page", arguments: { team: "x", wait_seconds: seconds } });

describe("a call with wait_seconds", () => {
  it("becomes a task if the client supports tasks, and the task ends with the call's result", async () => {
    const { url } = await serve();
    const { result: task } = await send(url, "tools/call", wait(3.5));
    expect(task).toMatchObject({ resultType: "task", status: "working", taskId: expect.any(String) });
    const { taskId } = task as { taskId: string };
    expect((await send(url, "tasks/get", { taskId })).result).toMatchObject({
      resultType: "complete",
      taskId,
      status: "working",
    });
    expect((await send(url, "tasks/update", { taskId, inputResponses: {} })).result).toMatchObject({
      resultType: "complete",
    });
    await expect
      .poll(async () => (await send(url, "tasks/get", { taskId })).result)
      .toMatchObject({
        status: "completed",
        result: { content: [{ type: "text", text: `{"waited":"3.5"}` }] },
      });
  });

  it("answers normally if it ends soon, or if the client does not support tasks", async () => {
    const { url } = await serve();
    expect((await send(url, "tools/call", wait(0.1))).result).toMatchObject({ resultType: "complete" });
    expect((await send(url, "tools/call", wait(2), {})).result).toMatchObject({
      resultType: "complete",
      content: [{ text: `{"waited":"2"}` }],
    });
  });

  it("ends when its task is cancelled", async () => {
    const { url, ended } = await serve();
    const { taskId } = (await send(url, "tools/call", wait(30))).result as { taskId: string };
    expect((await send(url, "tasks/cancel", { taskId })).result).toMatchObject({ resultType: "complete" });
    expect((await send(url, "tasks/get", { taskId })).result).toMatchObject({ status: "cancelled" });
    expect(ended).toEqual(["aborted"]);
  });
});

describe("tasks/get", () => {
  it("refuses unknown tasks", async () => {
    const { url } = await serve();
    expect((await send(url, "tasks/get", { taskId: "nothing" })).error?.code).toBe(-32602);
  });

  it("needs a client that declares tasks", async () => {
    const { url } = await serve();
    expect((await send(url, "tasks/get", { taskId: "nothing" }, {})).error).toMatchObject({
      code: -32021,
      data: { requiredCapabilities: { extensions: { "io.modelcontextprotocol/tasks": {} } } },
    });
  });

  it("is declared by the server", async () => {
    const { url } = await serve();
    const { result } = await send(url, "server/discover", {});
    expect(result).toMatchObject({ capabilities: { extensions: { "io.modelcontextprotocol/tasks": {} } } });
  });
});

it("a call stops if its client disconnects before there is a task", async () => {
  const tasks = createTasks(resultOf, memoryTasks());
  const gone = new AbortController();
  const aborted = new Promise((resolve) => {
    void tasks.run((signal) => {
      signal.addEventListener("abort", () => resolve(undefined));
      return new Promise(() => {});
    }, gone.signal);
  });
  gone.abort();
  await aborted;
});

it("a protocol error makes a task fail", async () => {
  const tasks = createTasks(resultOf, memoryTasks());
  const late = async () => {
    await sleep(1_700);
    throw new Error("a defect, with words that no client may read");
  };
  const task = await tasks.run(late, new AbortController().signal);
  const { taskId } = task as { taskId: string };
  await expect
    .poll(() => tasks.get(taskId))
    .toMatchObject({
      status: "failed",
      error: { code: -32603, message: "Internal error" },
    });
});
