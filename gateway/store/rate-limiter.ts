import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";

/** Maximum uses within a number of seconds. */
export interface UseLimit {
  readonly calls: number;
  readonly seconds: number;
}

/** Counts uses by key. All replicas with the same store count together. */
export interface RateLimiter {
  /** Counts one use. At the limit, it returns the seconds until the next use is allowed. */
  take(key: string, limit: UseLimit): Promise<number | undefined>;
}

/** @param createCounter creates the counter of a limit */
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

/** The prefix contains the window's length, so a changed window starts a new count. */
export function counterOptions({ calls, seconds }: UseLimit) {
  return { points: calls, duration: seconds, keyPrefix: `w${seconds}` };
}
