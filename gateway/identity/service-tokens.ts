import { findAccount } from "../accounts/accounts.js";
import { transact } from "../audit/transact.js";
import type { Act, Core, ListPage } from "../core.js";
import { badRequest, GatewayError, notFound } from "../error.js";
import { newId } from "../id.js";
import { listedTable, sortedPage, sortedRows, type ListQuery } from "../sorted-list.js";
import { isToken, mintToken } from "../secrets/token.js";
import type { Session } from "../sessions.js";
import type { ServiceTokenRow } from "../store/schema.js";
import { rightsOfPerson } from "./held-roles.js";
import { findPerson } from "./people.js";
import { allRights, covers, rightsOf, type ServiceRole } from "./roles.js";

/** A service token in answers, which contain the token itself only when it is created. */
export interface ServiceToken {
  readonly id: string;
  readonly name: string;
  readonly role: ServiceRole;
  /** null for all accounts. */
  readonly integrated_account_id: string | null;
  readonly created_by: string;
  readonly expires_at: string;
  readonly last_used_at: string | null;
  readonly created_at: string;
}

export interface ServiceTokenInput {
  readonly name: string;
  readonly role: ServiceRole;
  readonly integrated_account_id?: string | null;
  readonly expires_at: string;
}

const dayMs = 86_400_000;
const longestMs = 366 * dayMs;
/** The owner's groups are only known from their sign-in, so they must sign in from time to time. */
const ownerDays = 30;
/** A token in use writes its last use at most this often. */
const noteEveryMs = 60_000;

/**
 * Makes a token for a program such as CI. It works while its owner has the role's rights there.
 * @param maker the session of the person who makes it; undefined for the admin token
 * @throws GatewayError 400 for a wrong expiry, 403 for a role with more rights than the maker, 404 for the account
 */
export async function createServiceToken(
  core: Core,
  { name, role, integrated_account_id: account_id = null, expires_at }: ServiceTokenInput,
  maker: Session | undefined,
  act: Act,
): Promise<ServiceToken & { readonly token: string }> {
  const now = core.now().getTime();
  const ends = Date.parse(expires_at);
  if (!(ends > now && ends <= now + longestMs))
    throw badRequest("expires_at: must be within the next 366 days");
  if (maker?.isService) throw new GatewayError(403, "A service token cannot make service tokens. Sign in.");
  if (!covers(maker?.rights ?? allRights, role, account_id))
    throw new GatewayError(
      403,
      `You do not have all rights of the role ${role} there. Choose another role or account.`,
    );
  const token = mintToken("service");
  const row: ServiceTokenRow = {
    id: newId("svc", now),
    name,
    hash: core.keys.hash(token),
    role,
    account_id,
    issuer: maker?.identity?.issuer ?? null,
    subject: maker?.identity?.subject ?? null,
    created_by: act.actor,
    expires_at: new Date(ends).toISOString(),
    revoked_at: null,
    last_used_at: null,
    created_at: new Date(now).toISOString(),
  };
  return transact(core, act, async (db, note) => {
    if (account_id !== null) await findAccount(db, account_id);
    await db.insertInto("service_tokens").values(row).execute();
    const detail = { service_token_id: row.id, name, role, expires_at: row.expires_at };
    note({ action: "service_token.create", accountId: account_id ?? undefined, detail });
    return { ...serviceTokenOf(row), token };
  });
}

export const serviceTokenTable = listedTable("service_tokens", ["expires_at", "last_used_at"]);

/** Service tokens that are not revoked, newest first unless sorted. */
export async function listServiceTokens(
  { store }: Core,
  query: ListQuery = {},
): Promise<ListPage<ServiceToken>> {
  const rows = store.db.selectFrom("service_tokens").selectAll().where("revoked_at", "is", null);
  return sortedPage(await sortedRows(rows, query, serviceTokenTable).execute(), query, serviceTokenOf);
}

/** @throws GatewayError 404 */
export async function revokeServiceToken(core: Core, id: string, act: Act): Promise<void> {
  await transact(core, act, async (db, note) => {
    const gone = await db
      .updateTable("service_tokens")
      .set({ revoked_at: core.now().toISOString() })
      .where("id", "=", id)
      .where("revoked_at", "is", null)
      .returning("account_id")
      .executeTakeFirst();
    if (!gone) throw notFound("service token", id);
    const accountId = gone.account_id ?? undefined;
    note({ action: "service_token.revoke", accountId, detail: { service_token_id: id } });
  });
}

/** What a valid service token may do now. */
export async function findServiceSession(core: Core, token: string): Promise<Session | undefined> {
  if (!isToken("service", token)) return undefined;
  const now = core.now().toISOString();
  const row = await core.store.db
    .selectFrom("service_tokens")
    .selectAll()
    .where("hash", "=", core.keys.hash(token))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!row || !(await isBacked(core, row))) return undefined;
  await noteUse(core, row);
  const { id, name, role, account_id, expires_at } = row;
  const rights = rightsOf([{ role, account_id }]);
  return { id, person: `service:${name}`, isService: true, rights, csrf: "", expires_at };
}

/** Whether the owner still has the rights that the token has. One that the admin token made has no owner. */
async function isBacked(
  core: Core,
  { issuer, subject, role, account_id }: ServiceTokenRow,
): Promise<boolean> {
  if (issuer === null || subject === null) return true;
  const since = new Date(core.now().getTime() - ownerDays * dayMs).toISOString();
  const owner = await findPerson(core.store.db, { issuer, subject }, since);
  return owner !== undefined && covers(await rightsOfPerson(core, owner), role, account_id);
}

async function noteUse({ store, now }: Core, { id, last_used_at }: ServiceTokenRow): Promise<void> {
  const at = now().getTime();
  if (last_used_at !== null && Date.parse(last_used_at) > at - noteEveryMs) return;
  await store.db
    .updateTable("service_tokens")
    .set({ last_used_at: new Date(at).toISOString() })
    .where("id", "=", id)
    .execute();
}

function serviceTokenOf(row: ServiceTokenRow): ServiceToken {
  const { id, name, role, account_id, created_by, expires_at, last_used_at, created_at } = row;
  const integrated_account_id = account_id;
  return { id, name, role, integrated_account_id, created_by, expires_at, last_used_at, created_at };
}
