import type { Arguments, Resolved } from "../../runtime/index.js";
import type { Core } from "../core.js";
import { newId } from "../id.js";
import type { PersonIds } from "../oauth/person-ids.js";
import { approvalContext } from "../secrets/keys.js";
import type { ApprovalRow } from "../store/schema.js";
import { storeNotices } from "./notices/notice-store.js";

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
  /** More ids of that person. */
  readonly requesterIds?: PersonIds;
  readonly tool: string;
  /** With ids instead of names. */
  readonly args: Arguments;
  /** The resolved names in the arguments. */
  readonly resolved: ResolvedNames;
  readonly way: ApprovalRow["way"];
  readonly needed: number;
  /** How long it waits for its decision. */
  readonly waitMinutes: number;
  /** Whether a person may approve it for an hour. */
  readonly mayRepeat: boolean;
  readonly approvers?: readonly string[];
  /** The same by the account's rules. A person must be in both. */
  readonly accountApprovers?: readonly string[];
  /** Of tool and canonical arguments. */
  readonly digest: string;
  readonly requestId: string;
  /** The gateway's URL, for links. */
  readonly publicUrl: string;
}

export type ResolvedNames = Readonly<Record<string, Resolved>>;

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
    requester_ids: asked.requesterIds ? JSON.stringify(asked.requesterIds) : null,
    doubtful: 0,
    tool: asked.tool,
    way: asked.way,
    needed: asked.needed,
    approvers: asked.approvers ? JSON.stringify(asked.approvers) : null,
    account_approvers: asked.accountApprovers ? JSON.stringify(asked.accountApprovers) : null,
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
    expires_at: later(at, asked.waitMinutes * 60_000),
    decided_at: null,
    decided_by: null,
    used_at: null,
    may_repeat: asked.mayRepeat ? 1 : 0,
    repeats: 0,
    reason: null,
  };
  await store.db.insertInto("approvals").values(row).execute();
  if (row.way === "page") await storeNotices(core, row, asked.publicUrl);
  return row;
}

/** Uses an approval. One for a single call is used up: true once, for one caller, on any replica. */
export async function useApproval(
  { store, now }: Core,
  { id, repeats }: Pick<ApprovalRow, "id" | "repeats">,
): Promise<boolean> {
  const at = now().toISOString();
  const { numUpdatedRows } = await store.db
    .updateTable("approvals")
    .set(repeats === 1 ? { used_at: at } : { state: "used", used_at: at })
    .where("id", "=", id)
    .where("state", "=", "approved")
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many people must approve a call. */
export function approvalsFor({ needed, doubtful }: Pick<ApprovalRow, "needed" | "doubtful">): number {
  return needed + doubtful;
}

/** The people who have approved a call so far. */
export function approvedBy({ approved_by }: Pick<ApprovalRow, "approved_by">): readonly string[] {
  return JSON.parse(approved_by) as string[];
}

/** Moves a call's question from the client to the page. */
export async function moveToPage(core: Core, row: ApprovalRow, publicUrl: string): Promise<void> {
  const { numUpdatedRows } = await core.store.db
    .updateTable("approvals")
    .set({ way: "page" })
    .where("id", "=", row.id)
    .where("way", "=", "client")
    .where("state", "=", "pending")
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await storeNotices(core, row, publicUrl);
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

export function later(at: Date, ms: number): string {
  return new Date(at.getTime() + ms).toISOString();
}
