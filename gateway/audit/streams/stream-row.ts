import { randomUUID } from "node:crypto";
import type { Core } from "../../core.js";
import { MOST_DELIVERY_MS, type Message } from "./sink.js";

/** How long a process holds a stream. If it is killed, another one continues after this time. */
const HELD_MS = MOST_DELIVERY_MS + 15_000;
const never = new Date(0).toISOString();

/** The stored state of a stream, which one process at a time holds. */
export interface StreamRow {
  /** Creates it, if it is a new stream. */
  begin(): Promise<void>;
  /** Takes or keeps the stream. Undefined if another process holds it, or the next attempt is later. */
  take(): Promise<{ readonly sent: number; readonly failures: number } | undefined>;
  delivered(last: number): Promise<void>;
  /** Notes a failed attempt. The next one is after this time. */
  failed(failures: number, error: Error, waitMs: number): Promise<void>;
  /** Keeps a refused message as a dead letter, so that the next ones can be sent. */
  bury(message: Message, error: Error): Promise<void>;
  /** Another process may continue at once. */
  release(): Promise<void>;
}

export function createStreamRow({ store, now }: Pick<Core, "store" | "now">, name: string): StreamRow {
  const { db } = store;
  const holder = randomUUID();
  // Where a single process serves the store, the next one continues at once.
  const heldMs = store.broadcast ? HELD_MS : -1;
  const at = (ms = 0) => new Date(now().getTime() + ms).toISOString();

  /** Only the holder notes what it did. A process that was too slow has lost the stream, and its message is repeated. */
  const held = () => db.updateTable("audit_streams").where("name", "=", name).where("holder", "=", holder);
  const delivered = async (sent: number) =>
    void (await held().set({ sent, failures: 0, error: null, updated_at: at() }).execute());

  return {
    async begin() {
      const row = { name, sent: 0, holder, held_until: never, failures: 0, error: null, retry_at: never };
      await db
        .insertInto("audit_streams")
        .values({ ...row, updated_at: at() })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute();
    },
    async take() {
      const row = await db
        .updateTable("audit_streams")
        .set({ holder, held_until: at(heldMs) })
        .where("name", "=", name)
        .where("retry_at", "<=", at())
        .where((row) => row.or([row("holder", "=", holder), row("held_until", "<", at())]))
        .returning(["sent", "failures"])
        .executeTakeFirst();
      return row && { sent: Number(row.sent), failures: row.failures };
    },
    delivered,
    async failed(failures, { message: error }, waitMs) {
      await held()
        .set({ failures, error, retry_at: at(waitMs), updated_at: at() })
        .execute();
    },
    async bury({ first, last }, { message: error }) {
      const letter = { first, error, failed_at: at(), replay_at: null };
      await db
        .insertInto("audit_dead_letters")
        .values({ stream: name, last, ...letter })
        .onConflict((conflict) => conflict.columns(["stream", "last"]).doUpdateSet(letter))
        .execute();
      await delivered(last);
    },
    release: async () => void (await held().set({ held_until: never }).execute()),
  };
}
