import type { HeaderValues } from "../contract/answer.js";
import type { RateLimit } from "../contract/outcome.js";

/**
 * The allowance in any header format: `RateLimit-*`, `X-RateLimit-*`, `X-Rate-Limit-*`, and the two structured formats
 * of the IETF drafts (`RateLimit: limit=50, remaining=0, reset=5` and `RateLimit: "x";r=0;t=5` with `RateLimit-Policy:
 * "x";q=50;w=10`). Undefined without such headers.
 * @param now milliseconds since the epoch, for answers without a Date
 */
export function readRateLimit(headers: HeaderValues, now: number): RateLimit | undefined {
  if (!Object.keys(headers).some((name) => /rate-?limit/.test(name))) return undefined;
  const clock = clockOf(headers, now);
  const told = structured(headers);
  const limit = count(spelled(headers, "limit")) ?? told.limit;
  const remaining = count(spelled(headers, "remaining")) ?? told.remaining;
  const reset =
    secondsUntil(spelled(headers, "reset") ?? spelled(headers, "reset-after"), clock) ?? told.reset;
  if (limit === undefined && remaining === undefined && reset === undefined) return undefined;
  return { limit, remaining, reset };
}

/** Whole seconds to wait: Retry-After as seconds or a date, else the time until the reset. */
export function readRetryAfter(headers: HeaderValues, now: number): number | undefined {
  const milliseconds = count(headers["retry-after-ms"]);
  if (milliseconds !== undefined) return Math.ceil(milliseconds / 1000);
  const asked = headers["retry-after"] ?? headers["x-retry-after"];
  return secondsUntil(asked, clockOf(headers, now)) ?? readRateLimit(headers, now)?.reset;
}

function spelled(headers: HeaderValues, part: string): string | undefined {
  for (const family of ["ratelimit", "x-ratelimit", "x-rate-limit", "rate-limit"]) {
    const value = headers[`${family}-${part}`];
    if (value !== undefined) return value;
  }
  return undefined;
}

function structured(headers: HeaderValues): RateLimit {
  const state = headers["ratelimit"] ?? headers["x-ratelimit"] ?? "";
  const policy = headers["ratelimit-policy"] ?? "";
  return {
    limit: named(state, "limit") ?? named(policy, "q") ?? count(policy),
    remaining: named(state, "remaining") ?? named(state, "r"),
    reset: named(state, "reset") ?? named(state, "t"),
  };
}

function named(text: string, name: string): number | undefined {
  return count(new RegExp(`(?:^|[;,\\s])${name}\\s*=\\s*(\\d+)`).exec(text)?.[1]);
}

/** The first number of a value: the drafts before 07 append the policy, as in `50, 50;w=10`. */
function count(text: string | undefined): number | undefined {
  const digits = text === undefined ? null : /^\s*(\d+(?:\.\d+)?)/.exec(text);
  return digits ? Number(digits[1]) : undefined;
}

const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

/** A duration, a time since the epoch (seconds or milliseconds) or a date, as whole seconds from now. */
function secondsUntil(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\s*\d+(\.\d+)?\s*([,;]|$)/.test(text)) {
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : until(date, now);
  }
  const value = count(text)!;
  if (value >= EPOCH_MILLISECONDS) return until(value, now);
  if (value >= EPOCH_SECONDS) return until(value * 1000, now);
  return Math.ceil(value);
}

function until(moment: number, now: number): number {
  return Math.max(0, Math.ceil((moment - now) / 1000));
}

/** Upstream's own clock if it sends one, so that times are correct with different clocks. */
function clockOf(headers: HeaderValues, now: number): number {
  const date = Date.parse(headers["date"] ?? "");
  return Number.isNaN(date) ? now : date;
}
