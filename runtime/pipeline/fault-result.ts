import type { CallOutcome } from "../contract/caller.js";
import { Fault } from "../contract/fault.js";
import type { RateLimit } from "../upstream/ratelimit.js";

/** What every result carries beside its text, for transports and programs; a model doesn't see it. */
export interface ResultMeta {
  /** The account's allowance: requests, and seconds until it is whole. */
  readonly ratelimit?: Required<RateLimit>;
  readonly retry_after_seconds?: number;
}

/** A fault as a result: compact JSON that says what was wrong, which argument, and what to do next. */
export function faultOutcome(fault: Fault, ratelimit?: Required<RateLimit>): CallOutcome {
  const isLimited = fault.kind === "rate_limited";
  const error = {
    kind: fault.kind,
    message: fault.message,
    status: fault.status,
    said: fault.said,
    arguments: fault.arguments,
    next: fault.next,
    may_have_happened: fault.mayHaveHappened,
    retry_after_seconds: fault.retryAfterSeconds,
    ratelimit: isLimited ? ratelimit : undefined,
  };
  const wait = fault.retryAfterSeconds;
  const meta = {
    ...(ratelimit ? { ratelimit } : {}),
    ...(wait === undefined ? {} : { retry_after_seconds: wait }),
  };
  return { ...outcome(JSON.stringify({ error }), meta), isError: true };
}

/** A result's text with what goes beside it. */
export function outcome(text: string, meta: ResultMeta): CallOutcome {
  return { content: [{ type: "text", text }], _meta: { ...meta } };
}

/** Whatever was thrown, as a fault. What is none is a defect of ours; its own words may hold anything and stay out. */
export function faultFrom(error: unknown): Fault {
  if (error instanceof Fault) return error;
  return new Fault({
    kind: "internal",
    message: "This server failed in a way it did not foresee. The fault is its own.",
    next: "Calling again is unlikely to help; whoever runs this server finds more in its log.",
  });
}
