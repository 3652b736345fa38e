import { AsyncLocalStorage } from "node:async_hooks";
import { Fault, type Upstream } from "../../runtime/index.js";

/** What became of the requests that one call made. */
export interface Watched {
  /** Status of the last answer. */
  status?: number;
}

interface Watch extends Watched {
  readonly stillHolds: () => Promise<boolean>;
}

const watches = new AsyncLocalStorage<Watch>();

/** How often a call that waits for its turn asks whether its token still holds, in milliseconds. */
const askEveryMs = 400;

/** Runs a call and learns what its requests were answered; they end when the token no longer holds. */
export async function watching<Result>(
  stillHolds: () => Promise<boolean>,
  run: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly watched: Watched }> {
  const watch: Watch = { stillHolds };
  return { result: await watches.run(watch, run), watched: watch };
}

/**
 * An Upstream whose sends are watched. Calls may wait long for their turn: one whose token is revoked meanwhile is not
 * sent any more. One that is sent already is heard to its end, so that its outcome is known.
 */
export function watchedUpstream(upstream: Upstream): Upstream {
  return {
    ...upstream,
    async send(order) {
      const watch = watches.getStore();
      if (!watch) return upstream.send(order);
      const gone = new AbortController();
      let isSent = false;
      const ask = async () => {
        const holds = await watch.stillHolds().catch(() => false);
        if (!holds && !isSent) gone.abort(revokedFault());
      };
      const timer = setInterval(() => void ask(), askEveryMs);
      try {
        const answer = await upstream.send({
          ...order,
          signal: AbortSignal.any([order.signal, gone.signal]),
          goesOut() {
            isSent = true;
            clearInterval(timer);
            order.goesOut?.();
          },
        });
        watch.status = answer.status;
        return answer;
      } finally {
        clearInterval(timer);
      }
    },
  };
}

function revokedFault(): Fault {
  return new Fault({
    kind: "cancelled",
    message:
      "This server URL was revoked or has expired while the call waited for its turn. The call was not sent.",
  });
}
