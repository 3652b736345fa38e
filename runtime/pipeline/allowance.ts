import type { Fault } from "../contract/fault.js";
import type { RateLimit } from "../contract/outcome.js";
import type { Upstream } from "../upstream/upstream.js";

/** The account's allowance after a call: upstream's last statement, completed by our own count. */
export function allowanceAfter(
  upstream: Upstream,
  stated: RateLimit | undefined,
  fault?: Fault,
): Required<RateLimit> | undefined {
  const counted = upstream.allowance();
  const isLimited = fault?.kind === "rate_limited";
  const limit = stated?.limit ?? counted?.limit;
  if (limit === undefined) return undefined;
  return {
    limit,
    remaining: stated?.remaining ?? (isLimited ? 0 : (counted?.remaining ?? limit)),
    reset: stated?.reset ?? (isLimited ? fault.retryAfterSeconds : undefined) ?? counted?.reset ?? 0,
  };
}
