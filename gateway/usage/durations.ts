/** Upper bounds in milliseconds. The last range has no bound. */
export const bounds = [
  5, 10, 20, 50, 100, 200, 350, 500, 750, 1_000, 1_500, 2_500, 5_000, 10_000, 20_000, 30_000, 60_000,
];

/** Columns of the table `usage` with the number of calls in each range. */
export const durationColumns = [...bounds.map((bound) => `to_${bound}_ms` as const), "over_60000_ms"] as const;

/** The index of a duration's range. */
export function rangeOf(ms: number): number {
  const index = bounds.findIndex((bound) => ms <= bound);
  return index < 0 ? bounds.length : index;
}

/**
 * The duration below which a share of the calls lies, within the width of its range; null without calls.
 * @param counts of each range
 */
export function quantile(counts: readonly number[], share: number): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let before = 0;
  for (const [index, count] of counts.entries()) {
    if (before + count >= share * all && count > 0) {
      const low = index === 0 ? 0 : bounds[index - 1]!;
      const high = bounds[index] ?? low;
      return Math.round(low + ((high - low) * (share * all - before)) / count);
    }
    before += count;
  }
  return bounds.at(-1)!;
}
