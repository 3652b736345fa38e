import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import { api } from "../../../generated/firehydrant/index.js";
import { createApiCaller, type ApiCallerOptions } from "../../../runtime/pipeline/api-caller.js";
import type { Arguments, CallContext } from "../../../runtime/contract/caller.js";
import type { CallOutcome } from "../../../runtime/contract/outcome.js";
import { createMcpService, type McpService } from "../../../runtime/mcp/service.js";
import { createRegistry, type View } from "../../../runtime/registry/registry.js";
import { createUpstream, type UpstreamOptions } from "../../../runtime/upstream/upstream.js";

/** A received request. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** An answer or its promise: a value, or a status with a value. */
export type Reply = (request: Arrived, incoming: IncomingMessage) => unknown;

export class Status {
  constructor(
    readonly status: number,
    readonly value: unknown = {},
    readonly headers: Record<string, string> = {},
  ) {}
}

/** A fake FireHydrant account on loopback, and a caller of all its tools. */
export interface FireStub {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** Requests other than GET. */
  readonly writes: () => readonly Arrived[];
  call(tool: string, args?: Arguments, context?: Partial<CallContext>): Promise<CallOutcome>;
  /** The tools as MCP clients are served them. */
  service(): McpService;
  close(): Promise<void>;
}

type Options = Partial<ApiCallerOptions> & { account?: Partial<UpstreamOptions>; view?: View };

/** @param routes by `METHOD /path`; everything else is a 404 */
export async function fireStub(
  routes: Record<string, Reply>,
  { account, view, ...options }: Options = {},
): Promise<FireStub> {
  const arrived: Arrived[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      const url = new URL(incoming.url!, "http://stub");
      const sent = await readText(incoming);
      const request: Arrived = {
        method: incoming.method!,
        path: url.pathname,
        query: url.searchParams,
        body: sent === "" ? undefined : JSON.parse(sent),
      };
      arrived.push(request);
      const reply = routes[`${request.method} ${request.path}`];
      const answer = reply ? await reply(request, incoming) : new Status(404, { detail: "not found" });
      const { status, value, headers } = answer instanceof Status ? answer : new Status(200, answer);
      response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(value));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const upstream = createUpstream({ title: "FireHydrant", pacing: { limit: 100_000 }, ...account });
  const registry = createRegistry(api.catalogue, view);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const caller = createApiCaller(api, registry, { baseUrl, ...options, upstream });
  return {
    url: baseUrl,
    arrived,
    writes: () => arrived.filter(({ method }) => method !== "GET"),
    call: async (tool, args = {}, context = {}) =>
      caller.call(await api.load(tool), args, { signal: new AbortController().signal, ...context }),
    service: () => createMcpService({ api, registry, caller, version: "0", report: () => undefined }),
    async close() {
      await caller.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page of a list in FireHydrant's own envelope. */
export function page(items: readonly unknown[], { query }: Arrived): unknown {
  const size = Number(query.get("per_page") ?? 20);
  const number = Number(query.get("page") ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  return {
    data: items.slice((number - 1) * size, number * size),
    pagination: {
      count: items.length,
      page: number,
      items: size,
      pages: last,
      last,
      next: number < last ? number + 1 : null,
    },
  };
}

/** A UUID made from a number. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
