import { createRedactor, redactionOf } from "../../runtime/answer/redact.js";
import { sanitise, type Redactor } from "../../runtime/answer/sanitise.js";
import { textOf } from "../../runtime/answer/outcome-text.js";
import type { Arguments, Caller } from "../../runtime/contract/caller.js";
import type { CallOutcome } from "../../runtime/contract/outcome.js";
import type { ToolModule } from "../../runtime/contract/tool.js";
import type { AuditEntry } from "../audit/fields.js";
import type { Core } from "../core.js";
import type { Metrics } from "../ops/metrics.js";
import { hideTokens } from "../secrets/token.js";
import type { ServerConfig } from "../server-config.js";
import type { ServerRow } from "../store/schema.js";
import type { BeforeSendParts } from "./before-send.js";
import { callDigest } from "./call-digest.js";
import { callerOf, callScope, type CallScope } from "./call-scope.js";
import { watching, type Watched } from "./upstream-watch.js";

export interface GuardedParts extends BeforeSendParts {
  readonly core: Core;
  readonly metrics: Metrics;
  /** Whether the log keeps arguments' values. */
  readonly auditValues: boolean;
  readonly report: (error: Error) => void;
}

/**
 * A caller that records each call of a server URL. Every way to reach a tool ends here: by its name, an alias, an executor
 * or a resource.
 */
export function createGuardedCaller(
  inner: Caller,
  server: ServerRow,
  config: ServerConfig,
  parts: GuardedParts,
): Caller {
  const redactor = createRedactor({ ...redactionOf(config.redact), emails: true });
  return {
    async call(tool, args, context) {
      const scope = callScope();
      const began = performance.now();
      const { result, watched } = await watching(scope.stillHolds, () =>
        inner.call(tool, args, { ...context, client: server.id }),
      );
      const ms = performance.now() - began;
      await record(server, scope, { tool, args, result, watched, ms, redactor }, parts);
      return result;
    },
    allowance: inner.allowance,
    close: () => inner.close(),
  };
}

interface Made {
  readonly tool: ToolModule;
  readonly args: Arguments;
  readonly result: CallOutcome;
  readonly watched: Watched;
  readonly ms: number;
  /** Hides what the log may not hold. */
  readonly redactor: Redactor;
}

/** What changes something is not acknowledged before its entry is safe. */
async function record(server: ServerRow, scope: CallScope, made: Made, parts: GuardedParts): Promise<void> {
  const { core, metrics, auditValues } = parts;
  const { tool, args, result, watched, ms, redactor } = made;
  const outcome = result.fault?.kind ?? "ok";
  metrics.calls.inc({ access: tool.access, outcome });
  metrics.callSeconds.observe({ access: tool.access }, ms / 1000);
  const entry: AuditEntry = {
    ...callerOf(scope),
    kind: "call",
    action: "call",
    outcome,
    accountId: server.account_id,
    serverId: server.id,
    tool: tool.name,
    access: tool.access,
    argumentNames: Object.keys(args).sort().map(boundedName).slice(0, 100),
    digest: digestOf(core, tool.name, args),
    argumentValues: auditValues ? redacted(args, redactor) : undefined,
    upstreamStatus: watched.status,
    durationMs: ms,
    resultBytes: Buffer.byteLength(textOf(result)),
  };
  if (tool.annotations.readOnlyHint) core.audit.recordSoon(entry);
  else await core.audit.record(entry);
}

/** Arguments that nest too deeply to be read have none; the runtime refuses them. */
function digestOf({ keys }: Core, tool: string, args: Arguments): string | undefined {
  try {
    return callDigest(keys, tool, args);
  } catch {
    return undefined;
  }
}

const mostValueBytes = 16_384;

function redacted(args: Arguments, redactor: Redactor): unknown {
  try {
    const clean = sanitise(args, redactor);
    return JSON.stringify(clean).length > mostValueBytes ? { note: "too large to be kept" } : clean;
  } catch {
    return { note: "nested too deeply to be kept" };
  }
}

/** Names of arguments come from the client, which may write anything there. */
function boundedName(name: string): string {
  return hideTokens(name)
    .replace(/[^\w.[\]-]/g, "?")
    .slice(0, 64);
}
