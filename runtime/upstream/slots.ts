/** The right to send one request. Exactly one of the two is called, once. */
export interface Slot {
  /** The answer is here or the request has failed: upstream has counted it by now at the latest. */
  used(): void;
  /** Nothing was sent. */
  giveBack(): void;
}

/** What is left of the window: requests, and milliseconds until all of them are free again. */
export interface Room {
  readonly limit: number;
  readonly remaining: number;
  readonly resetMs: number;
}

/**
 * Where an account's requests are counted. A store shared by several processes answers with promises.
 */
export interface SlotStore {
  /** One slot, or the milliseconds after which it is worth asking again. */
  take(): Taken | Promise<Taken>;
  room(): Room;
}

export type Taken = { readonly slot: Slot } | { readonly waitMs: number };

/** A request that hangs has arrived long since; it may not hold its slot for as long as it hangs. */
const ARRIVES_MS = 10_000;

/**
 * A sliding window in memory. A slot is free again one window after its answer, not after it was sent: upstream
 * counts a request when it arrives, somewhere between the two, and must never find one too many in its window.
 */
export function createSlots(limit: number, windowMs: number): SlotStore {
  let taken: TakenSlot[] = [];

  function freesAt({ from, until }: TakenSlot): number {
    return Math.min(until ?? Infinity, from + ARRIVES_MS) + windowMs;
  }

  function forgetFree(now: number): void {
    if (taken.some((one) => freesAt(one) <= now)) taken = taken.filter((one) => freesAt(one) > now);
  }

  return {
    take() {
      const now = performance.now();
      forgetFree(now);
      if (taken.length >= limit) return { waitMs: Math.min(...taken.map(freesAt)) - now };
      const one: TakenSlot = { from: now };
      taken.push(one);
      return {
        slot: {
          used: () => void (one.until = performance.now()),
          giveBack: () => void (taken = taken.filter((other) => other !== one)),
        },
      };
    },
    room() {
      const now = performance.now();
      forgetFree(now);
      // Taking what is under way as answered now; nobody knows when it will be.
      const resetMs = Math.max(0, ...taken.map(({ until }) => (until ?? now) + windowMs - now));
      return { limit, remaining: limit - taken.length, resetMs };
    },
  };
}

interface TakenSlot {
  readonly from: number;
  until?: number;
}
