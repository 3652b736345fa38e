import type { Core } from "../../core.js";
import type { Db } from "../../store/store.js";
import { messageAfter, messageTo } from "./messages.js";
import { Refusal, type Message, type Sink } from "./sink.js";
import { createStreamRow, type StreamRow } from "./stream-row.js";

const BACK_OFF_MS = { first: 1_000, most: 300_000 };
/** Attempts after which a refused message becomes a dead letter. */
const MOST_REFUSALS = 5;
const MOST_REPLAYS = 100;

/** Sends entries to one receiver, in their order. */
export interface Stream {
  /** Sends what waits, as far as it goes. @returns the failure of the last attempt */
  send(isEnding: () => boolean): Promise<Error | undefined>;
  close(): Promise<void>;
}

interface Parts {
  readonly db: Db;
  readonly name: string;
  readonly row: StreamRow;
  readonly sink: Sink;
}

/** One process at a time sends a stream. All processes with the same store may try. */
export function createStream(core: Pick<Core, "store" | "now">, name: string, sink: Sink): Stream {
  const row = createStreamRow(core, name);
  const parts: Parts = { db: core.store.db, name, row, sink };
  let isBegun = false;
  return {
    async send(isEnding) {
      if (!isBegun) await row.begin();
      isBegun = true;
      const replayed = await replay(parts);
      let last = await sendNext(parts);
      while (last === "sent" && !isEnding()) last = await sendNext(parts);
      return last instanceof Error ? last : replayed;
    },
    async close() {
      await sink.close?.();
      await row.release();
    },
  };
}

async function sendNext({ db, row, sink }: Parts): Promise<"sent" | "idle" | Error> {
  const taken = await row.take();
  const message = taken && (await messageAfter(db, taken.sent));
  if (!message) return "idle";
  const failure = await failureOf(sink, message);
  if (!failure) {
    await row.delivered(message.last);
    return "sent";
  }
  const failures = taken.failures + 1;
  const wait = Math.min(BACK_OFF_MS.first * 2 ** (failures - 1), BACK_OFF_MS.most);
  if (failure instanceof Refusal && failures >= MOST_REFUSALS) await row.bury(message, failure);
  else await row.failed(failures, failure, wait);
  return failure;
}

/** Delivers a message. @returns the failure, if there is one */
async function failureOf(sink: Sink, message: Message): Promise<Error | undefined> {
  try {
    await sink.deliver(message);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return undefined;
}

/** Sends the dead letters that a person asked to send again. */
async function replay({ db, name, row, sink }: Parts): Promise<Error | undefined> {
  const asked = await db
    .selectFrom("audit_dead_letters")
    .select("last")
    .where("stream", "=", name)
    .where("replay_at", "is not", null)
    .orderBy("last")
    .limit(MOST_REPLAYS)
    .execute();
  let failure: Error | undefined;
  for (const { last } of asked) {
    if (!(await row.take())) break;
    const message = await messageTo(db, Number(last));
    const failed = message
      ? await failureOf(sink, message)
      : new Error("The entries were deleted because of their age.");
    failure = failed ?? failure;
    const kept = failed && { error: failed.message, replay_at: null };
    if (kept)
      await db
        .updateTable("audit_dead_letters")
        .set(kept)
        .where("stream", "=", name)
        .where("last", "=", last)
        .execute();
    else
      await db.deleteFrom("audit_dead_letters").where("stream", "=", name).where("last", "=", last).execute();
  }
  return failure;
}
