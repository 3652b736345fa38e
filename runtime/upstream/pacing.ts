import { Fault } from "../contract/fault.js";
import { createFairQueue, type FairQueue } from "./fair-queue.js";
import type { RateLimit } from "../contract/outcome.js";
import { createSlots, type Slot, type SlotStore } from "./slots.js";
import type { CancelSignal } from "../contract/cancellation.js";

export interface PacingOptions {
  /** Requests per window; 50. */
  readonly limit?: number;
  /** Milliseconds of the window; 10,000. */
  readonly windowMs?: number;
  /** Maximum waiting calls, for reads and writes each; 200. */
  readonly mostWaiting?: number;
  /** Maximum milliseconds that a call waits for its turn; 40,000. */
  readonly longestWaitMs?: number;
  /** Counts requests; by default in this process. */
  readonly slots?: SlotStore;
}

/** Who needs a turn, and for what. */
export interface TurnRequest {
  /** Calls of one caller wait behind each other, and callers take turns. */
  readonly caller: string;
  readonly write: boolean;
  readonly signal: CancelSignal;
}

/** Keeps an account's requests within the API's rate limit. */
export interface Pacer {
  /**
   * Waits until a request may be sent.
   * @throws Fault `busy` if too many calls wait or the wait was too long; the signal's reason if it aborts
   */
  turn(request: TurnRequest): Promise<Slot>;
  /** Delays reads for some time, because upstream asked for it. */
  holdReads(milliseconds: number): void;
  /** The account's allowance by this pacer's count; undefined if it does not count. */
  allowance(): Required<RateLimit> | undefined;
  /** How many requests wait for their turn. */
  waiting(): { readonly reads: number; readonly writes: number };
}

/** A pacer for an API without a limit: every request is sent at once. */
export const unpaced: Pacer = {
  turn: async ({ signal }) => (signal.throwIfAborted(), { used: () => undefined, giveBack: () => undefined }),
  holdReads: () => undefined,
  allowance: () => undefined,
  waiting: () => ({ reads: 0, writes: 0 }),
};

/** Writes go before reads. Within each, callers take turns. */
export function createPacer(title: string, options: PacingOptions = {}): Pacer {
  const { limit = 50, windowMs = 10_000, mostWaiting = 200, longestWaitMs = 40_000 } = options;
  const slots = options.slots ?? createSlots(limit, windowMs);
  const writes = createFairQueue<Waiting>();
  const reads = createFairQueue<Waiting>();
  let readsHeldUntil = 0;
  let serving = false;
  let timer: NodeJS.Timeout | undefined;

  function turn({ caller, write, signal }: TurnRequest): Slot | Promise<Slot> {
    const isHeld = !write && performance.now() < readsHeldUntil;
    // Where no call waits and this process counts alone, there is a slot at once.
    const taken = isHeld || serving || writes.size + reads.size > 0 ? undefined : slots.takeNow?.();
    if (taken && "slot" in taken) return freeing(taken.slot);
    const queue = write ? writes : reads;
    if (queue.size >= mostWaiting) throw busyFault(title, `${queue.size} calls wait already`, windowMs);
    const slot = waitIn(queue, caller, signal, {
      afterMs: longestWaitMs,
      fault: () => busyFault(title, `no turn came within ${longestWaitMs / 1000} s`, windowMs),
    });
    void serve();
    return slot;
  }

  /** Grants turns while slots are free. Only one runs at a time. It is called again whenever something changes. */
  async function serve(): Promise<void> {
    if (serving) return;
    serving = true;
    try {
      for (let queue = nextQueue(); queue; queue = nextQueue()) {
        const taken = await slots.take();
        if ("waitMs" in taken) return serveAfter(taken.waitMs);
        const next = nextQueue()?.shift();
        if (next) next.grant(freeing(taken.slot));
        else taken.slot.giveBack();
      }
      if (reads.size > 0) serveAfter(readsHeldUntil - performance.now());
    } catch (error) {
      for (const queue of [writes, reads]) refuseAll(queue, error as Error);
    } finally {
      serving = false;
    }
  }

  function nextQueue(): FairQueue<Waiting> | undefined {
    if (writes.size > 0) return writes;
    return reads.size > 0 && performance.now() >= readsHeldUntil ? reads : undefined;
  }

  function serveAfter(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void serve(), Math.max(1, Math.ceil(milliseconds))).unref();
  }

  /** A used or returned slot may free another one sooner than expected. */
  function freeing(slot: Slot): Slot {
    return { used: () => (slot.used(), void serve()), giveBack: () => (slot.giveBack(), void serve()) };
  }

  return {
    turn: async (request) => (request.signal.throwIfAborted(), turn(request)),
    holdReads: (milliseconds) =>
      void (readsHeldUntil = Math.max(readsHeldUntil, performance.now() + milliseconds)),
    waiting: () => ({ reads: reads.size, writes: writes.size }),
    allowance: () => allowanceIn(slots),
  };
}

function allowanceIn(slots: SlotStore): Required<RateLimit> {
  const { limit, remaining, resetMs } = slots.room();
  return { limit, remaining, reset: Math.ceil(resetMs / 1000) };
}

interface Waiting {
  grant(slot: Slot): void;
  refuse(error: Error): void;
}

function refuseAll(queue: FairQueue<Waiting>, error: Error): void {
  for (let next = queue.shift(); next; next = queue.shift()) next.refuse(error);
}

/** Waits in a queue until a slot is granted, the signal aborts or the wait is too long. */
function waitIn(
  queue: FairQueue<Waiting>,
  caller: string,
  signal: CancelSignal,
  tooLong: { readonly afterMs: number; readonly fault: () => Fault },
): Promise<Slot> {
  return new Promise((resolve, reject) => {
    const waiting: Waiting = {
      grant: (slot) => (leave(), resolve(slot)),
      refuse: (error) => (leave(), reject(error)),
    };
    const timer = setTimeout(() => waiting.refuse(tooLong.fault()), tooLong.afterMs);
    const aborted = () => waiting.refuse(signal.reason);
    function leave() {
      clearTimeout(timer);
      signal.removeEventListener("abort", aborted);
      queue.remove(caller, waiting);
    }
    signal.addEventListener("abort", aborted);
    queue.push(caller, waiting);
  });
}

function busyFault(title: string, why: string, windowMs: number): Fault {
  const seconds = Math.max(1, Math.ceil(windowMs / 1000));
  return new Fault({
    kind: "busy",
    message: `Calls to ${title} are paced to the account's rate limit, and ${why}. This call was not sent.`,
    retryAfterSeconds: seconds,
    next: `Call again in ${seconds} s, with fewer calls at once.`,
  });
}
