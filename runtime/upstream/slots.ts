/** The right to send one request. Exactly one of the two is called, once. */
export interface Slot {
  /** The answer is here or the request has failed: upstream has counted it by now at the latest. */
  used(): void;
  /** Nothing was sent. */
  giveBack(): void;
}

/** What is left of the window: requests, and milliseconds until all of them are free again. */
interface Room {
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

type Taken = { readonly slot: Slot } | { readonly waitMs: number };

/** A request that hangs has arrived long since; it may not hold its slot for as long as it hangs. */
const ARRIVES_MS = 10_000;

/**
 * A sliding window in memory. A slot is free again one window after its answer, not after it was sent: upstream
 * counts a request when it arrives, somewhere between the two, and must never find one too many in its window.
 */
export function createSlots(limit: number, windowMs: number): SlotStore {
  // Both in the order of time: what is under way by its beginning, what is done by its end.
  const underWay = new Set<TakenSlot>();
  let done: number[] = [];
  let forgotten = 0;

  function countTaken(now: number): number {
    for (const slot of underWay) {
      if (slot.from + ARRIVES_MS > now) break;
      settle(slot);
    }
    while (forgotten < done.length && done[forgotten]! + windowMs <= now) forgotten += 1;
    // Now and then, so that it costs nothing.
    if (forgotten > 1_000 || forgotten === done.length) {
      done = done.slice(forgotten);
      forgotten = 0;
    }
    return underWay.size + done.length - forgotten;
  }

  function settle(slot: TakenSlot): void {
    if (underWay.delete(slot)) done.push(performance.now());
  }

  return {
    take() {
      const now = performance.now();
      if (countTaken(now) >= limit) {
        const [oldest] = underWay;
        const frees = done[forgotten] ?? oldest!.from + ARRIVES_MS;
        return { waitMs: frees + windowMs - now };
      }
      const slot: TakenSlot = { from: now };
      underWay.add(slot);
      return { slot: { used: () => settle(slot), giveBack: () => void underWay.delete(slot) } };
    },
    room() {
      const now = performance.now();
      const remaining = limit - countTaken(now);
      // As if what is under way were done now; nobody knows when it will be.
      const last = underWay.size > 0 ? now : done.at(-1);
      return { limit, remaining, resetMs: last === undefined ? 0 : last + windowMs - now };
    },
  };
}

interface TakenSlot {
  readonly from: number;
}
