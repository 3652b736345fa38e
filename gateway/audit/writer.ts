import type { Logger } from "pino";
import type { Store } from "../store/store.js";
import type { AuditTable } from "./fields.js";

/** Writes rows of the audit log to the store, in order. While the store fails, rows wait and are retried. */
export interface AuditWriter {
  /**
   * Queues a row. If its id is in the store, it replaces that row. If the queue is full, the row is lost, counted and
   * logged.
   */
  add(row: AuditTable): void;
  /** Queues a row and waits until it is durable. @throws Error if the store refuses it; then it is not stored. */
  addNow(row: AuditTable): Promise<void>;
  /** Writes the queue soon, together with rows that arrive until then. */
  writeSoon(): void;
  /** Tries to write the current queue. It does not throw: failed rows stay queued. */
  flush(): Promise<void>;
  /** Whether the last attempt to write worked. */
  isWorking(): boolean;
  readonly counts: { readonly waiting: number; readonly lost: number };
  /** Stops retrying. Queued rows are logged as lost. */
  close(): Promise<void>;
}

/** Rows per statement. SQLite takes 32,766 values and PostgreSQL 65,535. */
const mostInStatement = 200;
const mostWaiting = 10_000;
/** A commit takes some milliseconds. Entries of reads within this time share one. */
const soonMs = 50;
const retryMs = { first: 100, most: 1_000 };

interface Queued {
  readonly row: AuditTable;
  /** Set for a row with a waiting caller. */
  readonly refused?: (error: unknown) => void;
  readonly written?: () => void;
}

export function createAuditWriter(store: Store, logger: Logger): AuditWriter {
  let queue: Queued[] = [];
  let lost = 0;
  let writing: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;
  let pauseMs = retryMs.first;
  let isWorking = true;
  let isClosed = false;

  function lose(rows: readonly Queued[], why: unknown): void {
    lost += rows.length;
    const ids = rows.slice(0, 20).map(({ row }) => row.id);
    logger.error({ err: why, entries: rows.length, ids }, "audit entries are lost");
  }

  async function insert(rows: readonly Queued[]): Promise<void> {
    await store.keepAudit(rows.map(({ row }) => row));
    rows.forEach(({ written }) => written?.());
  }

  /** A row that the store can never accept must not block the others. */
  async function insertEach(rows: readonly Queued[]): Promise<void> {
    for (const [index, one] of rows.entries()) {
      try {
        await insert([one]);
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
    try {
      await insert(rows);
    } catch (error) {
      if (store.isBadData(error)) return insertEach(rows);
      queue.unshift(...rows);
      throw error;
    }
  }

  async function write(): Promise<void> {
    try {
      if (!isWorking && queue.length === 0) await store.ping();
      while (queue.length > 0) await writeBatch();
      pauseMs = retryMs.first;
      if (!isWorking) logger.info("the audit log can be written again");
      isWorking = true;
    } catch (error) {
      if (isWorking) logger.error({ err: error }, "the audit log cannot be written; entries wait");
      isWorking = false;
      // The waiting caller is refused now and sends nothing, so the row must not be written later.
      queue.forEach(({ refused }) => refused?.(error));
      queue = queue.filter(({ refused }) => refused === undefined);
      schedule(pauseMs);
      pauseMs = Math.min(pauseMs * 2, retryMs.most);
    }
  }

  function schedule(ms: number): void {
    if (!isClosed) later ??= setTimeout(() => void flush(), ms);
  }

  /** One statement at a time. Rows that arrive meanwhile go into the next one, so a busy log needs few commits. */
  function flush(): Promise<void> {
    clearTimeout(later);
    later = undefined;
    writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(write).finally(() => {
      writing = undefined;
      // A row may have arrived after the last check of the queue.
      if (queue.length > 0) schedule(0);
    });
    return writing;
  }

  return {
    add(row) {
      if (queue.length >= mostWaiting) lose([{ row }], new Error("too many audit entries wait"));
      else queue.push({ row });
    },
    addNow(row) {
      const kept = new Promise<void>((written, refused) => void queue.push({ row, written, refused }));
      void flush();
      return kept;
    },
    writeSoon: () => schedule(soonMs),
    flush,
    isWorking: () => isWorking,
    counts: {
      get waiting() {
        return queue.length;
      },
      get lost() {
        return lost;
      },
    },
    async close() {
      while (isWorking && (writing !== undefined || queue.length > 0)) await flush();
      isClosed = true;
      clearTimeout(later);
      if (queue.length > 0)
        lose(queue, new Error("the gateway stopped while the audit log could not be written"));
    },
  };
}
