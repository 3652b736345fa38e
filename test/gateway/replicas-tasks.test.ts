import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeServer, type TestGateway } from "./kit/gateway.js";
import { useReplicas } from "./kit/replicas.js";

/* A waiting call becomes a task. Every replica can answer for it, and it continues after a change of its server URL. */
const on = useReplicas();
const extension = "io.modelcontextprotocol/tasks";
const meta = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": { extensions: { [extension]: {} } },
};

let token: string;
let id: string;
beforeEach(async () => void ({ token, id } = await makeServer(on.one, on.account, { surface: "full" })));

afterEach(() => void (on.stub.reply = () => undefined));

interface Sent {
  readonly result?: { readonly taskId?: string; readonly status?: string };
  readonly error?: { readonly code: number };
}

async function send(
  replica: TestGateway,
  method: string,
  params: { readonly name?: string; readonly taskId?: string; readonly arguments?: object },
): Promise<Sent> {
  const response = await fetch(`${replica.url}/mcp/${token}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": method,
      "mcp-name": String(params.name ?? params.taskId),
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { ...params, _meta: meta } }),
  });
  const text = await response.text();
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as Sent;
}

/** Starts work that is not done until the API says so, and returns its task. */
async function started(replica: TestGateway): Promise<string> {
  const params = {
    name: "generate_audience_summary",
    arguments: {
      audience_id: "00000000-0000-4000-8000-000000000001",
      incident_id: "00000000-0000-4000-8000-000000000002",
      wait_seconds: 60,
    },
  };
  const { result } = await send(replica, "tools/call", params);
  expect(result, JSON.stringify(result)).toMatchObject({ status: "working" });
  return result!.taskId!;
}

/** From now on the API answers that the work is done. */
function finish(): void {
  const value = { id: "00000000-0000-4000-8000-00000000000f", content: "All is well again." };
  on.stub.reply = ({ method }) => (method === "GET" ? { status: 200, value } : undefined);
}

const cancel = (taskId: string) => send(on.one, "tasks/cancel", { taskId });

const statusAt = async (replica: TestGateway, taskId: string) =>
  (await send(replica, "tasks/get", { taskId })).result?.status;

describe("a task", () => {
  it("of one replica is visible at the other, until it is completed", async () => {
    const taskId = await started(on.one);
    expect(await statusAt(on.two, taskId)).toBe("working");
    finish();
    await expect.poll(() => statusAt(on.two, taskId)).toBe("completed");
    expect(await statusAt(on.one, taskId)).toBe("completed");
  });

  it("continues after a change of its server URL", async () => {
    const taskId = await started(on.one);
    await on.one.ask("PATCH", `/integrated-account/${on.account}/mcp/${id}`, { name: "renamed" });
    expect(await statusAt(on.one, taskId)).toBe("working");
    await cancel(taskId);
  });

  it("stops when it is cancelled at the other replica", async () => {
    const taskId = await started(on.one);
    await send(on.two, "tasks/cancel", { taskId });
    expect(await statusAt(on.one, taskId)).toBe("cancelled");
    // The running call notices and stops polling.
    const polls = () => on.stub.arrived.length;
    await expect
      .poll(async () => {
        const before = polls();
        await new Promise((resolve) => setTimeout(resolve, 6_000));
        return polls() - before;
      })
      .toBe(0);
  });

  it("ends with its process, which does not wait for the work, and the other replica says why", async () => {
    const third = await on.start();
    // The work does not end by itself, so the stop ends it, and waits until the store has its result.
    const taskId = await started(third).finally(() => third.stop());
    const { result } = await send(on.two, "tasks/get", { taskId });
    expect(result?.status).toBe("completed");
    expect(JSON.stringify(result)).toContain("The server stopped while this call ran");
  });

  it("is only visible at its own server URL", async () => {
    const taskId = await started(on.one);
    const own = token;
    ({ token } = await makeServer(on.one, on.account, { surface: "full" }));
    expect((await send(on.one, "tasks/get", { taskId })).error?.code).toBe(-32602);
    token = own;
    await cancel(taskId);
  });
});
