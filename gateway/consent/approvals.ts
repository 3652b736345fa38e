import type { Arguments, Resolved } from "../../runtime/index.js";
import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { conflict, GatewayError, notFound } from "../error.js";
import { newId } from "../id.js";
import { approvalContext } from "../secrets/keys.js";
import type { ApprovalRow } from "../store/schema.js";
import { approverId, idsIn } from "./approver-ids.js";
import { assertApprover } from "./approvers.js";

/** A call that a person must approve: the caller, and exactly what it would do. */
export interface Asked {
  readonly accountId: string;
  readonly serverId: string;
  readonly tokenId?: string;
  /** A digest of the caller's credentials. Approvals of other callers do not count. */
  readonly caller: string;
  /** The access token's user, as the log names them. */
  readonly subject?: string;
  /** The id of the person who asks, as an issuer verified it. */
  readonly requester?: string;
  readonly tool: string;
  /** With ids instead of names. */
  readonly args: Arguments;
  /** The resolved names in the arguments. */
  readonly resolved: ResolvedNames;
  readonly way: ApprovalRow["way"];
  readonly needed: number;
  readonly approvers?: readonly string[];
  /** Of tool and canonical arguments. */
  readonly digest: string;
  readonly requestId: string;
}

export type ResolvedNames = Readonly<Record<string, Resolved>>;

/**
 * How long a call waits for its decision, an approved one for its use, and a refused one before a new request is
 * allowed.
 */
const waitsMs = 10 * 60_000;
const holdsMs = 5 * 60_000;
const refusedMs = 2 * 60_000;
/** A model that keeps asking would hide the important call. */
const mostWaiting = 20;
/** Ended approvals are kept for a while, so that the page can show it. */
const keptMs = 24 * 3_600_000;

/** The latest valid approval of a call, whatever its state. */
export async function findApproval(core: Core, { caller, digest }: Asked): Promise<ApprovalRow | undefined> {
  return core.store.db
    .selectFrom("approvals")
    .selectAll()
    .where("caller", "=", caller)
    .where("digest", "=", digest)
    .where("state", "<>", "used")
    .where("expires_at", ">", core.now().toISOString())
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Stores a call until a person decides; undefined if too many calls of its server already wait in the same way. */
export async function openApproval(core: Core, asked: Asked): Promise<ApprovalRow | undefined> {
  const { store, keys, now } = core;
  const at = now();
  await store.db.deleteFrom("approvals").where("expires_at", "<", later(at, -keptMs)).execute();
  if ((await countWaiting(core, asked)) >= mostWaiting) return undefined;
  const id = newId("apr", at.getTime());
  const row: ApprovalRow = {
    id,
    account_id: asked.accountId,
    server_id: asked.serverId,
    token_id: asked.tokenId ?? null,
    caller: asked.caller,
    subject: asked.subject ?? null,
    requester: asked.requester ?? null,
    tool: asked.tool,
    way: asked.way,
    needed: asked.needed,
    approvers: asked.approvers ? JSON.stringify(asked.approvers) : null,
    approved_by: "[]",
    approver_ids: "[]",
    arguments: keys.vault.seal(
      JSON.stringify({ args: asked.args, resolved: asked.resolved }),
      approvalContext(id),
    ),
    digest: asked.digest,
    state: "pending",
    request_id: asked.requestId,
    created_at: at.toISOString(),
    expires_at: later(at, waitsMs),
    decided_at: null,
    decided_by: null,
    used_at: null,
  };
  await store.db.insertInto("approvals").values(row).execute();
  return row;
}

/** Uses up an approval: true once, for one caller, on any replica. */
export async function useApproval({ store, now }: Core, id: string): Promise<boolean> {
  const at = now().toISOString();
  const { numUpdatedRows } = await store.db
    .updateTable("approvals")
    .set({ state: "used", used_at: at })
    .where("id", "=", id)
    .where("state", "=", "approved")
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Decides about a waiting call. A call that needs two people keeps waiting after the first approval.
 * @throws GatewayError 404 for an unknown id, 403 for a person who may not approve it, 409 if it is decided already or
 * has expired
 */
export async function decideApproval(
  core: Core,
  id: string,
  decision: "approved" | "refused",
  act: Act,
): Promise<void> {
  const now = core.now();
  await transact(core, act, async (db, note) => {
    const row = await db.selectFrom("approvals").selectAll().where("id", "=", id).executeTakeFirst();
    if (!row) throw notFound("call that waits for approval", id);
    if (decision === "approved") assertMayApprove(row, act, core.signInIssuer);
    const { numUpdatedRows } = await db
      .updateTable("approvals")
      .set(decided(row, decision, act, now))
      .where("id", "=", id)
      .where("state", "=", "pending")
      // Of two people who approve at once, the second must see the first.
      .where("approved_by", "=", row.approved_by)
      .where("expires_at", ">", now.toISOString())
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw conflict("This call was decided already, or has waited too long.");
    note({
      action: decision === "approved" ? "approval.approve" : "approval.refuse",
      accountId: row.account_id,
      serverId: row.server_id,
      tokenId: row.token_id ?? undefined,
      detail: { approval_id: id, tool: row.tool, request_id: row.request_id },
    });
  });
}

function decided(row: ApprovalRow, decision: "approved" | "refused", act: Act, now: Date) {
  const { actor } = act;
  const at = now.toISOString();
  const done = { decided_at: at, decided_by: actor };
  if (decision === "refused") return { ...done, state: decision, expires_at: later(now, refusedMs) };
  const approved = [...approvedBy(row), actor];
  const approved_by = JSON.stringify(approved);
  const ids = act.subject === undefined ? [] : [approverId(act)];
  const approver_ids = JSON.stringify([...idsIn(row.approver_ids), ...ids]);
  if (approved.length < row.needed) return { approved_by, approver_ids };
  return {
    ...done,
    state: decision,
    approved_by,
    approver_ids,
    decided_by: approved.join(", "),
    expires_at: later(now, holdsMs),
  };
}

/** @throws GatewayError 403 */
function assertMayApprove(row: ApprovalRow, act: Act, issuer: string | undefined): void {
  const { actor, subject } = act;
  if (row.approvers !== null) assertApprover(JSON.parse(row.approvers) as string[], act, issuer);
  const isRequester = subject !== undefined && row.requester === subject;
  if (isRequester || row.subject === `oauth:${subject ?? actor}`)
    throw new GatewayError(403, "You asked for this call, so somebody else must approve it.");
  const isSecond =
    subject === undefined
      ? approvedBy(row).includes(actor)
      : idsIn(row.approver_ids).includes(approverId(act));
  if (isSecond)
    throw new GatewayError(403, "You have approved this call. A second person must approve it too.");
}

/** The people who have approved a call so far. */
export function approvedBy({ approved_by }: Pick<ApprovalRow, "approved_by">): readonly string[] {
  return JSON.parse(approved_by) as string[];
}

/** Moves a call's question from the client to the page. */
export async function moveToPage({ store }: Core, id: string): Promise<void> {
  await store.db
    .updateTable("approvals")
    .set({ way: "page" })
    .where("id", "=", id)
    .where("state", "=", "pending")
    .execute();
}

/** How many calls wait for a decision: of one server in one way, or of all. */
export async function countWaiting(
  { store, now }: Core,
  of?: Pick<Asked, "serverId" | "way">,
): Promise<number> {
  let waiting = store.db
    .selectFrom("approvals")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where("state", "=", "pending")
    .where("expires_at", ">", now().toISOString());
  if (of) waiting = waiting.where("server_id", "=", of.serverId).where("way", "=", of.way);
  return Number((await waiting.executeTakeFirstOrThrow()).count);
}

/** The state of a call at a time. */
export function approvalState(
  { state, expires_at }: ApprovalRow,
  now: Date,
): ApprovalRow["state"] | "expired" {
  const isOpen = state === "pending" || state === "approved";
  return isOpen && expires_at <= now.toISOString() ? "expired" : state;
}

function later(at: Date, ms: number): string {
  return new Date(at.getTime() + ms).toISOString();
}
