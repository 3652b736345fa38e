import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";

/** So many uses within so many seconds. */
export interface UseLimit {
  readonly calls: number;
  readonly seconds: number;
}

/** Counts uses by key. All replicas on one store count together. */
export interface RateLimiter {
  /** Counts one use. Where the limit is reached, it answers the seconds until the next use may come. */
  take(key: string, limit: UseLimit): Promise<number | undefined>;
}

/** @param createCounter makes the counter of one limit */
export function createRateLimiter(createCounter: (limit: UseLimit) => RateLimiterAbstract): RateLimiter {
  const counters = new Map<string, RateLimiterAbstract>();

  function counterOf(limit: UseLimit): RateLimiterAbstract {
    const name = `${limit.calls}/${limit.seconds}`;
    const counter = counters.get(name) ?? createCounter(limit);
    counters.set(name, counter);
    return counter;
  }

  return {
    async take(key, limit) {
      try {
        await counterOf(limit).consume(key);
        return undefined;
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw error;
      }
    },
  };
}

/** The prefix holds the window's length, so a limit of another length starts a new count. */
export function counterOptions({ calls, seconds }: UseLimit) {
  return { points: calls, duration: seconds, keyPrefix: `w${seconds}` };
}
