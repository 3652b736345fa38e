import { ProtocolError } from "@modelcontextprotocol/server";
import type { McpService, Registry } from "../../runtime/index.js";
import { hideTokens } from "../secrets/token.js";
import type { ServerRow } from "../store/schema.js";
import { callerOf, callScope } from "./call-scope.js";
import type { GuardedParts } from "./guarded-caller.js";

/**
 * Records the calls that the guarded caller doesn't see as they were made: searches, descriptions, and names that don't
 * exist for this client.
 */
export function withSearchesRecorded(
  service: McpService,
  registry: Registry,
  server: ServerRow,
  parts: GuardedParts,
): McpService {
  const record = (tool: string, outcome: string, ms: number, args: object) => {
    parts.metrics.calls.inc({ access: "discover", outcome });
    parts.core.audit.recordSoon({
      ...callerOf(callScope()),
      kind: "call",
      action: "call",
      outcome,
      accountId: server.account_id,
      serverId: server.id,
      tool,
      access: "discover",
      argumentNames: Object.keys(args).sort().map(printable).slice(0, 100),
      durationMs: ms,
    });
  };
  return {
    ...service,
    async callTool(name, args, context) {
      const began = performance.now();
      const own = registry.findDiscover(name) ?? registry.findKnowledge(name);
      try {
        const result = await service.callTool(name, args, context);
        // An executor's call stands in the log as that of the tool it calls.
        if (own !== undefined && !own.startsWith("execute_"))
          record(own, result.fault ? "error" : "ok", performance.now() - began, args);
        return result;
      } catch (error) {
        if (error instanceof ProtocolError)
          record(printable(name), "unknown_tool", performance.now() - began, args);
        throw error;
      }
    },
  };
}

/** A name as a client gave it, fit for the log. */
function printable(name: string): string {
  return hideTokens(name)
    .replace(/[^\x21-\x7e]/g, "?")
    .slice(0, 64);
}
