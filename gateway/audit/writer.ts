import type { Logger } from "pino";
import { logEvent } from "../ops/log-events.js";
import type { Store } from "../store/store.js";
import type { AuditTable } from "./fields.js";
import { createAuditQueue, type AuditQueue } from "./queue.js";

/** Writes rows of the audit log to the store, in order. While the store fails, rows wait and are retried. */
export interface AuditWriter {
  readonly add: AuditQueue["add"];
  /** Queues a row and waits until it is durable. @throws Error if the store refuses it; then it is not stored. */
  addNow(row: AuditTable): Promise<void>;
  /** Writes the queue soon, together with rows that arrive until then. */
  writeSoon(): void;
  /** Tries to write the current queue. It does not throw: failed rows stay queued. */
  flush(): Promise<void>;
  /** Whether the last attempt to write worked. */
  isWorking(): boolean;
  readonly counts: AuditQueue["counts"];
  /** Stops retrying. Queued rows are logged as lost. */
  close(): Promise<void>;
}

/** A commit takes some milliseconds. Entries of reads within this time share one. */
const soonMs = 200;
const retryMs = { first: 100, most: 1_000 };

export function createAuditWriter(store: Store, logger: Logger): AuditWriter {
  const queue = createAuditQueue(store, logger);
  let writing: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;
  let pauseMs = retryMs.first;
  let isWorking = true;
  let isClosed = false;

  async function write(): Promise<void> {
    try {
      if (!isWorking && queue.counts.waiting === 0) await store.ping();
      await queue.write();
      pauseMs = retryMs.first;
      if (!isWorking) logEvent(logger, "audit_recovered", {}, "the audit log can be written again");
      isWorking = true;
    } catch (error) {
      if (isWorking)
        logEvent(logger, "audit_stuck", { err: error }, "the audit log cannot be written; entries wait");
      isWorking = false;
      queue.refuseWaiting(error);
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
      if (queue.counts.waiting > 0) schedule(0);
    });
    return writing;
  }

  return {
    add: queue.add,
    addNow(row) {
      const kept = queue.addNow(row);
      void flush();
      return kept;
    },
    writeSoon: () => schedule(soonMs),
    flush,
    isWorking: () => isWorking,
    counts: queue.counts,
    async close() {
      while (isWorking && (writing !== undefined || queue.counts.waiting > 0)) await flush();
      isClosed = true;
      clearTimeout(later);
      queue.loseAll(new Error("the gateway stopped while the audit log could not be written"));
    },
  };
}
