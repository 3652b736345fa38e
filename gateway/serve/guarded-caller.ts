import {
  attributes,
  type Caller,
  type CallOutcome,
  failed,
  Fault,
  firstOf,
  spans,
  traced,
} from "../../runtime/index.js";
import { callKey, refusedKeyFault } from "../own-keys/call-key.js";
import type { Rooms } from "../ops/rooms.js";
import type { Activity } from "../ops/activity.js";
import type { BeforeSendParts } from "./before-send.js";
import { createCallRecords, type RecordedScope, type RecordParts } from "./call-record.js";
import { scopeOf } from "./call-scope.js";
import { watchCall } from "./call-watch.js";
import { createLapses, type Began } from "./lapses.js";
import type { Lapse, Standing } from "./standing.js";

export interface GuardedParts extends BeforeSendParts, RecordParts {
  readonly rooms: Rooms;
  readonly activity: Activity;
}

/**
 * A caller that records each call of a server URL, and stops it when its access is revoked. Every call uses it: by tool
 * name, alias, executor or resource.
 */
export function createGuardedCaller(inner: Caller, began: Began, parts: GuardedParts): Caller {
  const { server, person } = began.grant;
  const { rooms, activity, report } = parts;
  const recordOf = createCallRecords(server, began.config, parts);
  const lapseOf = createLapses(began);
  const owner = { server: server.id, account: server.account_id };
  /** A key that its person removed, or an owner revoked, sends nothing more. */
  const ownKeyLapse = async ({ grant }: Standing): Promise<Lapse | undefined> => {
    const now = await callKey(parts.core, { ...grant!, person });
    return now.version === began.key.version ? undefined : "own_key";
  };
  const call: Caller["call"] = async (tool, args, context) => {
    const scope = scopeOf(context);
    scope.made.calls += 1;
    const record = recordOf(scope, tool, args, context.program);
    const leave = rooms.calls.take(owner);
    if (!leave) {
      const result = failed(busyFault());
      await record.finish(result);
      return result;
    }
    const isRead = tool.annotations.readOnlyHint;
    const recorded: RecordedScope = { ...scope, record };
    const lapse = async (used: typeof tool, isFresh: boolean) => {
      const standing = await scope.standing(isFresh);
      return lapseOf(standing, used) ?? (person && ownKeyLapse(standing));
    };
    const watch = watchCall(tool, lapse, report);
    const { signal, release } = firstOf(context.signal, watch.signal);
    try {
      const own = { signal, watch, client: server.id, scope: recorded };
      const answered = await inner.call(tool, args, { ...context, ...own });
      const result = person ? withLinkFor401(answered, scope.publicUrl, server.account_id) : answered;
      const finish = () => record.finish(result, watch.answers());
      await (isRead
        ? finish()
        : traced(context.trace, spans.store, finish, { [attributes.storeWork]: "outcome" }));
      return result;
    } finally {
      release();
      watch.end();
      leave();
    }
  };
  return {
    call: (tool, ...given) => activity.during(tool.name, () => call(tool, ...given)),
    allowance: inner.allowance,
    close: () => inner.close(),
  };
}

/** Only the person can replace a key that the API refuses. */
function withLinkFor401(result: CallOutcome, publicUrl: string, accountId: string): CallOutcome {
  if (result.fault?.status !== 401) return result;
  return { ...result, fault: refusedKeyFault(result.fault, publicUrl, accountId) };
}

function busyFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "This server URL or its account has too many calls under way. This call was not sent.",
    next: "Call again when some of them have ended.",
    retryAfterSeconds: 1,
  });
}
