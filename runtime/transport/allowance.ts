import type { CallOutcome } from "../contract/outcome.js";

/**
 * The account's allowance as the IETF's header fields. A stream sends its headers before the result, so there only
 * `_meta` has it.
 */
export function allowanceHeaders({ meta = {} }: CallOutcome): Readonly<Record<string, string>> {
  const { ratelimit, retry_after_seconds: wait } = meta;
  return {
    ...(ratelimit && {
      "RateLimit-Limit": String(ratelimit.limit),
      "RateLimit-Remaining": String(ratelimit.remaining),
      "RateLimit-Reset": String(ratelimit.reset),
    }),
    ...(wait === undefined ? {} : { "Retry-After": String(wait) }),
  };
}
