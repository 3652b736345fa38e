/** The users of a resource, such as `{ server: "srv_…", account: "acc_…" }`. */
export type Holders<Kind extends string> = Readonly<Record<Kind, string>>;

/** A limited resource. No single holder may use all of it. */
export interface Shares<Kind extends string> {
  /** Takes this much for these holders. Returns a function that gives it back, or undefined if a share is used up. */
  take(holders: Holders<Kind>, amount?: number): (() => void) | undefined;
  readonly taken: () => number;
}

/**
 * @param most in total
 * @param mostEach for one holder of each kind
 */
export function createShares<Kind extends string>(
  most: number,
  mostEach: Readonly<Record<Kind, number>>,
): Shares<Kind> {
  let total = 0;
  const held = new Map<string, number>();
  const kinds = Object.keys(mostEach) as Kind[];
  return {
    taken: () => total,
    take(holders, amount = 1) {
      const keys = kinds.map((kind) => `${kind} ${holders[kind]}`);
      const fits = kinds.every((kind, at) => (held.get(keys[at]!) ?? 0) + amount <= mostEach[kind]);
      if (!fits || total + amount > most) return undefined;
      const add = (given: number) => {
        total += given;
        for (const key of keys) {
          const now = (held.get(key) ?? 0) + given;
          if (now === 0) held.delete(key);
          else held.set(key, now);
        }
      };
      add(amount);
      let isTaken = true;
      return () => {
        if (isTaken) add(-amount);
        isTaken = false;
      };
    },
  };
}
