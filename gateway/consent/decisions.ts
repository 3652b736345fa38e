import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { conflict, GatewayError, notFound } from "../error.js";
import type { ApprovalRow } from "../store/schema.js";
import type { Db } from "../store/store.js";
import { approvalsFor, approvedBy, later } from "./approvals.js";
import { approverId, idsIn } from "./approver-ids.js";
import { assertApprover } from "./approvers.js";
import { hastenOutcome } from "./notices/notice-store.js";
import { callerIs } from "./own-call.js";

/** How long an approved call waits for its use, and a refused one before a new request is allowed. */
const holdsMs = 5 * 60_000;
const hourMs = 60 * 60_000;
const refusedMs = 2 * 60_000;

/** What a person decides. */
export interface Verdict {
  readonly state: "approved" | "refused";
  /** Why it is refused. The model gets it. */
  readonly reason?: string;
  /** Whether the same call may be repeated for an hour. */
  readonly repeats?: boolean;
}

/**
 * Decides about a waiting call, or withdraws an approval for an hour. A call that needs two people keeps waiting after
 * the first approval.
 * @throws GatewayError 404 for an unknown id, 403 for a person who may not approve it, 409 if it is decided already or
 * has expired
 */
export async function decideApproval(
  core: Core,
  id: string,
  decision: Verdict["state"] | Verdict,
  act: Act,
): Promise<void> {
  const now = core.now();
  const verdict: Verdict = typeof decision === "string" ? { state: decision } : decision;
  await transact(core, act, async (db, note) => {
    const { row, isDecided } = await store(db, { id, verdict, act, now, issuer: core.signInIssuer });
    if (isDecided) await hastenOutcome(db, id, now.toISOString());
    note({
      action: verdict.state === "approved" ? "approval.approve" : "approval.refuse",
      accountId: row.account_id,
      serverId: row.server_id,
      tokenId: row.token_id ?? undefined,
      detail: {
        approval_id: id,
        tool: row.tool,
        request_id: row.request_id,
        ...(verdict.repeats && { for: "an hour" }),
        ...(verdict.reason !== undefined && { reason: verdict.reason }),
      },
    });
  });
}

interface Decision {
  readonly id: string;
  readonly verdict: Verdict;
  readonly act: Act;
  readonly now: Date;
  readonly issuer: string | undefined;
}

/** Stores what a person decides. Of two people who approve at once, the second one sees the first and is checked again. */
async function store(
  db: Db,
  decision: Decision,
  seen?: string,
): Promise<{ row: ApprovalRow; isDecided: boolean }> {
  const { id, verdict, act, now, issuer } = decision;
  const row = await db.selectFrom("approvals").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound("call that waits for approval", id);
  if (row.approved_by === seen) throw conflict("This call was decided already, or has waited too long.");
  if (verdict.state === "approved") assertMayApprove(row, act, issuer);
  const change = decided(row, verdict, act, now);
  const { numUpdatedRows } = await db
    .updateTable("approvals")
    .set(change)
    .where("id", "=", id)
    .where(({ and, or, eb }) =>
      or([
        eb("state", "=", "pending"),
        ...(verdict.state === "refused" ? [and([eb("state", "=", "approved"), eb("repeats", "=", 1)])] : []),
      ]),
    )
    .where("approved_by", "=", row.approved_by)
    .where("expires_at", ">", now.toISOString())
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return store(db, decision, row.approved_by);
  return { row, isDecided: "state" in change };
}

function decided(row: ApprovalRow, { state, reason, repeats = false }: Verdict, act: Act, now: Date) {
  const { actor } = act;
  const at = now.toISOString();
  const done = { decided_at: at, decided_by: actor };
  if (state === "refused")
    return { ...done, state, reason: reason ?? null, expires_at: later(now, refusedMs) };
  // Of two people, the second one says how long.
  if (repeats && row.may_repeat === 0)
    throw new GatewayError(
      403,
      "This server URL does not allow approvals for an hour. Approve the call once.",
    );
  const approved = [...approvedBy(row), actor];
  const approved_by = JSON.stringify(approved);
  const ids = act.subject === undefined ? [] : [approverId(act)];
  const approver_ids = JSON.stringify([...idsIn(row.approver_ids), ...ids]);
  // At most one of the people who approve can be the one who made the call. So one more is enough.
  const doubtful = row.doubtful === 1 || callerIs(row, act) === "unknown" ? 1 : 0;
  if (approved.length < approvalsFor({ ...row, doubtful })) return { approved_by, approver_ids, doubtful };
  return {
    ...done,
    state,
    repeats: repeats ? 1 : 0,
    approved_by,
    approver_ids,
    decided_by: approved.join(", "),
    expires_at: later(now, repeats ? hourMs : holdsMs),
  };
}

/** Whether a person's approval of a waiting call would count. */
export function mayApprove(row: ApprovalRow, act: Act, issuer: string | undefined): boolean {
  try {
    assertMayApprove(row, act, issuer);
    return true;
  } catch (error) {
    if (error instanceof GatewayError) return false;
    throw error;
  }
}

/** @throws GatewayError 403 */
function assertMayApprove(row: ApprovalRow, act: Act, issuer: string | undefined): void {
  const { actor, subject } = act;
  for (const [approvers, of] of [
    [row.approvers, "server URL"],
    [row.account_approvers, "account"],
  ] as const)
    if (approvers !== null) assertApprover(JSON.parse(approvers) as string[], act, { issuer, of });
  if (callerIs(row, act) === "same")
    throw new GatewayError(403, "You asked for this call, so somebody else must approve it.");
  const isSecond =
    subject === undefined
      ? approvedBy(row).includes(actor)
      : idsIn(row.approver_ids).includes(approverId(act));
  if (isSecond)
    throw new GatewayError(403, "You have approved this call. A second person must approve it too.");
}
