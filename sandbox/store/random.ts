/** A seeded random source. The same seed gives the same organisation and the same ids. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, including both. */
  between(low: number, high: number): number;
  pick<T>(values: readonly T[]): T;
  /** `count` different values, in their original order. */
  some<T>(values: readonly T[], count: number): T[];
  chance(probability: number): boolean;
  uuid(): string;
  /** The state of the source. A source created from it continues the sequence. */
  state(): number;
}

/** @param seed a name, or the state of another source */
export function createRandom(seed: string | number): Random {
  let state = typeof seed === "number" ? seed : hash(seed);
  const next = (): number => {
    // mulberry32: 32 bits of state are enough for test data.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(values: readonly T[]): T => values[between(0, values.length - 1)] as T;
  const some = <T>(values: readonly T[], count: number): T[] => {
    const left = values.map((_, index) => index);
    const chosen = Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(between(0, left.length - 1), 1),
    );
    return chosen
      .flat()
      .sort((a, b) => a - b)
      .map((index) => values[index] as T);
  };
  const hex = (): string =>
    Math.floor(next() * 4294967296)
      .toString(16)
      .padStart(8, "0");
  const uuid = (): string => {
    const [a, b, c, d] = [hex(), hex(), hex(), hex()];
    const variant = "89ab"[Number.parseInt(c.slice(0, 1), 16) & 3];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
  };
  return {
    next,
    between,
    pick,
    some,
    chance: (probability) => next() < probability,
    uuid,
    state: () => state,
  };
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619), 2166136261) | 0;
}
