/** A queue that serves its owners in turn, so that an owner with many items does not delay one with few. */
export interface FairQueue<Item> {
  readonly size: number;
  push(owner: string, item: Item): void;
  /** The next item of the owner whose turn it is. */
  shift(): Item | undefined;
  remove(owner: string, item: Item): void;
}

export function createFairQueue<Item>(): FairQueue<Item> {
  // A map keeps the order of insertion: the first owner is served and moves to the end.
  const waiting = new Map<string, Item[]>();
  let size = 0;

  return {
    get size() {
      return size;
    },
    push(owner, item) {
      const own = waiting.get(owner);
      if (own) own.push(item);
      else waiting.set(owner, [item]);
      size += 1;
    },
    shift() {
      const first = waiting.entries().next();
      if (first.done) return undefined;
      const [owner, own] = first.value;
      const item = own.shift();
      waiting.delete(owner);
      if (own.length > 0) waiting.set(owner, own);
      size -= 1;
      return item;
    },
    remove(owner, item) {
      const own = waiting.get(owner);
      const at = own?.indexOf(item) ?? -1;
      if (!own || at < 0) return;
      own.splice(at, 1);
      if (own.length === 0) waiting.delete(owner);
      size -= 1;
    },
  };
}
