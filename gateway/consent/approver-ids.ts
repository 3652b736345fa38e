import type { Db } from "../store/store.js";

/** Refuses the calls that a person approved, or made, and that were not sent yet. */
export async function refuseApprovalsOf(db: Db, person: Approver, at: string): Promise<void> {
  const open = await db
    .selectFrom("approvals")
    .select(["id", "approver_ids", "requester"])
    .where("state", "in", ["pending", "approved"])
    .where("expires_at", ">", at)
    .execute();
  const theirs = open.filter(
    ({ approver_ids, requester }) =>
      idsIn(approver_ids).includes(approverId(person)) ||
      (requester !== null && requester === person.subject),
  );
  if (theirs.length === 0) return;
  await db
    .updateTable("approvals")
    .set({ state: "refused", decided_at: at, decided_by: "gateway" })
    .where(
      "id",
      "in",
      theirs.map(({ id }) => id),
    )
    .execute();
}

interface Approver {
  readonly issuer?: string;
  readonly subject?: string;
}

/** Two providers may use the same id for different people. */
export function approverId({ issuer, subject }: Approver): string {
  return JSON.stringify([issuer, subject]);
}

export function idsIn(text: string): readonly string[] {
  return JSON.parse(text) as string[];
}
