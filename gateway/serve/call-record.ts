import { keyStartsOf } from "../apis.js";
import {
  type Arguments,
  type CallOutcome,
  createRedactor,
  Fault,
  holdTooMany,
  type ProgramCall,
  type ReadyCall,
  redactionOf,
  type Redactor,
  sanitise,
  textOf,
  type ToolModule,
} from "../../runtime/index.js";
import type { Intent } from "../audit/audit-log.js";
import type { AuditEntry } from "../audit/fields.js";
import type { Core } from "../core.js";
import type { Metrics } from "../ops/metrics.js";
import { hideTokens } from "../secrets/token.js";
import type { ServerConfig } from "../server-config.js";
import type { ServerRow } from "../store/schema.js";
import { createCallCounts } from "./call-counts.js";
import { callDigest } from "./call-digest.js";
import { callerOf, type CallScope } from "./call-scope.js";
import type { Answers } from "./call-watch.js";

export interface RecordParts {
  readonly core: Core;
  readonly metrics: Metrics;
  /** Whether the log stores arguments' values. */
  readonly auditValues: boolean;
  /** Whether a write is refused if its entry cannot be stored. */
  readonly auditRequired: boolean;
}

/** The audit entry of one call. For a write it has two steps: the intent before anything is sent, then the outcome. */
export interface CallRecord {
  /**
   * Stores the intent of a write. Reads have none.
   * @throws Fault if the log cannot be written and the operator requires an entry for each write
   */
  intend(): Promise<void>;
  /** Records a look-up or a poll of the call. */
  side(ready: Pick<ReadyCall, "purpose" | "tool" | "args">, fault: Fault | undefined): void;
  /**
   * Stores the outcome. For a write, it is durable before the client gets its answer, unless the store fails.
   * @param answers of the API for this call
   */
  finish(result: CallOutcome, answers?: Answers): Promise<void>;
}

/** The caller, and the audit entry of this call. */
export interface RecordedScope extends CallScope {
  readonly record: CallRecord;
}

/** Creates records of the calls of one server URL. */
export function createCallRecords(server: ServerRow, config: ServerConfig, parts: RecordParts) {
  const { core, metrics, auditRequired } = parts;
  const redactor = createRedactor({
    ...redactionOf(config.redact),
    emails: true,
    keyStarts: keyStartsOf(Object.values(parts.core.apis)),
  });

  const countCall = createCallCounts(parts, server);
  const calledWith = (tool: ToolModule, args: Arguments) => entryOf(parts, redactor, tool, args);

  return (scope: CallScope, tool: ToolModule, args: Arguments, program?: ProgramCall): CallRecord => {
    const began = performance.now();
    const isRead = tool.annotations.readOnlyHint;
    const about: Omit<AuditEntry, "outcome"> = {
      ...callerOf(scope, program),
      kind: "call",
      action: "call",
      accountId: server.account_id,
      serverId: server.id,
      ...calledWith(tool, args),
    };
    let intent: Intent | undefined;
    return {
      async intend() {
        if (isRead || intent) return;
        try {
          intent = await core.audit.intend({ ...about, outcome: "unknown" });
        } catch {
          if (!auditRequired) return;
          core.audit.countRefusedWrite();
          throw logFault();
        }
      },
      side({ purpose, tool: other, args: given }, fault) {
        if (purpose === "lookup") metrics.lookups.inc({ outcome: fault?.kind ?? "ok" });
        core.audit.recordSoon({
          ...about,
          action: purpose,
          outcome: fault?.kind ?? "ok",
          ...calledWith(other, given),
        });
      },
      async finish(result, answers = { bytes: 0, ms: 0 }) {
        const outcome = result.fault?.kind ?? "ok";
        const durationMs = performance.now() - began;
        const resultBytes = Buffer.byteLength(textOf(result));
        countCall({ actor: about.actor, tool, outcome, durationMs, resultBytes, answerBytes: answers.bytes });
        const upstream =
          answers.status === undefined ? {} : { upstreamStatus: answers.status, upstreamMs: answers.ms };
        const entry = { ...about, outcome, ...upstream, durationMs, resultBytes };
        if (intent) await intent.settle(entry);
        // A write that was refused changed nothing, so nobody waits for its entry.
        else if (isRead || result.fault) core.audit.recordSoon(entry);
        else await core.audit.record(entry);
      },
    };
  };
}

/** The fields of an entry that a call's tool and arguments fill. */
function entryOf({ core, auditValues }: RecordParts, redactor: Redactor, tool: ToolModule, args: Arguments) {
  const isTooLarge = holdTooMany(args);
  return {
    tool: tool.name,
    access: tool.access,
    argumentNames: namesOf(args),
    digest: isTooLarge ? undefined : digestOf(core, tool.name, args),
    argumentValues: !auditValues ? undefined : isTooLarge ? TOO_LARGE : redacted(args, redactor),
  };
}

function logFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "The gateway's audit log cannot be written, so this call was not sent.",
    next: "Call again in some seconds. If it continues, the operator must look at the gateway's store: a full disk, or a database that does not answer.",
    retryAfterSeconds: 5,
  });
}

/** Arguments that are nested too deeply have no digest. The runtime refuses them. */
function digestOf({ keys }: Core, tool: string, args: Arguments): string | undefined {
  try {
    return callDigest(keys, tool, args);
  } catch {
    return undefined;
  }
}

const mostValueBytes = 16_384;
const TOO_LARGE = { note: "too large to be kept" };

function redacted(args: Arguments, redactor: Redactor): unknown {
  try {
    // Redaction makes a text shorter, but seldom to a quarter. Cleaning a megabyte takes long.
    if (JSON.stringify(args).length > 4 * mostValueBytes) return TOO_LARGE;
    const clean = sanitise(args, redactor);
    return JSON.stringify(clean).length > mostValueBytes ? TOO_LARGE : clean;
  } catch {
    return { note: "nested too deeply to be kept" };
  }
}

const mostNames = 100;

/** The first names of a call's arguments, sorted. */
export function namesOf(args: object): string[] {
  return Object.keys(args).slice(0, mostNames).map(boundedName).sort();
}

/** Names of arguments come from the client and may contain anything. */
function boundedName(name: string): string {
  return hideTokens(name.slice(0, 200))
    .replace(/[^\w.[\]-]/g, "?")
    .slice(0, 64);
}
