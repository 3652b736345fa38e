import type { Arguments } from "../../runtime/index.js";
import type { Core } from "../core.js";
import { notFound } from "../error.js";
import { approvalContext } from "../secrets/keys.js";
import type { ApprovalRow } from "../store/schema.js";
import type { ResolvedNames } from "./approvals.js";

/** A call with the names that a person knows it by. */
export interface Approval extends ApprovalRow {
  readonly serverName: string;
  readonly accountName: string;
  /** The name of the account's API. */
  readonly api: string;
  readonly args: Arguments;
  readonly resolved: ResolvedNames;
}

/** A call as a person is shown it. @throws GatewayError 404 */
export async function getApproval(core: Core, id: string): Promise<Approval> {
  const row = await joined(core).where("approvals.id", "=", id).executeTakeFirst();
  if (!row) throw notFound("call that waits for approval", id);
  return withArguments(core, row);
}

/** Calls that wait for a decision, the oldest first. */
export async function listWaiting(core: Core): Promise<Approval[]> {
  const rows = await joined(core)
    .where("approvals.state", "=", "pending")
    .where("approvals.expires_at", ">", core.now().toISOString())
    .orderBy("approvals.id")
    .limit(100)
    .execute();
  return rows.map((row) => withArguments(core, row));
}

/** Approvals for an hour that count now, the newest first. */
export async function listStanding(core: Core): Promise<Approval[]> {
  const rows = await joined(core)
    .where("approvals.state", "=", "approved")
    .where("approvals.repeats", "=", 1)
    .where("approvals.expires_at", ">", core.now().toISOString())
    .orderBy("approvals.id", "desc")
    .limit(100)
    .execute();
  return rows.map((row) => withArguments(core, row));
}

function joined({ store }: Core) {
  return store.db
    .selectFrom("approvals")
    .innerJoin("servers", "servers.id", "approvals.server_id")
    .innerJoin("accounts", "accounts.id", "approvals.account_id")
    .selectAll("approvals")
    .select(["servers.name as serverName", "accounts.name as accountName", "accounts.api as api"]);
}

type Joined = ApprovalRow & {
  readonly serverName: string;
  readonly accountName: string;
  readonly api: string;
};

function withArguments({ keys }: Core, row: Joined): Approval {
  const { args, resolved } = JSON.parse(keys.vault.open(row.arguments, approvalContext(row.id))) as Pick<
    Approval,
    "args" | "resolved"
  >;
  return { ...row, args, resolved };
}
