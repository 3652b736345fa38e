import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import type { RateLimitConfig } from "../server-config.js";
import type { Store } from "../store/store.js";

/** Counts the calls of server URLs; replicas on one PostgreSQL count together. */
export interface RateLimits {
  /** Takes one call; the seconds until the next one may come, where none may now. */
  take(serverId: string, limit: RateLimitConfig): Promise<number | undefined>;
}

export function createRateLimits({ pool }: Store): RateLimits {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterFor = ({ calls, seconds }: RateLimitConfig) => {
    const key = `${calls}/${seconds}`;
    const limiter = limiters.get(key) ?? createLimiter(pool, calls, seconds);
    limiters.set(key, limiter);
    return limiter;
  };
  return {
    async take(serverId, limit) {
      try {
        await limiterFor(limit).consume(serverId);
        return undefined;
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw error;
      }
    },
  };
}

function createLimiter(pool: Store["pool"], points: number, duration: number): RateLimiterAbstract {
  // The prefix holds the window, so a limit of another length begins to count anew.
  const keyPrefix = `w${duration}`;
  if (!pool) return new RateLimiterMemory({ points, duration, keyPrefix });
  return new RateLimiterPostgres({
    storeClient: pool,
    points,
    duration,
    keyPrefix,
    tableName: "rate_limits",
    tableCreated: true,
    // Once used up, the store isn't asked again within the window.
    inMemoryBlockOnConsumed: points + 1,
    clearExpiredByTimeout: true,
  });
}
