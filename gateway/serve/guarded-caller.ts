import type { Caller, CallWatch } from "../../runtime/index.js";
import type { ServerConfig } from "../server-config.js";
import type { ServerRow } from "../store/schema.js";
import type { BeforeSendParts } from "./before-send.js";
import { createCallRecords, type RecordedScope, type RecordParts } from "./call-record.js";
import { scopeOf } from "./call-scope.js";

export interface GuardedParts extends BeforeSendParts, RecordParts {}

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
      const scope = scopeOf(context);
      const record = recordOf(scope, tool, args);
      const recorded: RecordedScope = { ...scope, record };
      let status: number | undefined;
      const watch: CallWatch = {
        stillHolds: scope.stillHolds,
        answered: (latest) => void (status = latest),
      };
      const result = await inner.call(tool, args, { ...context, client: server.id, scope: recorded, watch });
      await record.finish(result, status);
      return result;
    },
    allowance: inner.allowance,
    close: () => inner.close(),
  };
}
