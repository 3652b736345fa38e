import type { Logger } from "pino";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Core } from "../core.js";
import type { Db, Store } from "../store/store.js";
import { lineOf, rowOf } from "./entry.js";
import type { AuditEntry, AuditTable } from "./fields.js";

/** Keeps entries in the store, and writes each as a line of JSON. */
export interface AuditLog {
  /** Fulfils when the entry is safe. Never rejects: what can't be kept stands in the lines, and is reported. */
  record(entry: AuditEntry): Promise<void>;
  /** Records what nobody waits for; it is safe within a fraction of a second, together with others. */
  recordSoon(entry: AuditEntry): void;
  /**
   * Records that somebody was turned away. Of an address that knocks on and on only so many a minute are kept of each
   * outcome, so that a stranger can't fill the store.
   */
  recordRefusal(entry: Omit<AuditEntry, "kind">): void;
  /** Keeps entries as part of a transaction; they are told in lines by `tell` once it is committed. */
  keep(db: Db, entries: readonly AuditEntry[]): Promise<void>;
  tell(entries: readonly AuditEntry[]): void;
  /** Fulfils when all that was recorded so far is safe. */
  flush(): Promise<void>;
}

/** Entries of one insert; SQLite takes 32,766 values and PostgreSQL 65,535. */
const mostInInsert = 200;
const mostWaiting = 10_000;
/** A commit takes some milliseconds, in which a file's store answers nobody: reads share one. */
const soonMs = 50;
const mostRefusals = { points: 60, duration: 60 };

export function createAuditLog(store: Store, logger: Logger, now: () => Date): AuditLog {
  const waiting: AuditTable[] = [];
  let writing: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;

  /** One write at a time: what comes meanwhile goes with the next, so a busy log costs few commits. */
  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting.splice(0, mostInInsert);
      try {
        await store.db.insertInto("audit").values(rows).execute();
      } catch (error) {
        logger.error({ err: error, entries: rows.length }, "audit entries could not be kept");
      }
    }
  }

  function flush(): Promise<void> {
    clearTimeout(later);
    later = undefined;
    writing ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(write)
      .finally(() => (writing = undefined));
    return writing;
  }

  const tell = (entries: readonly AuditEntry[]) =>
    entries.forEach((entry) => logger.info(lineOf(entry), "audit"));
  function enqueue(entry: AuditEntry): void {
    tell([entry]);
    if (waiting.length >= mostWaiting) return logger.error("audit entries could not be kept: too many wait");
    waiting.push(rowOf(entry, now()));
  }

  function recordSoon(entry: AuditEntry): void {
    enqueue(entry);
    later ??= setTimeout(() => void flush(), soonMs);
  }

  const refusals = new RateLimiterMemory(mostRefusals);
  return {
    async record(entry) {
      enqueue(entry);
      await flush();
    },
    recordSoon,
    recordRefusal(entry) {
      const kept = () => recordSoon({ kind: "access", ...entry });
      refusals.consume(`${entry.address} ${entry.outcome}`).then(kept, () => {});
    },
    async keep(db, entries) {
      if (entries.length > 0)
        await db
          .insertInto("audit")
          .values(entries.map((entry) => rowOf(entry, now())))
          .execute();
    },
    tell,
    async flush() {
      while (writing || waiting.length > 0) await flush();
    },
  };
}

/** Forgets what is older than so many days. */
export async function forgetOldEntries({ store, now }: Core, days: number): Promise<void> {
  const before = new Date(now().getTime() - days * 86_400_000).toISOString();
  await store.db.deleteFrom("audit").where("at", "<", before).execute();
}
