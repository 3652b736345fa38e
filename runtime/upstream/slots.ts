/** The right to send one request. Call exactly one of the two, once. */
export interface Slot {
  /** The answer arrived or the request failed: upstream has counted it by now. */
  used(): void;
  /** Nothing was sent. */
  giveBack(): void;
}

/** The rest of the window: requests, and milliseconds until all of them are free again. */
interface Room {
  readonly limit: number;
  readonly remaining: number;
  readonly resetMs: number;
}

/** Counts an account's requests. A store that several processes share answers with promises. */
export interface SlotStore {
  /** A slot, or the milliseconds until the next attempt makes sense. */
  take(): Taken | Promise<Taken>;
  /** The same without waiting, where one process counts alone. */
  takeNow?(): Taken;
  room(): Room;
}

type Taken = { readonly slot: Slot } | { readonly waitMs: number };

/** A hanging request has arrived long ago, so it does not keep its slot for its whole time. */
const ARRIVES_MS = 10_000;

/**
 * A sliding window in memory. A slot is free again one window after the answer, not after the request: upstream counts
 * a request when it arrives, somewhere between the two, and must never count one too many in its window.
 */
export function createSlots(limit: number, windowMs: number): SlotStore {
  // Both are sorted by time: running requests by their start, finished ones by their end.
  const underWay = new Set<TakenSlot>();
  let done: number[] = [];
  let forgotten = 0;

  function countTaken(now: number): number {
    for (const slot of underWay) {
      if (slot.from + ARRIVES_MS > now) break;
      settle(slot);
    }
    while (forgotten < done.length && done[forgotten]! + windowMs <= now) forgotten += 1;
    // Only sometimes, so that it costs little.
    if (forgotten > 1_000 || forgotten === done.length) {
      done = done.slice(forgotten);
      forgotten = 0;
    }
    return underWay.size + done.length - forgotten;
  }

  function settle(slot: TakenSlot): void {
    if (underWay.delete(slot)) done.push(performance.now());
  }

  function take(): Taken {
    const now = performance.now();
    if (countTaken(now) >= limit) {
      const [oldest] = underWay;
      const frees = done[forgotten] ?? oldest!.from + ARRIVES_MS;
      return { waitMs: frees + windowMs - now };
    }
    const slot: TakenSlot = { from: now };
    underWay.add(slot);
    return { slot: { used: () => settle(slot), giveBack: () => void underWay.delete(slot) } };
  }

  return {
    take,
    takeNow: take,
    room() {
      const now = performance.now();
      const remaining = limit - countTaken(now);
      // As if the running requests ended now, because their end is unknown.
      const last = underWay.size > 0 ? now : done.at(-1);
      return { limit, remaining, resetMs: last === undefined ? 0 : last + windowMs - now };
    },
  };
}

interface TakenSlot {
  readonly from: number;
}
