import { sql } from "kysely";
import type { SlotStore } from "../../runtime/index.js";
import { newId } from "../id.js";
import type { Db, Pace } from "./store.js";

/** After this time, upstream has counted a request without an answer. The runtime's own slots use the same time. */
const arrivesSeconds = 10;
const longestSleepMs = 250;

/**
 * An account's window, counted in PostgreSQL by all replicas. A slot is free again one window after its answer. Only
 * the database's clock is used. Slots of a dead replica become free by themselves.
 */
export function createSharedSlots(db: Db, accountId: string, { limit, windowMs }: Pace): SlotStore {
  const windowSeconds = windowMs / 1000;
  let known = { remaining: limit, resetMs: 0, at: performance.now() };

  const remember = (remaining: number, resetMs: number) =>
    (known = { remaining, resetMs, at: performance.now() });

  return {
    async take() {
      const id = newId("slot");
      const { rows } = await sql<Counted>`
        select * from standpipe_take_slot(
          ${id}, ${accountId}, ${limit}::integer, ${arrivesSeconds + windowSeconds}::float8)`.execute(db);
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
      // If the connection is lost, the slot becomes free later than possible. The limit still holds.
      used: () =>
        void sql`update pace_slots set frees_at = least(frees_at, ${seconds} + ${windowSeconds}::float8) where id = ${id}`
          .execute(db)
          .catch(() => {}),
      giveBack: () => void sql`delete from pace_slots where id = ${id}`.execute(db).catch(() => {}),
    };
  }
}

interface Counted {
  readonly taken: number;
  /** Seconds until the first and the last slot are free. */
  readonly first: number;
  readonly last: number;
}

const seconds = sql`extract(epoch from clock_timestamp())::float8`;
