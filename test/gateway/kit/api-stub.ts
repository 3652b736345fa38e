import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** One request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly key: string;
  readonly body: unknown;
  /** On performance.now()'s clock. */
  readonly at: number;
}

export interface ApiStub {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Answers in the usual one's stead, where it gives something. */
  reply: (request: Arrived) => { status: number; value: unknown } | undefined;
  /** Milliseconds before each answer. */
  delayMs: number;
  /** Answers wait for it. */
  held?: Promise<void>;
  close(): Promise<void>;
}

/** Keys beginning with this are refused. */
export const badKey = "fhb-bad";

/**
 * A stand-in for FireHydrant: takes any key but a bad one, and answers each request with the key that it came with and
 * what it asked for, so that crossed answers show.
 */
export async function startApiStub(): Promise<ApiStub> {
  const arrived: Arrived[] = [];
  const server = createServer((incoming, response) => {
    void respond(incoming).then(({ status, value }) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value)),
    );
  });

  async function respond(incoming: IncomingMessage) {
    const url = new URL(incoming.url!, "http://stub");
    const key = incoming.headers.authorization?.replace("Bearer ", "") ?? "";
    const sent = await text(incoming);
    const request: Arrived = {
      method: incoming.method!,
      path: url.pathname,
      query: url.searchParams,
      key,
      body: sent === "" ? undefined : JSON.parse(sent),
      at: performance.now(),
    };
    arrived.push(request);
    if (stub.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, stub.delayMs));
    const own = stub.reply(request);
    await stub.held;
    if (own) return own;
    if (key.startsWith(badKey)) return { status: 401, value: { detail: "unauthorised" } };
    return { status: request.method === "POST" ? 201 : 200, value: echo(request) };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stub: ApiStub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    reply: () => undefined,
    delayMs: 0,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}

/** The key's owner is all after `fhb-`; the key itself would be hidden from the answer. */
function echo({ method, path, query, key, body }: Arrived): unknown {
  const name = `${query.get("query") ?? path} as ${key.slice(4)}`;
  const one = {
    id: "00000000-0000-4000-8000-000000000001",
    name,
    summary: method,
    description: body ? JSON.stringify(body) : "none",
  };
  if (method !== "GET" || /[0-9a-f-]{36}$/.test(path)) return one;
  return { data: [one], pagination: { count: 1, page: 1, items: 1, pages: 1, last: 1, next: null } };
}
