import type { Logger } from "pino";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { logLine } from "../ops/log-events.js";
import { networkOf } from "../ops/network.js";
import type { Db, Store } from "../store/store.js";
import { lineOf, rowOf } from "./entry.js";
import { unknownOutcome, type AuditEntry } from "./fields.js";
import { createAuditWriter } from "./writer.js";

/** Stores entries, and writes each as a line of JSON. */
export interface AuditLog {
  /** Records an entry and waits until it is durable. While the store fails, it keeps waiting. */
  record(entry: AuditEntry): Promise<void>;
  /** Records an entry without waiting. It becomes durable within a fraction of a second, together with others. */
  recordSoon(entry: AuditEntry): void;
  /**
   * Records a write before it is sent, with the outcome `unknown`. Resolves when the entry is durable.
   * @throws Error if the store does not keep it; then the call must not be sent
   */
  intend(entry: AuditEntry): Promise<Intent>;
  /**
   * Records a refused request. At most 60 a minute are stored for each network and outcome, so that strangers cannot
   * fill the store.
   */
  recordRefusal(entry: Omit<AuditEntry, "kind">): void;
  /** Stores entries in a transaction. Call `tell` after the commit to write their lines. */
  keep(db: Db, entries: readonly AuditEntry[]): Promise<void>;
  tell(entries: readonly AuditEntry[]): void;
  /** Resolves after an attempt to write all entries so far. */
  flush(): Promise<void>;
  /** Whether entries can be written. */
  isWorking(): boolean;
  readonly counts: AuditCounts;
  /** Counts a write that was refused because its intent could not be stored. */
  countRefusedWrite(): void;
  close(): Promise<void>;
}

/** The state of the log since this process started, and the number of waiting entries. */
export interface AuditCounts {
  readonly waiting: number;
  readonly lost: number;
  readonly refusedWrites: number;
}

/** A durable intent. Its outcome replaces it. */
export interface Intent {
  settle(entry: AuditEntry): Promise<void>;
}

const mostRefusals = { points: 60, duration: 60 };

export function createAuditLog(store: Store, logger: Logger, now: () => Date): AuditLog {
  const writer = createAuditWriter(store, logger);
  const tell = (entries: readonly AuditEntry[]) => entries.forEach((entry) => logLine(logger, lineOf(entry)));

  function recordSoon(entry: AuditEntry): void {
    tell([entry]);
    writer.add(rowOf(entry, now()));
    writer.writeSoon();
  }

  async function record(entry: AuditEntry): Promise<void> {
    tell([entry]);
    writer.add(rowOf(entry, now()));
    await writer.flush();
  }

  async function intend(entry: AuditEntry): Promise<Intent> {
    const row = rowOf({ ...entry, outcome: unknownOutcome }, now());
    await writer.addNow(row);
    return {
      async settle(settled) {
        tell([settled]);
        writer.add({ ...rowOf(settled, now()), id: row.id, at: row.at });
        await writer.flush();
      },
    };
  }

  let refusedWrites = 0;
  const refusals = new RateLimiterMemory(mostRefusals);
  return {
    record,
    recordSoon,
    intend,
    recordRefusal(entry) {
      const kept = () => recordSoon({ kind: "access", ...entry });
      refusals.consume(`${networkOf(entry.address ?? "")} ${entry.outcome}`).then(kept, () => {});
    },
    async keep(db, entries) {
      if (entries.length > 0)
        await db
          .insertInto("audit")
          .values(entries.map((entry) => rowOf(entry, now())))
          .execute();
    },
    tell,
    flush: writer.flush,
    isWorking: writer.isWorking,
    counts: {
      get waiting() {
        return writer.counts.waiting;
      },
      get lost() {
        return writer.counts.lost;
      },
      get refusedWrites() {
        return refusedWrites;
      },
    },
    countRefusedWrite: () => void (refusedWrites += 1),
    close: writer.close,
  };
}
