import type { Caller } from "../../runtime/index.js";
import type { ServerConfig } from "../server-config.js";
import type { ServerRow } from "../store/schema.js";
import type { BeforeSendParts } from "./before-send.js";
import { createCallRecords, type CallRecord, type RecordParts } from "./call-record.js";
import { callScope, type CallScope } from "./call-scope.js";
import { watching } from "./upstream-watch.js";

export interface GuardedParts extends BeforeSendParts, RecordParts {}

/** Who calls, and the audit entry of this one call. */
export interface GuardedScope extends CallScope {
  readonly record: CallRecord;
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
  const recordOf = createCallRecords(server, config, parts);
  return {
    async call(tool, args, context) {
      const scope = callScope();
      const record = recordOf(scope, tool, args);
      const guarded: GuardedScope = { ...scope, record };
      const { result, watched } = await watching(scope.stillHolds, () =>
        inner.call(tool, args, { ...context, client: server.id, scope: guarded }),
      );
      await record.finish(result, watched.status);
      return result;
    },
    allowance: inner.allowance,
    close: () => inner.close(),
  };
}
