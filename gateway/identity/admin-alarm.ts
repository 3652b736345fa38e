import type { Logger } from "pino";
import type { Act } from "../core.js";
import { logEvent } from "../ops/log-events.js";
import type { Metrics } from "../ops/metrics.js";

/** Reports uses of the admin token where people should sign in: a line of the log and a count. */
export function createAdminAlarm(logger: Logger, metrics: Metrics): (act: Act) => void {
  return ({ requestId, address }) => {
    metrics.adminTokenUses.inc();
    logEvent(logger, "admin_token_used", { request_id: requestId, address });
  };
}
