import {
  Cancellation,
  type CallWatch,
  type CancelSignal,
  Fault,
  type ToolModule,
} from "../../runtime/index.js";
import { beforeSending } from "../store/store-fault.js";
import { lapses, type Lapse } from "./standing.js";

/** Watches one call: whether it may still be sent, and the answers to its requests. */
export interface WatchedCall extends CallWatch {
  /** Aborts with a Fault that has the reason, if the call may not be sent any more. */
  readonly signal: CancelSignal;
  /** Status of the last answer. */
  status(): number | undefined;
  /** Bytes of all answers so far. */
  answerBytes(): number;
  end(): void;
}

/** How often a waiting call is checked, in milliseconds. */
const checkEveryMs = 400;

/**
 * Starts to watch a call. It is checked while it waits, and before each of its requests. A call whose write was sent is
 * not aborted, so that its outcome is known, but it sends nothing more.
 * @param lapseOf why the call may not use a tool any more; asks the store again if `isFresh`
 */
export function watchCall(
  tool: ToolModule,
  lapseOf: (tool: ToolModule, isFresh: boolean) => Promise<Lapse | undefined>,
  report: (error: Error) => void,
): WatchedCall {
  const gone = new Cancellation();
  let hasWritten = false;
  let status: number | undefined;
  let bytes = 0;

  async function check(): Promise<void> {
    // If the store does not answer, the check before the request decides.
    const lapse = await lapseOf(tool, false).catch(() => undefined);
    if (lapse !== undefined && !hasWritten) gone.abort(lapseFault(lapse));
  }

  const timer = setInterval(() => void (hasWritten || check()), checkEveryMs);
  return {
    signal: gone,
    async beforeRequest(used) {
      const lapse = await beforeSending(lapseOf(used, !used.annotations.readOnlyHint), report);
      if (lapse !== undefined) throw lapseFault(lapse);
    },
    requestSent: (used) => void (hasWritten ||= !used.annotations.readOnlyHint),
    answered(answered, more) {
      status = answered;
      bytes += more;
    },
    answerBytes: () => bytes,
    status: () => status,
    end: () => clearInterval(timer),
  };
}

function lapseFault(lapse: Lapse): Fault {
  const { what, next } = lapses[lapse];
  return new Fault({
    kind: "cancelled",
    message: `${what} while the call waited. The request was not sent.`,
    next,
  });
}
