import { sql } from "kysely";
import { transact } from "../audit/transact.js";
import type { Core } from "../core.js";
import { newId } from "../id.js";
import type { Db } from "../store/store.js";

const DAYS_BEFORE = 7;
const MOST_AT_ONCE = 500;

/**
 * Writes an entry `server.expires_soon` to the log for each server URL that expires within a week, once for each expiry.
 * The streams of the log carry it to a webhook.
 */
export async function warnOfExpiry(core: Core): Promise<void> {
  const now = core.now();
  if ((await dueServers(core.store.db, now)).length === 0) return;
  const act = { actor: "gateway", requestId: newId("req", now.getTime()) };
  await transact(core, act, async (db, note) => {
    for (const { id, account_id, name, expires_at } of await dueServers(db, now)) {
      // Replicas look at the same time, and one of them changes the row.
      const { numUpdatedRows } = await db
        .updateTable("servers")
        .set({ expiry_warned: expires_at })
        .where("id", "=", id)
        .where(isNotWarned)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) continue;
      const detail = { name, expires_at };
      note({ action: "server.expires_soon", accountId: account_id, serverId: id, detail });
    }
  });
}

/** Server URLs that expire soon, and for whose expiry the log has no warning. */
function dueServers(db: Db, now: Date) {
  const soon = new Date(now.getTime() + DAYS_BEFORE * 86_400_000).toISOString();
  return db
    .selectFrom("servers")
    .select(["id", "account_id", "name", "expires_at"])
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .where("expires_at", "<=", soon)
    .where(isNotWarned)
    .limit(MOST_AT_ONCE)
    .execute();
}

const isNotWarned = sql<boolean>`(expiry_warned is null or expiry_warned <> expires_at)`;
