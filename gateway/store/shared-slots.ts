import { CompiledQuery, sql } from "kysely";
import type { SlotStore } from "../../runtime/index.js";
import { newId } from "../id.js";
import type { Db, Pace } from "./store.js";

/** After this time, upstream has counted a request without an answer. The runtime's own slots use the same time. */
const arrivesSeconds = 10;
const longestSleepMs = 250;

/** The database learns of all answers of this time together. Their slots become free that much later. */
const answersMs = 20;

/**
 * Windows of accounts, counted in PostgreSQL by all replicas. A slot is free again one window after its answer. Only the
 * database's clock is used. Slots of a dead replica become free by themselves.
 */
export function createSharedSlots(db: Db): (accountId: string, pace: Pace) => SlotStore {
  const answers = createAnswers(db);
  return (accountId, pace) => slotsOf(db, answers, accountId, pace);
}

function slotsOf(db: Db, answers: Answers, accountId: string, { limit, windowMs }: Pace): SlotStore {
  const windowSeconds = windowMs / 1000;
  let known = { remaining: limit, resetMs: 0, at: performance.now() };

  const remember = (remaining: number, resetMs: number) =>
    (known = { remaining, resetMs, at: performance.now() });

  return {
    async take() {
      const id = newId("slot");
      const values = [id, accountId, limit, arrivesSeconds + windowSeconds];
      const { rows } = await db.executeQuery<Counted>(CompiledQuery.raw(TAKE, values));
      const { taken, first, last } = rows[0]!;
      if (taken >= limit) {
        remember(0, last * 1000);
        // An answer at another replica can free a slot sooner.
        return { waitMs: Math.min(longestSleepMs, Math.max(1, first * 1000)) };
      }
      remember(limit - taken - 1, Math.max(last, windowSeconds) * 1000);
      return { slot: slotOf(id) };
    },
    room() {
      const resetMs = Math.max(0, known.resetMs - (performance.now() - known.at));
      return { limit, remaining: resetMs === 0 ? limit : known.remaining, resetMs };
    },
  };

  function slotOf(id: string) {
    return {
      used: () => answers.add(id, windowSeconds),
      giveBack: () => void sql`delete from pace_slots where id = ${id}`.execute(db).catch(() => {}),
    };
  }
}

/** Text, because to build it takes as long as to send it, and each call does. */
const TAKE = "select * from standpipe_take_slot($1, $2, $3::integer, $4::float8)";

interface Counted {
  readonly taken: number;
  /** Seconds until the first and the last slot are free. */
  readonly first: number;
  readonly last: number;
}

/** Slots whose requests were answered. */
interface Answers {
  add(id: string, windowSeconds: number): void;
}

function createAnswers(db: Db): Answers {
  let waiting: { readonly id: string; readonly window: number }[] = [];

  /** If the connection is lost, the slots become free later than possible. The limit still holds. */
  function tell(): void {
    const slots = JSON.stringify(waiting);
    waiting = [];
    void db.executeQuery(CompiledQuery.raw(ANSWERED, [slots])).catch(() => {});
  }

  return {
    add(id, window) {
      if (waiting.push({ id, window }) === 1) setTimeout(tell, answersMs);
    },
  };
}

/** A slot that another statement deletes now is free already. To wait for it could block both. */
const ANSWERED = `
  update pace_slots
  set frees_at = least(pace_slots.frees_at, extract(epoch from clock_timestamp())::float8 + answered."window")
  from (
    select slot.id, told."window"
    from json_to_recordset($1::json) as told (id text, "window" float8)
    join pace_slots slot on slot.id = told.id
    for update of slot skip locked
  ) as answered
  where pace_slots.id = answered.id`;
