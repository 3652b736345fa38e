import type { Caller } from "../../runtime/index.js";
import type { BeforeSendParts } from "./before-send.js";
import { createCallRecords, type CallRecord, type RecordParts } from "./call-record.js";
import { callScope, type CallScope } from "./call-scope.js";
import { watchCall } from "./call-watch.js";
import { createLapses, type Began } from "./lapses.js";

export interface GuardedParts extends BeforeSendParts, RecordParts {}

/** Who calls, and the audit entry of this one call. */
export interface GuardedScope extends CallScope {
  readonly record: CallRecord;
}

/**
 * A caller that records each call of a server URL, and stops it when what opened it is taken away. Every way to reach a
 * tool ends here: by its name, an alias, an executor or a resource.
 */
export function createGuardedCaller(inner: Caller, began: Began, parts: GuardedParts): Caller {
  const { server } = began.grant;
  const recordOf = createCallRecords(server, began.config, parts);
  const lapseOf = createLapses(began);
  return {
    async call(tool, args, context) {
      const scope = callScope();
      const record = recordOf(scope, tool, args);
      const watch = watchCall(
        tool,
        async (used, isFresh) => lapseOf(await scope.standing(isFresh), used),
        parts.report,
      );
      scope.made.calls += 1;
      try {
        const result = await inner.call(tool, args, {
          ...context,
          signal: AbortSignal.any([context.signal, watch.signal]),
          watch,
          client: server.id,
          scope: { ...scope, record } satisfies GuardedScope,
        });
        await record.finish(result, watch.status());
        return result;
      } finally {
        watch.end();
      }
    },
    allowance: inner.allowance,
    close: () => inner.close(),
  };
}
