import { eraseOwnKeys } from "../own-keys/own-keys.js";
import { findAccount } from "../accounts/accounts.js";
import { transact } from "../audit/transact.js";
import type { Act, Core, ListPage } from "../core.js";
import { badRequest, notFound, type GatewayError } from "../error.js";
import { newId } from "../id.js";
import { listedTable, sortedPage, sortedRows, type ListQuery } from "../sorted-list.js";
import { refuseApprovalsOf } from "../consent/approver-ids.js";
import type { RoleGrantRow } from "../store/schema.js";
import { unmanaged } from "../declare/managed-columns.js";
import type { HolderKind } from "./holders.js";
import type { Role } from "./roles.js";

/** A role of a group or a person, as the API answers it. */
export interface RoleGrant {
  readonly id: string;
  readonly role: Role;
  readonly holder_kind: HolderKind;
  readonly holder: string;
  /** null for all accounts. */
  readonly integrated_account_id: string | null;
  readonly created_by: string;
  /** The file of `standpipe apply` that declares it. */
  readonly managed_by: string | null;
  readonly created_at: string;
}

export interface RoleGrantInput {
  readonly role: Role;
  readonly holder_kind: HolderKind;
  readonly holder: string;
  readonly integrated_account_id?: string | null;
}

/** @throws GatewayError 400 without a provider or if it exists, 404 for the account */
export async function grantRole(
  core: Core,
  issuer: string | undefined,
  { role, holder_kind, holder, integrated_account_id: account_id = null }: RoleGrantInput,
  act: Act,
): Promise<RoleGrant> {
  if (issuer === undefined) throw noProvider();
  const row: RoleGrantRow = {
    id: newId("rol", core.now().getTime()),
    issuer,
    holder_kind,
    holder,
    role,
    account_id,
    created_by: act.actor,
    created_at: core.now().toISOString(),
    ...unmanaged,
  };
  return transact(core, act, async (db, note) => {
    if (account_id !== null) await findAccount(db, account_id);
    const same = db
      .selectFrom("role_grants")
      .select("id")
      .where("issuer", "=", issuer)
      .where("holder_kind", "=", holder_kind)
      .where("holder", "=", holder)
      .where("role", "=", role)
      .where("account_id", account_id === null ? "is" : "=", account_id);
    if (await same.executeTakeFirst()) throw badRequest(`holder: has the role ${role} there already`);
    await db.insertInto("role_grants").values(row).execute();
    note({ action: "role.grant", accountId: account_id ?? undefined, detail: { role, holder_kind, holder } });
    return grantOf(row);
  });
}

export const roleTable = listedTable("role_grants", [], "holder");

/** Roles, newest first unless sorted. */
export async function listRoleGrants({ store }: Core, query: ListQuery = {}): Promise<ListPage<RoleGrant>> {
  const rows = sortedRows(store.db.selectFrom("role_grants").selectAll(), query, roleTable);
  return sortedPage(await rows.execute(), query, ({ sort_value: _, ...row }) => grantOf(row));
}

/** @throws GatewayError 404 */
export async function removeRoleGrant(core: Core, id: string, act: Act): Promise<void> {
  await transact(core, act, async (db, note) => {
    const gone = await db.deleteFrom("role_grants").where("id", "=", id).returningAll().executeTakeFirst();
    if (!gone) throw notFound("role", id);
    const { role, holder_kind, holder, account_id } = gone;
    note({
      action: "role.remove",
      accountId: account_id ?? undefined,
      detail: { role, holder_kind, holder },
    });
  });
}

/**
 * Removes a person: ends their sessions, clients, service tokens, own roles and own keys, and the approvals that they
 * gave and that are not used yet.
 * The provider decides about roles of their groups: they end when it refuses the person.
 */
export async function removePerson(
  core: Core,
  issuer: string | undefined,
  subject: string,
  act: Act,
): Promise<void> {
  if (issuer === undefined) throw noProvider();
  await transact(core, act, async (db, note) => {
    await db.deleteFrom("sessions").where("issuer", "=", issuer).where("subject", "=", subject).execute();
    await db
      .deleteFrom("role_grants")
      .where("issuer", "=", issuer)
      .where("holder_kind", "=", "person")
      .where("holder", "=", subject)
      .execute();
    await db
      .updateTable("service_tokens")
      .set({ revoked_at: core.now().toISOString() })
      .where("issuer", "=", issuer)
      .where("subject", "=", subject)
      .where("revoked_at", "is", null)
      .execute();
    for (const table of ["connections", "client_consents", "person_renewals"] as const)
      await db.deleteFrom(table).where("issuer", "=", issuer).where("subject", "=", subject).execute();
    await db.deleteFrom("people").where("issuer", "=", issuer).where("subject", "=", subject).execute();
    await eraseOwnKeys(db, { issuer, subject });
    await refuseApprovalsOf(db, { issuer, subject }, core.now().toISOString());
    note({ action: "person.remove", detail: { issuer, subject } });
  });
}

function noProvider(): GatewayError {
  return badRequest("Roles need a provider where people sign in. Set STANDPIPE_OIDC_ISSUER.");
}

function grantOf({ account_id, issuer: _issuer, applied: _applied, ...row }: RoleGrantRow): RoleGrant {
  return { ...row, integrated_account_id: account_id };
}
