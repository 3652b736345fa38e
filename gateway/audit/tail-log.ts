import { setTimeout as pause } from "node:timers/promises";
import type { Core } from "../core.js";
import { createSealing } from "./chain/seal.js";
import { chainEnd } from "./chain/sealer.js";
import { isSearched, type LogFilter } from "./read-log.js";
import { messageAfter } from "./streams/messages.js";
import type { StreamedEntry } from "./streams/sink.js";

const EVERY_MS = 500;
/** A tail ends after this time. The client continues with the last number, and its credential is checked again. */
const MOST_MS = 15_000;

/**
 * New matching entries, from their sealing on, in the order of their numbers.
 * @param after the number after which to begin; by default, only entries from now on
 */
export async function* tailLog(
  core: Core,
  filter: LogFilter,
  after: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<{ readonly entries: readonly StreamedEntry[]; readonly last: number }> {
  const { db } = core.store;
  let last = after ?? (await chainEnd(db, createSealing(core.keys))).last;
  yield { entries: [], last };
  for (const end = performance.now() + MOST_MS; performance.now() < end && !signal.aborted;) {
    const message = await messageAfter(db, last);
    if (message) {
      const isNew = (entry: StreamedEntry) => entry.sequence > (after ?? 0) && isSearched(filter, entry);
      last = message.last;
      yield { entries: message.entries.filter(isNew), last };
    } else await pause(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
