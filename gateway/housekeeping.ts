import { allowPruning, removeOldSeals } from "./audit/chain/chain-start.js";
import { startSealer } from "./audit/chain/sealer.js";
import { oldestKeptTime, removeOldEntries } from "./audit/retention.js";
import type { Core } from "./core.js";
import { forgetOldPrograms } from "./programs/program-store.js";
import { forgetOldTasks } from "./serve/stored-tasks.js";
import { hourOf } from "./usage/usage.js";
import { removeUsageBefore } from "./usage/usage-table.js";
import { forgetOldSessions } from "./sessions.js";

const HOUR_MS = 3_600_000;
const MONTHS_OF_USAGE = 13;

/**
 * Deletes expired rows now and every hour, and seals the log.
 * @param pruned called with numbers of deleted audit entries
 * @returns a function that stops it
 */
export function startHousekeeping(
  core: Core,
  { auditDays, pruned }: { readonly auditDays: number; readonly pruned: (entries: number) => void },
  report: (error: Error) => void,
): () => Promise<void> {
  const endSealer = startSealer(core, report);
  let isEnding = false;
  let tidying: Promise<unknown> | undefined;
  // One after the other, because both change partitions.
  const tidyLog = async () => {
    await core.store.partitions?.createAhead(core.now());
    const before = oldestKeptTime(core.now(), auditDays).toISOString();
    await allowPruning(core, before);
    await removeOldEntries(core, auditDays, () => isEnding, pruned);
    await removeOldSeals(core, before);
  };
  const tidy = () => {
    tidying ??= Promise.all([
      tidyLog(),
      forgetOldSessions(core),
      forgetOldTasks(core),
      forgetOldPrograms(core),
      forgetOldUsage(core),
    ])
      .catch(report)
      .finally(() => (tidying = undefined));
  };
  tidy();
  const timer = setInterval(tidy, HOUR_MS).unref();
  return async () => {
    isEnding = true;
    clearInterval(timer);
    await tidying;
    await endSealer();
  };
}

/** A whole year can be compared with the one before, month by month. */
function forgetOldUsage({ store, now }: Core): Promise<void> {
  const oldest = now();
  oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS_OF_USAGE);
  return removeUsageBefore(store.db, hourOf(oldest));
}
