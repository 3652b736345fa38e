import { type Caller, type CallWatch, failed, Fault } from "../../runtime/index.js";
import type { Rooms } from "../ops/rooms.js";
import type { Activity } from "../ops/activity.js";
import type { ServerConfig } from "../server-config.js";
import type { ServerRow } from "../store/schema.js";
import type { BeforeSendParts } from "./before-send.js";
import { createCallRecords, type RecordedScope, type RecordParts } from "./call-record.js";
import { scopeOf } from "./call-scope.js";

export interface GuardedParts extends BeforeSendParts, RecordParts {
  readonly rooms: Rooms;
  readonly activity: Activity;
}

/** A caller that records each call of a server URL. Every call uses it: by tool name, alias, executor or resource. */
export function createGuardedCaller(
  inner: Caller,
  server: ServerRow,
  config: ServerConfig,
  parts: GuardedParts,
): Caller {
  const { rooms, activity } = parts;
  const recordOf = createCallRecords(server, config, parts);
  const owner = { server: server.id, account: server.account_id };
  const call: Caller["call"] = async (tool, args, context) => {
    const scope = scopeOf(context);
    const record = recordOf(scope, tool, args);
    const leave = rooms.calls.take(owner);
    if (!leave) {
      const result = failed(busyFault());
      await record.finish(result, undefined);
      return result;
    }
    const recorded: RecordedScope = { ...scope, record };
    let status: number | undefined;
    const watch: CallWatch = {
      stillHolds: scope.stillHolds,
      answered: (latest) => void (status = latest),
    };
    try {
      const result = await inner.call(tool, args, { ...context, client: server.id, scope: recorded, watch });
      await record.finish(result, status);
      return result;
    } finally {
      leave();
    }
  };
  return {
    call: (tool, ...given) => activity.during(tool.name, () => call(tool, ...given)),
    allowance: inner.allowance,
    close: () => inner.close(),
  };
}

function busyFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "This server URL or its account has too many calls under way. This call was not sent.",
    next: "Call again when some of them have ended.",
    retryAfterSeconds: 1,
  });
}
