import type { Core } from "../core.js";

/** Rows per statement. It takes some milliseconds, during which a SQLite store answers no other query. */
const MOST_AT_ONCE = 200;
/** Pause between two statements, so that calls come first. */
const PAUSE_MS = 25;

/**
 * Deletes entries that are older than this many days, and returns their number. On PostgreSQL an old month is dropped
 * as a whole. Other entries are deleted in small steps.
 * @param isEnding stops between two steps, for a gateway that shuts down
 * @param pruned called with numbers of deleted entries; about how many for a whole month
 */
export async function removeOldEntries(
  { store, now }: Core,
  days: number,
  isEnding: () => boolean = () => false,
  pruned: (entries: number) => void = () => {},
): Promise<number> {
  const oldestKept = oldestKeptTime(now(), days);
  pruned((await store.partitions?.dropBefore(oldestKept)) ?? 0);
  const before = oldestKept.toISOString();
  let removed = 0;
  for (;;) {
    const { numDeletedRows } = await store.db
      .deleteFrom("audit")
      .where(store.isOldest(before, MOST_AT_ONCE))
      // PostgreSQL then looks into old partitions alone.
      .where("at", "<", before)
      .executeTakeFirst();
    removed += Number(numDeletedRows);
    pruned(Number(numDeletedRows));
    if (numDeletedRows < MOST_AT_ONCE || isEnding()) return removed;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Entries from before this time are deleted. */
export function oldestKeptTime(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
