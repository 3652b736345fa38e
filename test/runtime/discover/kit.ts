import type { Arguments } from "../../../runtime/contract/caller.js";
import { createMcpService } from "../../../runtime/mcp/service.js";
import { createRegistry, type View } from "../../../runtime/registry/registry.js";
import { fakeCaller } from "../../fixtures/fake-caller.js";
import { smallApi } from "../../fixtures/small-api.js";

export function served(view: View = {}) {
  const api = smallApi();
  const caller = fakeCaller();
  const registry = createRegistry(api.catalogue, view);
  const report = (error: Error) => {
    throw error;
  };
  const service = createMcpService({ api, registry, caller, version: "0", report });
  const call = async (name: string, args: Arguments) => {
    const outcome = await service.callTool(name, args, { signal: new AbortController().signal });
    const { content, isError, _meta = {} } = service.resultOf(outcome);
    // Each call has its own id.
    const { request_id: _id, ...meta } = _meta;
    return { isError, _meta: meta, value: JSON.parse(content[0].text) };
  };
  const found = async (args: Arguments) =>
    (await call("search_tools", args)).value.tools.map((hit: { name: string }) => hit.name);
  return { api, caller, call, found };
}
