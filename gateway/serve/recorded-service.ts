import {
  type CallContext,
  type CallOutcome,
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
 * Records calls that the guarded caller does not see: searches, descriptions, workflows, and calls that are refused
 * before they reach their tool.
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
      const context: CallContext = {
        ...ofRequest(given),
        unsent: ({ outcome, tool, ...call }) =>
          record(scope, { ...call, tool: printable(tool), began, ...shown(outcome) }),
      };
      const own = registry.findProgram(name) ?? registry.findDiscover(name) ?? registry.findKnowledge(name);
      try {
        const call = () => service.callTool(name, args, context);
        const result = await (own === undefined ? call() : parts.activity.during(own, call));
        // The log shows an executor's call as a call of its inner tool.
        if (own !== undefined && !own.startsWith("execute_")) {
          const outcome = result.fault ? "error" : "ok";
          record(scope, { tool: own, args, began, ...shown(result), outcome });
        }
        return result;
      } catch (error) {
        if (error instanceof ProtocolError)
          record(scope, { tool: printable(name), args, began, outcome: "unknown_tool", tokens: 0 });
        throw error;
      }
    },
  };
}

function createRecorder(server: ServerRow, parts: GuardedParts) {
  return (scope: CallScope, { tool, access = "discover", outcome, args, began, tokens, program }: Found) => {
    const label = outcome === "unknown_tool" ? outcome : tool;
    const labels = { tool: label, access, outcome, account: server.account_id };
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
      access,
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

/** The log's words for an outcome, and the tokens of its text. */
function shown(result: CallOutcome): { readonly outcome: string; readonly tokens: number } {
  const tokens = tokensOfBytes(Buffer.byteLength(textOf(result)));
  return { outcome: result.fault?.kind ?? "ok", tokens };
}

/** The log entry of a search, a description, a workflow, or a call that was refused. */
interface Found {
  readonly tool: string;
  readonly access?: string;
  readonly outcome: string;
  readonly args: object;
  readonly began: number;
  readonly tokens: number;
  /** The program that made the call. */
  readonly program?: ProgramCall;
}

/** A name from a client, safe for the log. */
function printable(name: string): string {
  return hideTokens(name.slice(0, 1_000))
    .replace(/[^\x21-\x7e]/g, "?")
    .slice(0, 64);
}
