import { Fault } from "../contract/fault.js";
import type { Sender } from "./retry.js";

/** How often a waiting call is checked, in milliseconds. */
const CHECK_EVERY_MS = 400;

/**
 * Checks orders while they wait for their turn. An order whose access ended is not sent. One that was sent is read to
 * its end, so that its outcome is known.
 */
export function watched(send: Sender["send"]): Sender["send"] {
  return async (order) => {
    const { watch } = order;
    if (!watch) return send(order);
    const ended = new AbortController();
    let isSent = false;
    const check = async () => {
      const holds = await watch.stillHolds().catch(() => false);
      if (!holds && !isSent) ended.abort(accessEnded());
    };
    const timer = setInterval(() => void check(), CHECK_EVERY_MS);
    try {
      const answer = await send({
        ...order,
        signal: AbortSignal.any([order.signal, ended.signal]),
        goesOut() {
          isSent = true;
          clearInterval(timer);
          order.goesOut?.();
        },
      });
      watch.answered(answer.status);
      return answer;
    } finally {
      clearInterval(timer);
    }
  };
}

function accessEnded(): Fault {
  return new Fault({
    kind: "cancelled",
    message:
      "The access was revoked or has expired while the call waited for its turn. The call was not sent.",
  });
}
