import {
  type CallContext,
  type McpService,
  type ProgramCall,
  ProtocolError,
  type Registry,
  textOf,
} from "../../runtime/index.js";
import { hideTokens } from "../secrets/token.js";
import { tokensOfBytes } from "../ops/tokens.js";
import type { ServerRow } from "../store/schema.js";
import { namesOf } from "./call-record.js";
import { callerOf, scopeOf, type CallScope } from "./call-scope.js";
import type { GuardedParts } from "./guarded-caller.js";

/**
 * Records calls that the guarded caller does not see: searches, descriptions, and names that do not exist for this
 * client.
 */
export function withSearchesRecorded(
  service: McpService,
  registry: Registry,
  server: ServerRow,
  parts: GuardedParts,
): McpService {
  const record = createRecorder(server, parts);
  return {
    ...service,
    readResource: (uri, context) => service.readResource(uri, ofRequest(context)),
    async callTool(name, args, given) {
      const began = performance.now();
      const scope = scopeOf(given);
      const unknown = (wrong: string, given: object, program?: ProgramCall) =>
        record(scope, {
          ...{ tool: printable(wrong), outcome: "unknown_tool", args: given },
          ...{ began: performance.now(), program },
        });
      const context: CallContext = { ...ofRequest(given), unknownTool: unknown };
      const own = registry.findProgram(name) ?? registry.findDiscover(name) ?? registry.findKnowledge(name);
      try {
        const call = () => service.callTool(name, args, context);
        const result = await (own === undefined ? call() : parts.activity.during(own, call));
        // The log shows an executor's call as a call of its inner tool.
        if (own !== undefined && !own.startsWith("execute_"))
          record(scope, {
            tool: own,
            outcome: result.fault ? "error" : "ok",
            args,
            began,
            tokens: tokensOfBytes(Buffer.byteLength(textOf(result))),
          });
        return result;
      } catch (error) {
        if (error instanceof ProtocolError) unknown(name, args);
        throw error;
      }
    },
  };
}

function createRecorder(server: ServerRow, parts: GuardedParts) {
  return (scope: CallScope, { tool, outcome, args, began, tokens = 0, program }: Found) => {
    const label = outcome === "unknown_tool" ? outcome : tool;
    const labels = { tool: label, access: "discover", outcome, account: server.account_id };
    parts.metrics.calls.inc(parts.metrics.callLabels(labels));
    const ms = performance.now() - began;
    const caller = callerOf(scope, program);
    parts.core.usage.add({
      ...{ accountId: server.account_id, serverId: server.id, actor: caller.actor, tool: label },
      ...{ isError: outcome !== "ok", tokens, ms },
    });
    parts.core.audit.recordSoon({
      ...caller,
      kind: "call",
      action: "call",
      outcome,
      accountId: server.account_id,
      serverId: server.id,
      tool,
      access: "discover",
      argumentNames: namesOf(args),
      durationMs: ms,
    });
  };
}

/** A call with the id and the span of its request. */
function ofRequest(context: CallContext): CallContext {
  const { requestId, trace } = scopeOf(context);
  return { ...context, requestId, trace, transport: "tcp" };
}

/** The log entry of a search, a description, or an unknown name. */
interface Found {
  readonly tool: string;
  readonly outcome: string;
  readonly args: object;
  readonly began: number;
  readonly tokens?: number;
  /** The program that made the call. */
  readonly program?: ProgramCall;
}

/** A name from a client, safe for the log. */
function printable(name: string): string {
  return hideTokens(name.slice(0, 1_000))
    .replace(/[^\x21-\x7e]/g, "?")
    .slice(0, 64);
}
