import { Fault } from "../contract/fault.js";

export interface BreakerOptions {
  /** Consecutive failures that open it; 5. */
  readonly failures?: number;
  /** Milliseconds that it stays open; 10,000. */
  readonly openMs?: number;
}

/** Stops calls to an upstream that does not answer. Any answer, even an error, is a sign of life. */
export interface Breaker {
  /** @throws Fault `busy` with the seconds to wait, while the upstream counts as dead */
  refuseWhileOpen(): void;
  /** The same, directly before a request is sent: the first one after the open time is the trial. */
  pass(): void;
  /** Whether nothing is sent now. */
  isOpen(): boolean;
  answered(): void;
  failed(): void;
}

/** After the open time one call is let through. Its outcome closes the breaker or opens it again. */
export function createBreaker(
  title: string,
  { failures = 5, openMs = 10_000 }: BreakerOptions = {},
): Breaker {
  let inARow = 0;
  let openUntil = 0;

  function refuseWhileOpen(): void {
    const left = openUntil - performance.now();
    if (inARow >= failures && left > 0) throw openFault(title, inARow, left);
  }

  return {
    refuseWhileOpen,
    isOpen: () => inARow >= failures && openUntil > performance.now(),
    pass() {
      refuseWhileOpen();
      if (inARow >= failures) openUntil = performance.now() + openMs;
    },
    answered() {
      inARow = 0;
    },
    failed() {
      inARow += 1;
      if (inARow >= failures) openUntil = performance.now() + openMs;
    },
  };
}

function openFault(title: string, inARow: number, leftMs: number): Fault {
  const seconds = Math.ceil(leftMs / 1000);
  return new Fault({
    kind: "busy",
    message: `${title} did not answer ${inARow} times in a row, so nothing is sent to it for ${seconds} s. This call was not sent.`,
    retryAfterSeconds: seconds,
    next: `Call again in ${seconds} s. Until then every call is answered like this one.`,
  });
}
