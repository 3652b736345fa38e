import type { HeaderValues } from "../contract/answer.js";
import type { RateLimit } from "../contract/outcome.js";

/**
 * The allowance in whatever spelling upstream uses: `RateLimit-*`, `X-RateLimit-*`, `X-Rate-Limit-*`, the same under an
 * API's own name, and the two
 * structured forms of the IETF drafts (`RateLimit: limit=50, remaining=0, reset=5` and `RateLimit: "x";r=0;t=5`
 * with `RateLimit-Policy: "x";q=50;w=10`). Undefined where upstream says nothing.
 * @param now milliseconds since the epoch, for upstreams that send no Date
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
  return ofItsOwn(headers, part);
}

/** An API's own names: `acme-ratelimit-requests-remaining`, `x-ratelimit-limit-requests`. */
function ofItsOwn(headers: HeaderValues, part: string): string | undefined {
  const name = new RegExp(`(?:^|-)rate-?limit-(?:requests-)?${part}(?:-requests)?$`);
  const found = Object.keys(headers).find((header) => name.test(header));
  return found === undefined ? undefined : headers[found];
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
  const span = spanOf(text);
  if (span !== undefined) return Math.ceil(span);
  if (!/^\s*\d+(\.\d+)?\s*([,;]|$)/.test(text)) {
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : until(date, now);
  }
  const value = count(text)!;
  if (value >= EPOCH_MILLISECONDS) return until(value, now);
  if (value >= EPOCH_SECONDS) return until(value * 1000, now);
  return Math.ceil(value);
}

/** Seconds of a span such as `6m0s` or `20ms`. */
function spanOf(text: string): number | undefined {
  const found = /^(?:(\d{1,6})h)?(?:(\d{1,6})m(?!s))?(?:(\d{1,9}(?:\.\d{1,9})?)s)?(?:(\d{1,9})ms)?$/.exec(
    text.trim(),
  );
  if (!found) return undefined;
  const parts: (string | undefined)[] = found.slice(1);
  if (parts.every((part) => part === undefined)) return undefined;
  const [hours, minutes, seconds, milliseconds] = parts.map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return hours * 3600 + minutes * 60 + seconds + milliseconds / 1000;
}

function until(moment: number, now: number): number {
  return Math.max(0, Math.ceil((moment - now) / 1000));
}

/** Upstream's own clock if it sends one, so that times are correct with different clocks. */
function clockOf(headers: HeaderValues, now: number): number {
  const date = Date.parse(headers["date"] ?? "");
  return Number.isNaN(date) ? now : date;
}
