import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { createCaller, type CallerOptions } from "../../../runtime/pipeline/call.js";
import { textOf } from "../../../runtime/answer/outcome-text.js";
import type { Arguments, CallContext } from "../../../runtime/contract/caller.js";
import type { CallOutcome } from "../../../runtime/contract/outcome.js";
import type { RequestPlan, ToolModule } from "../../../runtime/contract/tool.js";
import { keyFor } from "../../fixtures/key-auth.js";
import { createUpstream, type UpstreamOptions } from "../../../runtime/upstream/upstream.js";

export const KEY = "fhb-0123456789abcdef0123456789abcdef";

/** An API on loopback with a caller, and all received requests. */
export interface Bench {
  readonly requests: IncomingMessage[];
  readonly url: string;
  call(tool: ToolModule, args?: Arguments, context?: Partial<CallContext>): Promise<CallOutcome>;
  close(): Promise<void>;
}

type Options = Partial<CallerOptions> & {
  upstream?: never;
  account?: Partial<UpstreamOptions>;
  placement?: Parameters<typeof keyFor>[2];
};

/** Generous where nothing is tested, so that no test depends on how fast the machine is. */
export async function bench(
  answer: RequestListener,
  { account, placement, ...options }: Options = {},
): Promise<Bench> {
  const { url, requests, close } = await listen(answer);
  const upstream = createUpstream({
    title: "Acme",
    credentials: keyFor(url, KEY, placement),
    pacing: { limit: 100_000 },
    ...account,
  });
  const caller = createCaller({ baseUrl: url, ...options, upstream });
  return {
    requests,
    url,
    call: (tool, args = {}, context = {}) =>
      caller.call(tool, args, { signal: new AbortController().signal, ...context }),
    async close() {
      await caller.close();
      await close();
    },
  };
}

export interface Listening {
  readonly requests: IncomingMessage[];
  readonly url: string;
  /** Aborts running requests. */
  close(): Promise<void>;
}

/** A loopback server that records all requests. */
export async function listen(answer: RequestListener): Promise<Listening> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    requests,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(value));
}

type Input = Record<string, z.ZodType>;

export function readTool(
  input: Input = {},
  more: Partial<ToolModule> = {},
  request: Partial<RequestPlan> = {},
): ToolModule {
  return {
    name: "list_things",
    title: "List things",
    description: "Lists things.",
    access: "list",
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    request: { method: "GET", path: "/things", ...request },
    input: z.strictObject(input),
    ...more,
  };
}

export function writeTool(
  input: Input = {},
  more: Partial<ToolModule> = {},
  request: Partial<RequestPlan> = {},
): ToolModule {
  return {
    ...readTool(input),
    name: "create_thing",
    access: "create",
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
    request: { method: "POST", path: "/things", body: { type: "application/json", as: "json" }, ...request },
    ...more,
  };
}

/** The text of an outcome for a client. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into whatever came
export function resultOf(outcome: CallOutcome): any {
  return JSON.parse(textOf(outcome));
}
