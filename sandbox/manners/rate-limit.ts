export interface RateLimitOptions {
  /** Requests per window. Default 50. */
  readonly limit?: number;
  /** The window in seconds. Default 10. */
  readonly seconds?: number;
}

export interface RateLimit {
  /** Counts a request. Throws a 429 if the window is full. */
  check(): Response | undefined;
  /** Adds `RateLimit-Limit` to an answer. */
  label(response: Response): Response;
  /** Forgets the counted requests. */
  reset(): void;
  /** Turns the limit on or off. */
  enabled: boolean;
}

/** FireHydrant's rate limit: one window for the whole account, for all its keys. Time is in milliseconds. */
export function createRateLimit(options: RateLimitOptions | false, now: () => number): RateLimit {
  const { limit = 50, seconds = 10 } = options || {};
  let taken: number[] = [];
  const rateLimit: RateLimit = {
    enabled: options !== false,
    check: () => {
      if (!rateLimit.enabled) return undefined;
      const from = now() - seconds * 1000;
      taken = taken.filter((at) => at > from);
      if (taken.length < limit) {
        taken.push(now());
        return undefined;
      }
      return tooMany(Math.max(1, Math.ceil(((taken[0] ?? 0) - from) / 1000)));
    },
    label: (response) => {
      if (rateLimit.enabled) response.headers.set("RateLimit-Limit", String(limit));
      return response;
    },
    reset: () => {
      taken = [];
    },
  };
  return rateLimit;
}

/** The 429 with the seconds to wait. */
export function tooMany(seconds: number): Response {
  const headers = { "Retry-After": String(seconds) };
  return Response.json({ error: "rate limit exceeded" }, { status: 429, headers });
}
