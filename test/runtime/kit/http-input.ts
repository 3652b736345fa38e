import { request } from "node:http";
import { afterAll, beforeAll } from "vitest";
import { createMcpService } from "../../../runtime/mcp/service.js";
import { createRegistry } from "../../../runtime/registry/registry.js";
import { serveHttp, type HttpServing } from "../../../runtime/transport/http.js";
import { fakeCaller } from "../../fixtures/fake-caller.js";
import { smallApi } from "../../fixtures/small-api.js";

/* What clients in other languages send over HTTP: headers, compressed bodies, batches, and texts that are not messages. */

export const page = "https://app.example.com";
export let serving: HttpServing;
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

export const both = "application/json, text/event-stream";

/** Sends headers as they are given: fetch would add some. */
export function send(
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
export function messagesIn({ text }: Reply): RpcMessage[] {
  const parts = text.startsWith("event:")
    ? [...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => data!)
    : [text];
  return parts.flatMap((part) => JSON.parse(part) as RpcMessage | RpcMessage[]);
}
