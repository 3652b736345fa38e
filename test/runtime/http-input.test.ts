import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMcpService } from "../../runtime/mcp/service.js";
import { createRegistry } from "../../runtime/registry/registry.js";
import { readBody } from "../../runtime/transport/body.js";
import { serveHttp, type HttpServing } from "../../runtime/transport/http.js";
import { fakeCaller } from "../fixtures/fake-caller.js";
import { smallApi } from "../fixtures/small-api.js";
import { call, get, greeting, introductions, refused, taken } from "./kit/odd-messages.js";

/* What clients in other languages send over HTTP: headers, compressed bodies, batches, and texts that are not messages. */

const page = "https://app.example.com";
let serving: HttpServing;
const caller = fakeCaller();
beforeAll(async () => {
  const api = smallApi();
  const registry = createRegistry(api.catalogue);
  const service = createMcpService({ api, registry, caller, version: "0", report: () => {} });
  serving = await serveHttp(service, {
    host: "127.0.0.1",
    port: 0,
    allowedOrigins: [page],
    report: () => {},
  });
});
afterAll(() => serving.drain(100));

interface RpcMessage {
  readonly id: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Reply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

const both = "application/json, text/event-stream";

/** Sends headers as they are given: fetch would add some. */
function send(
  body: string | object | Buffer,
  headers: Record<string, string> = {},
  { method = "POST", path = "/mcp" } = {},
): Promise<Reply> {
  const content = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const given = { "content-type": "application/json", accept: both, ...headers };
  const sentHeaders = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, serving.url), { method, headers: sentHeaders }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += String(chunk)));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    sent.on("error", reject);
    sent.end(content);
  });
}

/** The messages of an answer, whether it is JSON or a stream. */
function messagesIn({ text }: Reply): RpcMessage[] {
  const parts = text.startsWith("event:")
    ? [...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => data!)
    : [text];
  return parts.flatMap((part) => JSON.parse(part) as RpcMessage | RpcMessage[]);
}

describe("a body is refused in one sentence", () => {
  it.each(Object.entries(refused))("%s", async (_, { given, id, code, says }) => {
    const reply = await send(given, { "mcp-protocol-version": "2025-11-25" });
    const [answer] = messagesIn(reply);
    expect(reply.status).toBe(code === -32602 ? 200 : 400);
    expect(answer).toMatchObject({ id, error: { code } });
    expect(answer!.error!.message).toContain(says);
    expect(answer!.error!.message).not.toMatch(/\n|"path"/);
  });

  it.each<[string, string, object]>([
    ["an argument of a prompt", "prompts/get", { name: "situation_report", arguments: { team: 5 } }],
    ["no name of a resource", "resources/read", {}],
    ["a capability", "initialize", { protocolVersion: "2025-06-18", capabilities: { roots: 5 } }],
  ])("%s, which the SDK checks", async (_, method, params) => {
    const [answer] = messagesIn(await send({ jsonrpc: "2.0", id: 1, method, params }));
    expect(answer).toMatchObject({ id: 1, error: { code: -32602 } });
    expect(answer!.error!.message).not.toMatch(/\n|"path"/);
  });
});

describe("null is taken as absent", () => {
  it.each(Object.entries(taken))("for %s", async (_, given) => {
    expect(messagesIn(await send(given))).toMatchObject([{ id: 1, result: {} }]);
  });

  it.each(introductions)("when a client introduces itself with %j", async (more) => {
    const answers = messagesIn(await send(greeting("2025-06-18", more)));
    expect(answers).toMatchObject([{ id: 0, result: { protocolVersion: "2025-06-18" } }]);
  });
});

it("a byte order mark is left out", async () => {
  const reply = await send(`\uFEFF${JSON.stringify(call(1, get))}`);
  expect(messagesIn(reply)).toMatchObject([{ id: 1, result: {} }]);
});

describe("a batch", () => {
  const batch = [call(1, get), { jsonrpc: "2.0", method: "notifications/initialized" }, 5, call(2, get)];

  it.each(["", "2025-03-26"])("is answered in revision %j, with what is refused in it", async (version) => {
    const headers: Record<string, string> = version === "" ? {} : { "mcp-protocol-version": version };
    for (const accept of [both, "application/json"]) {
      const reply = await send(batch, { ...headers, accept });
      expect(reply.status).toBe(200);
      expect(new Set(messagesIn(reply).map(({ id }) => id))).toEqual(new Set([1, 2, null]));
    }
  });

  it("with one id twice gets an answer for each", async () => {
    const answers = messagesIn(await send([call(1, get), call(1, get)]));
    expect(answers).toHaveLength(2);
    expect(answers.find(({ error }) => error)!.error!.message).toContain("twice");
    expect(answers.find(({ result }) => result)).toBeDefined();
  });

  it("of notifications alone has no answer", async () => {
    expect((await send([{ jsonrpc: "2.0", method: "notifications/initialized" }])).status).toBe(202);
  });

  it("that is empty or too long is refused", async () => {
    for (const one of [[], Array.from({ length: 21 }, (_, id) => call(id, get))])
      expect((await send(one)).status).toBe(400);
  });
});

describe("an Accept header", () => {
  it.each(["", "*/*", "application/json", "application/*", "application/json;q=0.9"])(
    "of %j gets JSON, for lists, calls and what the SDK answers",
    async (accept) => {
      for (const message of [
        { jsonrpc: "2.0", id: 0, method: "tools/list" },
        { ...call(0, { ...get, _meta: { progressToken: 1 } }) },
        greeting("2025-06-18"),
      ]) {
        const reply = await send(message, { accept });
        expect(reply.status).toBe(200);
        expect(reply.headers["content-type"]).toContain("application/json");
        expect(JSON.parse(reply.text)).toMatchObject({ id: 0, result: {} });
      }
    },
  );

  it("of both gets progress as a stream", async () => {
    const args = { name: "create_page", arguments: { team: "x", wait_ms: 5 }, _meta: { progressToken: 1 } };
    const { headers, text } = await send(call(1, args));
    expect(headers).toMatchObject({ "content-type": "text/event-stream", "x-accel-buffering": "no" });
    expect(text).toContain("notifications/progress");
  });
});

it("Connection: close is honoured, however a message is answered", async () => {
  for (const message of [
    { jsonrpc: "2.0", id: 0, method: "tools/list" },
    call(1, { name: "create_page", arguments: { team: "x", wait_ms: 5 }, _meta: { progressToken: 1 } }),
    greeting("2025-06-18"),
    { jsonrpc: "2.0", method: "notifications/initialized" },
    "no JSON",
  ]) {
    const text = await untilClosed(typeof message === "string" ? message : JSON.stringify(message));
    expect(text).toMatch(/^HTTP\/1\.1 (200|202|400) /);
    expect(text).toMatch(/\r\nconnection: close\r\n/i);
    expect(text).not.toMatch(/keep-alive/i);
  }
});

/** All that a server sends before it closes the connection. */
function untilClosed(body: string): Promise<string> {
  const { hostname, port, host } = new URL(serving.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.on("data", (chunk) => (text += String(chunk)));
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
    socket.write(
      [
        `POST /mcp HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nAccept: ${both}`,
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ].join("\r\n"),
    );
  });
}

it("a slash at the end of the path is taken", async () => {
  expect((await send(call(1, get), {}, { path: "/mcp/" })).status).toBe(200);
});

describe("a compressed body", () => {
  const compressed = { gzip: gzipSync, "x-gzip": gzipSync, deflate: deflateSync, br: brotliCompressSync };
  it.each(Object.entries(compressed))("in %s is read", async (encoding, compress) => {
    const reply = await send(compress(JSON.stringify(call(1, get))), { "content-encoding": encoding });
    expect(messagesIn(reply)).toMatchObject([{ id: 1, result: {} }]);
  });

  it("that grows to more than 1 MB is refused, however small it was", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, " "));
    expect(bomb.length).toBeLessThan(1_048_576);
    expect((await send(bomb, { "content-encoding": "gzip" })).status).toBe(413);
  });

  it("in another encoding is refused, with those that are taken", async () => {
    const { status, headers } = await send("x", { "content-encoding": "zstd" });
    expect(status).toBe(415);
    expect(headers["accept-encoding"]).toBe("gzip, deflate, br");
  });
});

it("a body that does not arrive in time ends with 408, and its memory is bounded", async () => {
  const { createServer } = await import("node:http");
  const faults: unknown[] = [];
  let held = 0;
  const server = createServer((incoming, response) => {
    const hold = (bytes: number) => (held += bytes) <= 10;
    void readBody(incoming, { limit: 1_000, withinMs: 50, hold }).then((body) => {
      faults.push(body);
      response.writeHead(200, { connection: "close" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  for (const [length, sent] of [
    [100, "12345"],
    [100, "1234567890"],
    [0, ""],
  ] as const) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("close", () => resolve()).resume();
      socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n${sent}`);
    });
  }
  expect(faults).toEqual([{ failed: "late" }, { failed: "busy" }, { text: "" }]);
  server.close();
});

describe("a web page", () => {
  const asking = {
    origin: page,
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type, mcp-protocol-version",
  };

  it("of a configured origin may ask before, send, and read the answer", async () => {
    const before = await send("", asking, { method: "OPTIONS" });
    expect(before).toMatchObject({
      status: 204,
      headers: {
        "access-control-allow-origin": page,
        "access-control-allow-headers": "content-type, mcp-protocol-version",
        vary: "Origin",
      },
    });
    const { status, headers } = await send(call(1, get), { origin: page });
    expect([status, headers["access-control-allow-origin"]]).toEqual([200, page]);
    expect(headers["access-control-expose-headers"]).toContain("mcp-session-id");
  });

  it.each(["https://evil.example.com", `${page}:8443`, "http://app.example.com", "null"])(
    "of %s may not",
    async (origin) => {
      for (const reply of [
        await send("", { ...asking, origin }, { method: "OPTIONS" }),
        await send(call(1, get), { origin }),
      ]) {
        expect(reply.status).toBe(403);
        expect(reply.headers["access-control-allow-origin"]).toBeUndefined();
      }
    },
  );
});
