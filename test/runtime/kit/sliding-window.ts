/** An API's rate limit with a sliding window. */
export interface SlidingWindow {
  readonly limit: number;
  readonly windowMs: number;
}

/** Counts requests as they arrive, and refuses those above the limit. */
export function slidingWindow({ limit, windowMs }: SlidingWindow): (() => boolean) & { refused(): number } {
  let arrived: number[] = [];
  let refused = 0;
  const admits = () => {
    const now = performance.now();
    arrived = arrived.filter((moment) => now - moment < windowMs);
    if (arrived.length >= limit) {
      refused += 1;
      return false;
    }
    arrived.push(now);
    return true;
  };
  return Object.assign(admits, { refused: () => refused });
}
