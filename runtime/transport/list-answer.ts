import type { ServerResponse } from "node:http";
import { SERVER_INFO_META_KEY } from "@modelcontextprotocol/server";
import { listTtlMs } from "../mcp/server.js";
import type { McpService } from "../mcp/service.js";
import type { PlainRequest } from "./fast-path.js";

/** The result of tools/list in each era. */
export type ListBodies = Readonly<Record<PlainRequest["era"], Buffer>>;

/** The result of tools/list as bytes, because printing all tools again would take most of the time. */
export function listBodies(service: McpService): ListBodies {
  const result = service.lists["tools/list"];
  const modern = {
    ...result,
    resultType: "complete",
    ttlMs: listTtlMs,
    cacheScope: "private",
    _meta: { [SERVER_INFO_META_KEY]: service.info },
  };
  return { legacy: Buffer.from(JSON.stringify(result)), modern: Buffer.from(JSON.stringify(modern)) };
}

export function sendList(response: ServerResponse, { id }: PlainRequest, result: Buffer): void {
  const before = Buffer.from(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`);
  const length = before.length + result.length + 1;
  response.writeHead(200, { "content-type": "application/json", "content-length": length });
  response.write(before);
  response.write(result);
  response.end("}");
}
