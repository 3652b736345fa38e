import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { readBody } from "../../runtime/transport/body.js";
import { call, get } from "./kit/odd-messages.js";
import { page, send, messagesIn } from "./kit/http-input.js";

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
