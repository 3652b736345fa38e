import { once } from "node:events";
import { createInterface } from "node:readline";
import type { PassThrough } from "node:stream";
import { createMcpService, type McpService } from "../../../runtime/mcp/service.js";
import { createRegistry } from "../../../runtime/registry/registry.js";
import { fakeCaller } from "../../fixtures/fake-caller.js";
import { smallApi } from "../../fixtures/small-api.js";

export const greeting = {
  protocolVersion: "2025-11-25",
  capabilities: { roots: { listChanged: true }, elicitation: {}, sampling: {} },
  clientInfo: { name: "test", title: "A test", version: "1" },
};
export const initialize = { id: 0, method: "initialize", params: greeting };
export const initialized = { method: "notifications/initialized" };
export const listMethods = [
  "tools/list",
  "prompts/list",
  "resources/list",
  "resources/templates/list",
  "ping",
];
export const lists = listMethods.map((method, index) => ({ id: index + 1, method }));

export function makeService(): { service: McpService; caller: ReturnType<typeof fakeCaller> } {
  const api = smallApi();
  const caller = fakeCaller();
  const registry = createRegistry(api.catalogue, { surface: "full" });
  return { service: createMcpService({ api, registry, caller, version: "0", report }), caller };
}

export function report(): void {}

export function line(message: object): string {
  return JSON.stringify({ jsonrpc: "2.0", ...message });
}

export type RpcMessage = { readonly id: number };

export function reading(output: PassThrough) {
  const lines = createInterface({ input: output });
  const got: RpcMessage[] = [];
  lines.on("line", (text) => got.push(JSON.parse(text) as RpcMessage));
  const answers = async (count: number): Promise<RpcMessage[]> => {
    while (got.length < count) await once(lines, "line");
    return [...got];
  };
  return { answers };
}
