import type { ServerResponse } from "node:http";
import { listTtlMs } from "../mcp/shown.js";
import { metaKeys } from "../mcp/protocol.js";
import type { McpService } from "../mcp/service.js";
import type { PlainRequest } from "./fast-path.js";

/** The result of tools/list in an era, as bytes. */
export type ListBodies = (era: PlainRequest["era"]) => Buffer;

/** Prints the list once for each era that is asked for, because printing it takes most of the time of an answer. */
export function listBodies(service: McpService): ListBodies {
  const own: Partial<Record<PlainRequest["era"], Buffer>> = {};
  return (era) => (own[era] ??= print(service, era));
}

function print(service: McpService, era: PlainRequest["era"]): Buffer {
  const { tools, ...others } = service.lists["tools/list"];
  const modern = {
    resultType: "complete",
    ttlMs: listTtlMs,
    cacheScope: "private",
    _meta: { [metaKeys.serverInfo]: service.info },
  };
  const rest = JSON.stringify({ ...others, ...(era === "modern" && modern) });
  const kept = lists.get(tools) ?? new Map<string, Buffer>();
  lists.set(tools, kept);
  const list = kept.get(rest) ?? printed(tools, rest);
  kept.set(rest, list);
  return list;
}

/** By their tools, and by what follows them. Services with the same tools share the bytes. */
const lists = new WeakMap<readonly object[], Map<string, Buffer>>();

function printed(tools: readonly object[], rest: string): Buffer {
  return Buffer.from(`{"tools":[${tools.map(textOf).join()}]${rest === "{}" ? "" : ","}${rest.slice(1)}`);
}

/** Tools are the same objects in all lists, so each is printed once. */
const texts = new WeakMap<object, string>();

function textOf(tool: object): string {
  const text = texts.get(tool) ?? JSON.stringify(tool);
  texts.set(tool, text);
  return text;
}

export function sendList(response: ServerResponse, { id }: PlainRequest, result: Buffer): void {
  const before = Buffer.from(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`);
  const length = before.length + result.length + 1;
  response.writeHead(200, { "content-type": "application/json", "content-length": length });
  response.write(before);
  response.write(result);
  response.end("}");
}
