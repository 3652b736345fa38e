import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Pool } from "undici";
import { linesOf } from "../../runtime/index.js";

/**
 * The least that a Node server does for a call: one pooled request, its JSON read, and the answer as text. Over stdio, or
 * with `http` as its second argument over HTTP.
 */
const pool = new Pool(process.argv[2]!, { connections: 64 });

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: { readonly arguments: { readonly incident_id: string } };
}

async function resultOf({ method, params }: Call): Promise<object> {
  if (method !== "tools/call") return {};
  const path = `/v1/incidents/${encodeURIComponent(params.arguments.incident_id)}`;
  const { body } = await pool.request({ method: "GET", path, headers: { authorization: "Bearer bench" } });
  const value: unknown = JSON.parse(await body.text());
  return { content: [{ type: "text", text: JSON.stringify(value) }] };
}

async function answerTo(said: string): Promise<string> {
  const call = JSON.parse(said) as Call;
  return JSON.stringify({ jsonrpc: "2.0", id: call.id, result: await resultOf(call) });
}

async function serveStdio(): Promise<void> {
  for await (const line of linesOf(process.stdin, Infinity)) {
    if ("text" in line) void answerTo(line.text).then((answer) => process.stdout.write(`${answer}\n`));
  }
  await pool.close();
}

function serveHttp(): void {
  const server = createServer((request, response) => {
    void text(request)
      .then(answerTo)
      .then((answer) => {
        response.writeHead(200, {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(answer),
        });
        response.end(answer);
      });
  });
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    console.error(`http://127.0.0.1:${port}/mcp `);
  });
}

if (process.argv[3] === "http") serveHttp();
else await serveStdio();
