import type { Core } from "../../core.js";
import { notFound } from "../../error.js";
import { transact } from "../transact.js";
import type { Act } from "../../core.js";
import { createSealing } from "../chain/seal.js";
import { chainEnd } from "../chain/sealer.js";
import type { Db } from "../../store/store.js";

/** How far a stream of the audit log has come. */
export interface StreamState {
  readonly name: string;
  /** The number of the last delivered entry, and how many sealed entries wait after it. */
  readonly sent: number;
  readonly behind: number;
  /** Attempts that failed since the last delivery, and the last failure. */
  readonly failures: number;
  readonly error: string | null;
  /** The next attempt after a failure. */
  readonly retry_at: string | null;
  readonly updated_at: string;
  readonly dead_letters: readonly DeadLetter[];
}

/** Entries that the receiver refused. */
interface DeadLetter {
  readonly first: number;
  readonly last: number;
  readonly error: string;
  readonly failed_at: string;
  /** Whether it will be sent again. */
  readonly replaying: boolean;
}

const MOST_LETTERS = 100;

/** All streams that ever ran, with their newest dead letters. */
export async function listStreams({
  store: { db },
  keys,
}: Pick<Core, "store" | "keys">): Promise<StreamState[]> {
  const streams = await db.selectFrom("audit_streams").selectAll().orderBy("name").execute();
  const { last: head } = await chainEnd(db, createSealing(keys));
  return Promise.all(
    streams.map(async (row) => ({
      name: row.name,
      sent: Number(row.sent),
      behind: Math.max(0, head - Number(row.sent)),
      failures: row.failures,
      error: row.error,
      retry_at: row.failures > 0 ? row.retry_at : null,
      updated_at: row.updated_at,
      dead_letters: await deadLetters(db, row.name),
    })),
  );
}

async function deadLetters(db: Db, stream: string): Promise<DeadLetter[]> {
  const rows = await db
    .selectFrom("audit_dead_letters")
    .selectAll()
    .where("stream", "=", stream)
    .orderBy("last", "desc")
    .limit(MOST_LETTERS)
    .execute();
  return rows.map(({ first, last, error, failed_at, replay_at }) => ({
    first: Number(first),
    last: Number(last),
    error,
    failed_at,
    replaying: replay_at !== null,
  }));
}

/**
 * Sends dead letters of a stream again, and its next message at once.
 * @throws GatewayError 404 for a stream that never ran
 */
export async function replayStream(
  core: Core,
  name: string,
  act: Act,
): Promise<{ readonly letters: number }> {
  const at = core.now().toISOString();
  return transact(core, act, async (db, note) => {
    const found = await db
      .updateTable("audit_streams")
      .set({ retry_at: at })
      .where("name", "=", name)
      .executeTakeFirst();
    if (found.numUpdatedRows === 0n) throw notFound("stream", name);
    const { numUpdatedRows } = await db
      .updateTable("audit_dead_letters")
      .set({ replay_at: at })
      .where("stream", "=", name)
      .executeTakeFirst();
    const letters = Number(numUpdatedRows);
    note({ action: "stream.replay", detail: { stream: name, letters } });
    return { letters };
  });
}
