import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A received request. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly key: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
  /** On performance.now()'s clock. */
  readonly at: number;
}

export interface ApiStub {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Answers instead of the default, if it returns something. */
  reply: (request: Arrived) => { status: number; value: unknown } | undefined;
  /** Milliseconds to wait before each answer. */
  delayMs: number;
  /** Answers wait for this. */
  held?: Promise<void>;
  close(): Promise<void>;
}

/** Keys with this prefix are refused. */
export const badKey = "fhb-bad";

/**
 * A fake FireHydrant: accepts any key but a bad one, and answers each request with its key's owner and its content, so
 * that mixed-up answers are visible.
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
      headers: incoming.headers,
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

/** The key's owner is the part after `fhb-`. The whole key would be redacted in the answer. */
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
