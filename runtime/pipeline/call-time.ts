import type { CallContext } from "../contract/caller.js";
import { Fault } from "../contract/fault.js";
import { Cancellation, type CancelSignal } from "../contract/cancellation.js";

/** The time of one call: its deadline, and the signals that end it earlier. */
export interface CallTime {
  /** Aborts with a Fault: the client's `cancelled`, or the timeout. */
  readonly signal: CancelSignal;
  /** On performance.now()'s clock. */
  deadline(): number;
  /** The used share of the time, from 0 to 1. */
  spent(): number;
  /** Sets the text of progress messages: what the call waits for. */
  stage(text: string): void;
  /** Sets the text and sends a progress message at once. */
  tell(text: string): void;
  /** Does work whose time does not count as the call's, such as waiting for a person's decision. */
  hold<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Moves the deadline. */
  extend(milliseconds: number): void;
  end(): void;
}

/**
 * Starts a call's clock. A client that asked for progress gets a message every `progressMs`.
 * @param timeout the fault of a call that ran out of time
 */
export function startCall(
  context: CallContext,
  callMs: number,
  progressMs: number,
  timeout: () => Fault,
): CallTime {
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const controller = new Cancellation();
  const cancel = () => controller.abort(reasonOf(context.signal));
  let wholeMs = callMs;
  let holds = 0;
  let heldFrom = 0;
  const leftMs = () => (holds > 0 ? undefined : wholeMs - elapsed());
  const timer = createTimer(callMs, leftMs, () => controller.abort(timeout()));
  let stage = "working";
  const { progress } = context;
  const tell = () => {
    const total = holds > 0 ? {} : { total: wholeMs / 1000 };
    progress?.({ progress: elapsed() / 1000, ...total, message: stage });
  };
  const teller = progress && setInterval(tell, progressMs);
  const extend = (milliseconds: number) => void (wholeMs += milliseconds);
  if (context.signal.aborted) cancel();
  else context.signal.addEventListener("abort", cancel);
  const end = () => {
    timer.stop();
    clearInterval(teller);
    context.signal.removeEventListener("abort", cancel);
  };

  return {
    signal: controller,
    deadline: () => began + wholeMs,
    spent: () => elapsed() / wholeMs,
    stage: (text) => void (stage = text),
    tell(text) {
      stage = text;
      tell();
    },
    async hold(work) {
      if (holds === 0) heldFrom = elapsed();
      holds += 1;
      try {
        return await work();
      } finally {
        holds -= 1;
        if (holds === 0) extend(elapsed() - heldFrom);
        timer.resume();
      }
    },
    extend,
    end,
  };
}

/**
 * Ends a call when its time is over. A later end leaves the timer, which then looks again, because most calls end long
 * before it.
 * @param leftMs undefined while the time stands still
 */
function createTimer(callMs: number, leftMs: () => number | undefined, over: () => void) {
  let timer: NodeJS.Timeout | undefined = setTimeout(look, callMs);
  let isStopped = false;
  function look(): void {
    timer = undefined;
    const left = leftMs();
    if (isStopped || left === undefined) return;
    if (left > 0) timer = setTimeout(look, left);
    else over();
  }
  return {
    /** To be called when the time goes on. */
    resume: () => void (timer ?? look()),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Why a call was cancelled, if its signal says it. */
function reasonOf(signal: CancelSignal): Fault {
  const { reason } = signal;
  return reason instanceof Fault
    ? reason
    : new Fault({ kind: "cancelled", message: "The client cancelled the call." });
}
