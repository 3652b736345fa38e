import type { Logger } from "pino";
import { logEvent } from "../ops/log-events.js";
import type { Store } from "../store/store.js";
import type { AuditTable } from "./fields.js";

/** Rows of the audit log that wait to be written, in order. */
export interface AuditQueue {
  /** Queues a row. A row whose id is in the store replaces it. Beyond the bound, the row is lost, counted and logged. */
  add(row: AuditTable): void;
  /** Queues a row that somebody waits for. Fulfils when it is written. */
  addNow(row: AuditTable): Promise<void>;
  /** Writes all rows. @throws Error if the store fails; the rows that are not written stay queued */
  write(): Promise<void>;
  /** Refuses the rows that somebody waits for, and drops them: their calls are not sent. */
  refuseWaiting(error: unknown): void;
  /** Gives up the rows that are still queued. */
  loseAll(why: Error): void;
  readonly counts: { readonly waiting: number; readonly lost: number };
}

/** Rows of one statement; SQLite takes 32,766 values and PostgreSQL 65,535. */
const mostInStatement = 200;
const mostWaiting = 10_000;

interface Queued {
  readonly row: AuditTable;
  /** Set for a row that somebody waits for. */
  readonly refused?: (error: unknown) => void;
  readonly written?: () => void;
}

export function createAuditQueue(store: Store, logger: Logger): AuditQueue {
  let queue: Queued[] = [];
  let [beingWritten, lost] = [0, 0];

  function lose(rows: readonly Queued[], why: unknown): void {
    lost += rows.length;
    const ids = rows.slice(0, 20).map(({ row }) => row.id);
    logEvent(logger, "audit_lost", { err: why, entries: rows.length, ids }, "audit entries are lost");
  }

  /** One row that the store can never take must not hold up the others. */
  async function insertEach(rows: readonly Queued[]): Promise<void> {
    for (const [index, one] of rows.entries()) {
      try {
        await insert(store, [one]);
      } catch (error) {
        if (!store.isBadData(error)) {
          queue.unshift(...rows.slice(index));
          throw error;
        }
        one.refused?.(error);
        lose([one], error);
      }
    }
  }

  async function writeBatch(): Promise<void> {
    const rows = queue.splice(0, mostInStatement);
    beingWritten = rows.length;
    try {
      await insert(store, rows);
    } catch (error) {
      if (store.isBadData(error)) return await insertEach(rows);
      queue.unshift(...rows);
      throw error;
    } finally {
      beingWritten = 0;
    }
  }

  return {
    add(row) {
      if (queue.length >= mostWaiting) lose([{ row }], new Error("too many audit entries wait"));
      else queue.push({ row });
    },
    addNow: (row) => new Promise<void>((written, refused) => void queue.push({ row, written, refused })),
    async write() {
      while (queue.length > 0) await writeBatch();
    },
    refuseWaiting(error) {
      queue.forEach(({ refused }) => refused?.(error));
      queue = queue.filter(({ refused }) => refused === undefined);
    },
    loseAll: (why) => void (queue.length > 0 && lose(queue, why)),
    counts: {
      get waiting() {
        return queue.length + beingWritten;
      },
      get lost() {
        return lost;
      },
    },
  };
}

async function insert(store: Store, rows: readonly Queued[]): Promise<void> {
  await store.keepAudit(rows.map(({ row }) => row));
  rows.forEach(({ written }) => written?.());
}
