import type { CallOutcome } from "../contract/caller.js";
import type { ResultMeta } from "../pipeline/fault-result.js";

/**
 * What a result's `_meta` says of the account's allowance, as the IETF's header fields. A stream whose headers are sent
 * before the result has it in `_meta` alone.
 */
export function allowanceHeaders({ _meta }: CallOutcome): Readonly<Record<string, string>> {
  const { ratelimit, retry_after_seconds: wait } = (_meta ?? {}) as ResultMeta;
  return {
    ...(ratelimit && {
      "RateLimit-Limit": String(ratelimit.limit),
      "RateLimit-Remaining": String(ratelimit.remaining),
      "RateLimit-Reset": String(ratelimit.reset),
    }),
    ...(wait === undefined ? {} : { "Retry-After": String(wait) }),
  };
}
