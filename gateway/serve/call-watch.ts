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
  /** All answers so far. */
  answers(): Answers;
  end(): void;
}

/** The API's answers to the requests of a call. */
export interface Answers {
  /** The status of the last one. */
  readonly status?: number;
  readonly bytes: number;
  /** How long the API took, in milliseconds. */
  readonly ms: number;
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
  let answers: Answers = { bytes: 0, ms: 0 };
  let sentAt = 0;

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
    requestSent(used) {
      hasWritten ||= !used.annotations.readOnlyHint;
      sentAt = performance.now();
    },
    answered(status, more) {
      const { bytes, ms } = answers;
      answers = { status, bytes: bytes + more, ms: ms + performance.now() - sentAt };
    },
    answers: () => answers,
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
