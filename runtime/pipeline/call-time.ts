import type { CallContext } from "../contract/caller.js";
import { Fault } from "../contract/fault.js";

/** The time of one call: its end, and whoever may end it before. */
export interface CallTime {
  /** Aborts with a Fault: the client's `cancelled`, or the timeout. */
  readonly signal: AbortSignal;
  /** On performance.now()'s clock. */
  readonly deadline: number;
  /** Part of the time that is gone, from 0 to 1. */
  spent(): number;
  /** Says what the call is waiting for, for whoever asked for progress. */
  stage(text: string): void;
  /** The same, and tells it at once. */
  tell(text: string): void;
  /** Moves the end. */
  extend(milliseconds: number): void;
  end(): void;
}

/**
 * Starts a call's clock. From `progressMs` on the client hears at that interval that the call goes on, if it asked to.
 * @param timeout the fault of a call whose time is up
 */
export function startCall(
  context: CallContext,
  callMs: number,
  progressMs: number,
  timeout: () => Fault,
): CallTime {
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const controller = new AbortController();
  const cancel = () => controller.abort(cancelled());
  const endAfter = (milliseconds: number) => setTimeout(() => controller.abort(timeout()), milliseconds);
  let wholeMs = callMs;
  let timer = endAfter(callMs);
  let stage = "working";
  const { progress } = context;
  const tell = () => progress?.({ progress: elapsed() / 1000, total: wholeMs / 1000, message: stage });
  const teller = progress && setInterval(tell, progressMs);
  if (context.signal.aborted) cancel();
  else context.signal.addEventListener("abort", cancel);

  return {
    signal: controller.signal,
    get deadline() {
      return began + wholeMs;
    },
    spent: () => elapsed() / wholeMs,
    stage: (text) => void (stage = text),
    tell(text) {
      stage = text;
      tell();
    },
    extend(milliseconds) {
      wholeMs += milliseconds;
      clearTimeout(timer);
      timer = endAfter(wholeMs - elapsed());
    },
    end() {
      clearTimeout(timer);
      clearInterval(teller);
      context.signal.removeEventListener("abort", cancel);
    },
  };
}

function cancelled(): Fault {
  return new Fault({ kind: "cancelled", message: "The client cancelled the call." });
}
