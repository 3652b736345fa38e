import type { Core } from "../../core.js";
import { newId } from "../../id.js";
import type { ApprovalRow } from "../../store/schema.js";
import type { Db } from "../../store/store.js";
import { mostDeliveryMs } from "./post.js";

type Stored = Pick<Core, "store" | "now">;

/** How long a process holds a notice. If it is killed, another one sends it after this time. */
const heldMs = 3 * mostDeliveryMs;
const never = new Date(0).toISOString();
/** A notice that could not be sent for about half an hour is given up. */
const mostFailures = 10;
const longestWaitMs = 5 * 60_000;

/** Stores the notices of a call that waits on the page: now, after half of its time, and at its end. */
export async function storeNotices(
  { store, now, approvalChannels }: Core,
  { id: approval_id, expires_at }: Pick<ApprovalRow, "id" | "expires_at">,
  publicUrl: string,
): Promise<void> {
  if (approvalChannels.length === 0) return;
  const at = now().getTime();
  const half = new Date(at + (Date.parse(expires_at) - at) / 2).toISOString();
  const kinds = [
    { kind: "asked", due_at: new Date(at).toISOString() },
    { kind: "reminder", due_at: half },
    { kind: "outcome", due_at: expires_at },
  ] as const;
  const url = `${publicUrl}/approvals/${approval_id}`;
  const rows = approvalChannels.flatMap((channel) =>
    kinds.map((one) => ({
      ...{ ...one, channel, approval_id, url },
      ...{ id: newId("ntc", at), failures: 0, held_until: never },
    })),
  );
  await store.db.insertInto("approval_notices").values(rows).execute();
}

/** Sends the outcome of a decided call now, and no reminder any more. */
export async function hastenOutcome(db: Db, approvalId: string, at: string): Promise<void> {
  await db
    .updateTable("approval_notices")
    .set({ due_at: at })
    .where("approval_id", "=", approvalId)
    .where("kind", "=", "outcome")
    .execute();
  await db
    .deleteFrom("approval_notices")
    .where("approval_id", "=", approvalId)
    .where("kind", "=", "reminder")
    .execute();
}

/** Notices that are due, and that no process sends now. */
export async function dueNotices({ store, now }: Stored) {
  const at = now().toISOString();
  return store.db
    .selectFrom("approval_notices")
    .selectAll()
    .where("due_at", "<=", at)
    .where("held_until", "<=", at)
    .orderBy("due_at")
    .limit(20)
    .execute();
}

export type NoticeRow = Awaited<ReturnType<typeof dueNotices>>[number];

/** Whether this process, of all replicas, sends the notice. */
export async function holdNotice({ store, now }: Stored, { id, held_until }: NoticeRow): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable("approval_notices")
    .set({ held_until: new Date(now().getTime() + heldMs).toISOString() })
    .where("id", "=", id)
    .where("held_until", "=", held_until)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function removeNotice({ store }: Stored, { id }: NoticeRow): Promise<void> {
  await store.db.deleteFrom("approval_notices").where("id", "=", id).execute();
}

/** Sends a notice later, at a time. */
export async function postponeNotice({ store }: Stored, { id }: NoticeRow, due_at: string): Promise<void> {
  const later = { due_at, held_until: never };
  await store.db.updateTable("approval_notices").set(later).where("id", "=", id).execute();
}

/** Sends a notice again later, after a failure. The waits grow. The last failure gives it up. */
export async function repeatNotice(stored: Stored, row: NoticeRow): Promise<void> {
  const { id } = row;
  const failures = row.failures + 1;
  if (failures >= mostFailures) return removeNotice(stored, row);
  const wait = Math.min(1000 * 2 ** row.failures, longestWaitMs);
  const again = {
    failures,
    held_until: never,
    due_at: new Date(stored.now().getTime() + wait).toISOString(),
  };
  await stored.store.db.updateTable("approval_notices").set(again).where("id", "=", id).execute();
}
