/** Things that are handled later, together. */
export interface Batch<Of> {
  add(one: Of): void;
  /** Handles all that wait, now. */
  flush(): void;
}

/** So that handling them holds up other requests for a few milliseconds at most. */
const MOST = 128;

/**
 * Collects what no answer waits for. Between two calls other code takes the place of this one in the processor's caches,
 * so to handle a hundred things together takes a fraction of the time.
 */
export function createBatch<Of>(handle: (one: Of) => void): Batch<Of> {
  let waiting: Of[] = [];
  function flush(): void {
    const taken = waiting;
    waiting = [];
    taken.forEach(handle);
  }
  return {
    add(one) {
      waiting.push(one);
      if (waiting.length >= MOST) flush();
    },
    flush,
  };
}
