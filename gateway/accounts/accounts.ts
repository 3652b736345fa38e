import { apiOf, chosenApi } from "../apis.js";
import { transact, type ActEntry } from "../audit/transact.js";
import type { Act, Core, ListPage } from "../core.js";
import { badRequest, notFound } from "../error.js";
import { newId } from "../id.js";
import { listedTable, sortedPage, sortedRows, type ListQuery } from "../sorted-list.js";
import type { AccountRow } from "../store/schema.js";
import type { Db } from "../store/store.js";
import { unmanaged } from "../declare/managed-columns.js";
import { givenKey, keyColumns, type GivenKey, type KeyInput } from "./given-key.js";
import { eraseOwnKeys } from "../own-keys/own-keys.js";
import { rulesOf, storedRules, type ApprovalRules } from "./approval-rules.js";
import { baseUrlOf, allowedBaseUrl } from "./base-url.js";

/** An account in answers, which never contain its key. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** The name of its API. */
  readonly api: string;
  readonly region: string | null;
  readonly base_url: string;
  /** Where the gateway reads the key; null if it is stored. */
  readonly key_reference: string | null;
  /** What it demands of every approval; null if it demands nothing. */
  readonly approvals: ApprovalRules | null;
  /** When the API last accepted the key. */
  readonly verified_at: string | null;
  /** The file of `standpipe apply` that declares it. */
  readonly managed_by: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Either `api_key` or `key_reference` is required. */
export interface AccountInput extends KeyInput {
  readonly name: string;
  /** The name of its API; required if the gateway serves several. */
  readonly api?: string;
  /** Instead of a base URL. The first region by default. */
  readonly region?: string;
  readonly base_url?: string;
  /** Null removes them. */
  readonly approvals?: ApprovalRules | null;
  /** `false` saves the key without checking it at the API. */
  readonly verify?: boolean;
}

export type AccountChange = Partial<Omit<AccountInput, "api">>;

/** @throws GatewayError 400 for an invalid place or key, 502 if the API cannot be reached */
export async function createAccount(core: Core, input: AccountInput, act: Act): Promise<Account> {
  const api = chosenApi(core, input.api);
  const place = allowedBaseUrl(api, input);
  const key = await givenKey(core, { api, place }, input, input.verify !== false);
  if (!key) throw badRequest("api_key: is required, or key_reference");
  const approvals = storedRules(input.approvals);
  const row = newAccountRow(core, { name: input.name, api: api.name, approvals, ...place }, key);
  return transact(core, act, async (db, note) => {
    await db.insertInto("accounts").values(row).execute();
    note(createdEntry(row));
    return accountOf(core, row);
  });
}

/** The row of a new account, which no file manages. */
export function newAccountRow(
  core: Core,
  account: Pick<AccountRow, "name" | "api" | "region" | "base_url" | "approvals">,
  key: GivenKey,
): AccountRow {
  const id = newId("acc", core.now().getTime());
  const at = core.now().toISOString();
  return {
    id,
    ...account,
    ...keyColumns(core, id, key),
    version: 1,
    created_at: at,
    updated_at: at,
    deleted_at: null,
    ...unmanaged,
  };
}

/** The log's entry of a new account. */
export function createdEntry(row: AccountRow): ActEntry {
  const { id, name, api, region, base_url, key_reference, approvals, verified_at } = row;
  const rules = approvals === null ? {} : { approvals: rulesOf(row) };
  const where = key_reference === null ? {} : { key_reference };
  const detail = { name, api, region, base_url, ...where, ...rules, verified: verified_at !== null };
  return { action: "account.create", accountId: id, detail };
}

export const accountTable = listedTable("accounts", ["verified_at"]);

/** Accounts, newest first unless sorted. */
export async function listAccounts(core: Core, query: ListQuery = {}): Promise<ListPage<Account>> {
  const rows = core.store.db.selectFrom("accounts").selectAll().where("deleted_at", "is", null);
  const found = await sortedRows(rows, query, accountTable).execute();
  return sortedPage(found, query, (row) => accountOf(core, row));
}

/** @throws GatewayError 404 */
export async function getAccount(core: Core, id: string): Promise<Account> {
  return accountOf(core, await findAccount(core.store.db, id));
}

/**
 * Changes the given fields. A new base URL or region needs the key again, so that a key for one API is not sent to
 * another by mistake.
 * @throws GatewayError 400, 404, 502 like `createAccount`
 */
export async function updateAccount(
  core: Core,
  id: string,
  change: AccountChange,
  act: Act,
): Promise<Account> {
  const before = await findAccount(core.store.db, id);
  const api = apiOf(core, before);
  const moved =
    change.region !== undefined || change.base_url !== undefined ? allowedBaseUrl(api, change) : undefined;
  const at = { ...before, ...moved };
  const place = { region: at.region, base_url: baseUrlOf(core, at) ?? before.base_url };
  const isMoved =
    moved !== undefined && (moved.region !== before.region || moved.base_url !== before.base_url);
  const key = await givenKey(core, { api, place }, change, change.verify !== false);
  if (isMoved && !key) throw badRequest("api_key: is required when the region or base_url changes");
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...moved,
    ...(key ? keyColumns(core, id, key) : {}),
    ...(change.approvals === undefined ? {} : { approvals: storedRules(change.approvals) }),
    updated_at: core.now().toISOString(),
  };
  return transact(core, act, async (db, note) => {
    await findAccount(db, id);
    await db
      .updateTable("accounts")
      .set((row) => ({ ...set, version: row("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
    const changed =
      key && (key.reference === null ? { api_key: "changed" } : { key_reference: key.reference });
    const detail = { name: change.name, ...moved, ...changed, approvals: change.approvals };
    note({ action: "account.update", accountId: id, detail });
    return accountOf(core, await findAccount(db, id));
  });
}

/**
 * Deletes an account's key and revokes its servers. Its name stays for the log.
 * @throws GatewayError 404
 */
export async function deleteAccount(core: Core, id: string, act: Act): Promise<void> {
  await transact(core, act, async (db, note) => {
    await findAccount(db, id);
    await eraseAccount(db, id, core.now().toISOString());
    note({ action: "account.delete", accountId: id });
  });
}

/** Deletes an account's key, and revokes its servers and API tokens. */
export async function eraseAccount(db: Db, id: string, at: string): Promise<void> {
  const gone = { api_key: "", key_reference: null, deleted_at: at, updated_at: at };
  await db
    .updateTable("accounts")
    .set((row) => ({ ...gone, version: row("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await db
    .updateTable("servers")
    .set({ revoked_at: at, updated_at: at })
    .where("account_id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
  await eraseOwnKeys(db, { account_id: id });
  for (const table of ["api_tokens", "service_tokens"] as const)
    await db
      .updateTable(table)
      .set({ revoked_at: at })
      .where("account_id", "=", id)
      .where("revoked_at", "is", null)
      .execute();
}

/** @throws GatewayError 404 if it is deleted or never existed */
export async function findAccount(db: Db, id: string): Promise<AccountRow> {
  const row = await db
    .selectFrom("accounts")
    .selectAll()
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (!row) throw notFound("integrated account", id);
  return row;
}

function accountOf(core: Core, row: AccountRow): Account {
  const { id, name, api, region, key_reference, verified_at, managed_by, created_at, updated_at } = row;
  return {
    id,
    name,
    api,
    region,
    base_url: baseUrlOf(core, row) ?? row.base_url,
    key_reference,
    approvals: row.approvals === null ? null : rulesOf(row),
    verified_at,
    managed_by,
    created_at,
    updated_at,
  };
}
