import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { call, get, greeting, introductions, refused, taken } from "./kit/odd-messages.js";
import { serving, both, send, messagesIn } from "./kit/http-input.js";

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
