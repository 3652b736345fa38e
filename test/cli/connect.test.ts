import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { Readable } from "node:stream";
import { lineOf, linesOf } from "../../runtime/index.js";
import { buildBundle, type Bundle } from "./kit/bundle.js";

/* The bundle's `standpipe connect` as a process, between lines on stdio and a server with faulty answers. */

interface Message {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Arrived {
  readonly message: Message | Message[];
  readonly session: string | undefined;
}

const arrived: Arrived[] = [];
let bundle: Bundle;
let server: Server;
let child: ChildProcessWithoutNullStreams;
let answers: Message[];

const event = (message: object) => `data: ${JSON.stringify(message)}\n\n`;
const sse = { "content-type": "text/event-stream" };
const json = { "content-type": "application/json" };

/** The server's answer to a request, by method. */
const replies: Readonly<Record<string, (response: ServerResponse, id: unknown, message: Message) => void>> = {
  initialize: (response, id) =>
    response
      .writeHead(200, { ...json, "mcp-session-id": "asks-1" })
      .end(JSON.stringify({ jsonrpc: "2.0", id, result: { protocolVersion: "2025-06-18" } })),
  echo: (response, id, { params }) =>
    response.writeHead(200, json).end(JSON.stringify({ jsonrpc: "2.0", id, result: params })),
  stream: (response, id) =>
    response
      .writeHead(200, sse)
      .end(
        `: hello\r\n\r\ndata: {"jsonrpc":"2.0",\r\ndata: "method":"notifications/progress"}\r\n\r\n${event({ jsonrpc: "2.0", id, result: {} })}`,
      ),
  "too-large": (response) =>
    response
      .writeHead(413, json)
      .end(
        '{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"A request is at most 1048576 bytes."}}',
      ),
  "no-result": (response) =>
    response.writeHead(200, sse).end(event({ jsonrpc: "2.0", method: "notifications/progress" })),
  "broken-off": (response) => {
    response.writeHead(200, sse).write(event({ jsonrpc: "2.0", method: "notifications/progress" }));
    setImmediate(() => response.destroy());
  },
  "cut-off": (response) => void response.destroy(),
  empty: (response) => response.writeHead(200, json).end(),
  moved: (response) => response.writeHead(308, { location: "https://new.example/mcp/sp_secret" }).end(),
  page: (response) => response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>"),
  revoked: (response) => response.writeHead(404, json).end('{"message":"There is no such server URL."}'),
  slow: () => {},
};

async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const message = JSON.parse(Buffer.concat(chunks).toString()) as Message | Message[];
  arrived.push({ message, session: request.headers["mcp-session-id"] as string | undefined });
  const [first] = [message].flat();
  const known = replies[first!.method ?? ""];
  if (!known) return void response.writeHead(202).end();
  if (!Array.isArray(message)) return known(response, message.id, message);
  if (first!.method !== "echo") return known(response, null, first!);
  const results = message.map(({ id, params }) => ({ jsonrpc: "2.0", id, result: params }));
  response.writeHead(200, json).end(JSON.stringify(results));
}

beforeAll(async () => {
  server = createServer((request, response) => void reply(request, response));
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp/sp_token`;
  bundle = await buildBundle();
  child = spawn(process.execPath, [bundle.program, "connect", url]);
  answers = [];
  void (async () => {
    for await (const line of linesOf(child.stdout, 1e9))
      if ("text" in line) answers.push(JSON.parse(line.text) as Message);
  })();
});
afterAll(async () => {
  child?.kill();
  server.closeAllConnections();
  server.close();
  await bundle?.remove();
});

let ids = 0;

/** Sends a request and returns its answer. */
async function ask(method: string, params: object = {}): Promise<Message> {
  const id = ++ids;
  child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
  return answerTo((one) => one.id === id);
}

async function answerTo(fits: (message: Message) => boolean): Promise<Message> {
  return vi.waitFor(() => answers.find(fits) ?? expect.fail("no answer"), { timeout: 60_000, interval: 20 });
}

const errorOf = (code: number, message: RegExp) => ({
  code,
  message: expect.stringMatching(message) as string,
});

it("keeps the session that initialize starts", async () => {
  child.stdin.write("\uFEFF");
  expect(await ask("initialize")).toMatchObject({ result: { protocolVersion: "2025-06-18" } });
  await ask("echo");
  expect(arrived.map(({ session }) => session)).toEqual([undefined, "asks-1"]);
});

it.each(["\u2028", "\u2029", "\u0085", "\r"])(
  "carries %j both ways, and escapes characters that split lines",
  async (mark) => {
    const text = `one${mark}two`;
    const printed: string[] = [];
    const hear = (chunk: Buffer) => void printed.push(chunk.toString());
    child.stdout.on("data", hear);
    child.stdin.write(
      `{"jsonrpc":"2.0","id":"raw ${mark === "\r" ? "" : mark}","method":"echo","params":{"text":${JSON.stringify(text)}}}\n`,
    );
    const { result } = await answerTo(({ result }) => (result as { text?: string })?.text === text);
    child.stdout.off("data", hear);
    expect(result).toEqual({ text });
    expect(printed.join("")).not.toMatch(/[\u2028\u2029]/);
  },
);

it("passes on all events of a stream", async () => {
  expect(await ask("stream")).toMatchObject({ result: {} });
  expect(answers.some(({ method }) => method === "notifications/progress")).toBe(true);
});

it.each([
  ["too-large", errorOf(-32000, /^A request is at most 1048576 bytes\.$/)],
  ["no-result", errorOf(-32000, /ended its answer before the result/)],
  ["broken-off", errorOf(-32000, /can't be reached/)],
  ["empty", errorOf(-32000, /answered 200 with no result/)],
  ["moved", errorOf(-32000, /redirects to https:\/\/new\.example\. /)],
  ["page", errorOf(-32000, /answered 502, and not with MCP/)],
  ["revoked", errorOf(-32000, /There is no such server URL\./)],
])("answers a request whose answer is %s", async (method, error) => {
  const answer = await ask(method);
  expect(answer).toMatchObject({ error });
  expect(JSON.stringify(answer)).not.toContain("sp_");
});

it("says that a request is too long where the server ends the connection instead of an answer", async () => {
  const answer = await ask("cut-off", { long: "x".repeat(1_100_000) });
  expect(answer).toMatchObject({ error: errorOf(-32000, /too long \(11\d{5} bytes.*Send less than 1 MiB/) });
  expect(await ask("cut-off")).toMatchObject({ error: errorOf(-32000, /can't be reached/) });
});

it("answers every request of a batch", async () => {
  const batch = (method: string) => {
    const all = [1, 2].map(() => ({ jsonrpc: "2.0", id: ++ids, method, params: {} }));
    child.stdin.write(`${JSON.stringify(all)}\n`);
    return all.map(({ id }) => id);
  };
  const good = batch("echo");
  await answerTo(
    (one) => Array.isArray(one) && good.every((id) => one.some((each: Message) => each.id === id)),
  );
  for (const id of batch("empty")) expect(await answerTo((one) => one.id === id)).toHaveProperty("error");
});

it("refuses what is not a message, alone and in a batch, and continues", async () => {
  const before = answers.length;
  child.stdin.write('hello\n\n5\n{"jsonrpc":"2.0","id":null,"method":"echo"}\n[null]\n[]\n');
  await vi.waitFor(() => expect(answers.length).toBe(before + 5), { timeout: 60_000, interval: 20 });
  const codes = answers.slice(before).map((one) => [one].flat()[0]!.error?.code);
  expect(codes).toEqual([-32700, -32600, -32600, -32600, -32600]);
  expect(await ask("echo", { on: true })).toMatchObject({ result: { on: true } });
});

it("sends no answer to a cancelled call", async () => {
  child.stdin.write('{"jsonrpc":"2.0","id":"slow","method":"slow"}\n');
  await vi.waitFor(
    () => expect(arrived.some(({ message }) => (message as Message).id === "slow")).toBe(true),
    {
      timeout: 60_000,
    },
  );
  child.stdin.write('{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"slow"}}\n');
  await ask("echo");
  expect(answers.some(({ id }) => id === "slow")).toBe(false);
});

it("answers running calls when its input ends, then exits", async () => {
  const ended = new Promise((resolve) => child.once("close", resolve));
  const last = ask("echo", { last: true });
  child.stdin.end();
  expect(await last).toMatchObject({ result: { last: true } });
  expect(await ended).toBe(0);
});

it("refuses a line over its limit, with the id of the request", async () => {
  const long = "x".repeat(500);
  const lines = [
    lineOf({ id: 1, params: { long, id: 9 } }),
    lineOf({ params: { list: [{ id: 9 }, long, '"id":9,'], text: '\\"' }, id: "a,b" }),
    lineOf({ params: { long } }),
    lineOf({ id: 4 }),
  ].join("");
  // Every split of the bytes must give the same result.
  for (const size of [1, 7, 64, 1_000]) {
    const chunks = Buffer.from(lines)
      .toString("latin1")
      .match(new RegExp(`.{1,${size}}`, "gs"))!;
    const found: unknown[] = [];
    for await (const line of linesOf(Readable.from(chunks.map((one) => Buffer.from(one, "latin1"))), 100))
      found.push(line);
    expect(found).toEqual([
      { tooLongFor: 1 },
      { tooLongFor: "a,b" },
      { tooLongFor: null },
      { text: '{"id":4}' },
    ]);
  }
});
