import { forgetOldConnections } from "./authorization/connections.js";
import { forgetUnusedClients } from "./authorization/registration.js";
import { allowPruning, removeOldSeals } from "./audit/chain/chain-start.js";
import { startSealer } from "./audit/chain/sealer.js";
import { oldestKeptTime, removeOldEntries } from "./audit/retention.js";
import type { Logger } from "pino";
import { startStreams } from "./audit/streams/start.js";
import { startNotices } from "./consent/notices/send-notices.js";
import type { Core } from "./core.js";
import { warnOfExpiry } from "./servers/expiry-warning.js";
import type { Settings } from "./settings.js";
import { forgetOldPrograms } from "./programs/program-store.js";
import { forgetOldTasks } from "./serve/stored-tasks.js";
import { hourOf } from "./usage/usage.js";
import { removeUsageBefore } from "./usage/usage-table.js";
import { forgetOldSessions } from "./sessions.js";

const HOUR_MS = 3_600_000;
const MONTHS_OF_USAGE = 13;

interface HousekeepingParts {
  readonly settings: Pick<Settings, "auditDays" | "auditStreams" | "approvalChannels">;
  readonly logger: Logger;
  /** Called with numbers of deleted audit entries. */
  readonly pruned: (entries: number) => void;
}

/**
 * Deletes expired rows now and every hour, warns before server URLs expire, seals and sends the log, and sends notices.
 * @returns a function that stops it
 */
export function startHousekeeping(
  core: Core,
  { settings: { auditDays, auditStreams, approvalChannels }, logger, pruned }: HousekeepingParts,
  report: (error: Error) => void,
): () => Promise<void> {
  const endSealer = startSealer(core, report);
  const endStreams = startStreams(core, auditStreams, logger);
  const endNotices = startNotices(core, approvalChannels, logger);
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
      forgetOldConnections(core),
      forgetUnusedClients(core),
      forgetOldTasks(core),
      forgetOldPrograms(core),
      forgetOldUsage(core),
      warnOfExpiry(core),
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
    await endStreams();
    await endNotices();
  };
}

/** A whole year can be compared with the one before, month by month. */
function forgetOldUsage({ store, now }: Core): Promise<void> {
  const oldest = now();
  oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS_OF_USAGE);
  return removeUsageBefore(store.db, hourOf(oldest));
}
