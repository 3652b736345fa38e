import { isRecord } from "../values/record.js";
import { invalidRequest, refusal } from "./admission.js";
import { isId, type Id } from "./id-scan.js";

/** The only revision in which a client may send several messages as one list. */
export const batchRevision = "2025-03-26";

/** Why a client of another revision gets no answers to a batch. */
export const noBatches = `Only revision ${batchRevision} has batches. Send one message at a time.`;

/** Other revisions have no batches. Each request in one gets an error. */
export function batchRefusals(batch: readonly unknown[]): object[] {
  const ids = batch.map((one) => (isRecord(one) ? one["id"] : undefined)).filter(isId);
  return (ids.length === 0 ? [null] : ids).map((id) => refusal(id, invalidRequest, noBatches));
}

/** Batches with running requests. */
export interface Batches {
  /**
   * Begins a batch. Its answers are written as one list once all are there.
   * @param answers that are already there
   */
  begin(ids: readonly Id[], answers: readonly object[]): void;
  /** Takes the answer of a request, if it belongs to a batch. Returns whether it did. */
  answer(message: object): boolean;
  /** A request that was cancelled gets no answer. */
  forget(id: unknown): void;
}

interface Batch {
  readonly waiting: Set<unknown>;
  readonly answers: object[];
}

export function createBatches(write: (list: readonly object[]) => void): Batches {
  const open = new Set<Batch>();
  const settle = (batch: Batch) => {
    if (batch.waiting.size > 0) return void open.add(batch);
    open.delete(batch);
    if (batch.answers.length > 0) write(batch.answers);
  };
  const batchOf = (id: unknown) => [...open].find(({ waiting }) => waiting.has(id));
  const end = (id: unknown, answer?: object): boolean => {
    const batch = batchOf(id);
    batch?.waiting.delete(id);
    if (batch && answer) batch.answers.push(answer);
    if (batch) settle(batch);
    return batch !== undefined;
  };
  return {
    begin: (ids, answers) => settle({ waiting: new Set(ids), answers: [...answers] }),
    answer: (message) => {
      const { id, method } = message as { readonly id?: unknown; readonly method?: unknown };
      return method === undefined && isId(id) && end(id, message);
    },
    forget: (id) => void end(id),
  };
}
