import { request } from "node:http";
import { createMcpService, type McpService } from "../../../runtime/mcp/service.js";
import { createRegistry, type View } from "../../../runtime/registry/registry.js";
import { serveHttp, type HttpOptions } from "../../../runtime/transport/http.js";
import { fakeCaller } from "../../fixtures/fake-caller.js";
import { smallApi } from "../../fixtures/small-api.js";

export function serviceOf(view: View, caller = fakeCaller()): McpService {
  const api = smallApi();
  const registry = createRegistry(api.catalogue, view);
  return createMcpService({ api, registry, caller, version: "0", report });
}

export function report(error: Error): void {
  throw error;
}

export async function serve(view: View = { surface: "full" }, options: Partial<HttpOptions> = {}) {
  const caller = fakeCaller();
  const serving = await serveHttp(serviceOf(view, caller), {
    host: "127.0.0.1",
    port: 0,
    report: () => {},
    ...options,
  });
  return { ...serving, caller };
}

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** A raw request, because fetch sets Host and Origin itself. */
export function send(
  url: string,
  headers: Record<string, string>,
  body: string | undefined,
  method = "POST",
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export const jsonHeaders = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
};
export const rpc = (method: string, params: object = {}, id: unknown = 1) =>
  JSON.stringify({ jsonrpc: "2.0", id, method, params });
export const call = (name: string, args: object = {}, id: unknown = 1) =>
  rpc("tools/call", { name, arguments: args }, id);
