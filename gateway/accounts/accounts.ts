import { apiOf, chosenApi } from "../apis.js";
import { transact, type ActEntry } from "../audit/transact.js";
import type { Act, Core, ListPage } from "../core.js";
import { badRequest, notFound } from "../error.js";
import { newId } from "../id.js";
import { keyContext } from "../secrets/keys.js";
import { listedTable, sortedPage, sortedRows, type ListQuery } from "../sorted-list.js";
import type { AccountRow } from "../store/schema.js";
import type { Db } from "../store/store.js";
import { unmanaged } from "../declare/managed-columns.js";
import { checkKey, requireUsable } from "./key-check.js";
import { baseUrlOf, allowedBaseUrl } from "./base-url.js";

/** An account in answers, which never contain its key. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** The name of its API. */
  readonly api: string;
  readonly region: string | null;
  readonly base_url: string;
  /** When the API last accepted the key. */
  readonly verified_at: string | null;
  /** The file of `standpipe apply` that declares it. */
  readonly managed_by: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface AccountInput {
  readonly name: string;
  /** The name of its API; required if the gateway serves several. */
  readonly api?: string;
  readonly api_key: string;
  /** Instead of a base URL. The first region by default. */
  readonly region?: string;
  readonly base_url?: string;
  /** `false` saves the key without checking it at the API. */
  readonly verify?: boolean;
}

export type AccountChange = Partial<Omit<AccountInput, "api">>;

/** @throws GatewayError 400 for an invalid place or key, 502 if the API cannot be reached */
export async function createAccount(core: Core, input: AccountInput, act: Act): Promise<Account> {
  const api = chosenApi(core, input.api);
  const place = allowedBaseUrl(api, input);
  requireUsable(api, place.base_url, input.api_key);
  const verified_at =
    input.verify === false ? null : await checkKey(api, place.base_url, input.api_key, core.now);
  const row = newAccountRow(core, { name: input.name, api: api.name, ...place }, input.api_key, verified_at);
  return transact(core, act, async (db, note) => {
    await db.insertInto("accounts").values(row).execute();
    note(createdEntry(row));
    return accountOf(core, row);
  });
}

/** The row of a new account, which no file manages. */
export function newAccountRow(
  core: Core,
  account: Pick<AccountRow, "name" | "api" | "region" | "base_url">,
  key: string,
  verified_at: string | null,
): AccountRow {
  const id = newId("acc", core.now().getTime());
  const at = core.now().toISOString();
  return {
    id,
    ...account,
    api_key: core.keys.vault.seal(key, keyContext(id)),
    verified_at,
    version: 1,
    created_at: at,
    updated_at: at,
    deleted_at: null,
    ...unmanaged,
  };
}

/** The log's entry of a new account. */
export function createdEntry({ id, name, api, region, base_url, verified_at }: AccountRow): ActEntry {
  const detail = { name, api, region, base_url, verified: verified_at !== null };
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
  const at = baseUrlOf(core, { ...before, ...moved }) ?? before.base_url;
  const isMoved =
    moved !== undefined && (moved.region !== before.region || moved.base_url !== before.base_url);
  if (isMoved && change.api_key === undefined) {
    throw badRequest("api_key: is required when the region or base_url changes");
  }
  const { api_key, verify: wanted } = change;
  if (api_key !== undefined) requireUsable(api, at, api_key);
  const checked = api_key !== undefined && wanted !== false;
  const verified = checked ? await checkKey(api, at, api_key, core.now) : null;
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...moved,
    ...(api_key === undefined
      ? {}
      : { api_key: core.keys.vault.seal(api_key, keyContext(id)), verified_at: verified }),
    updated_at: core.now().toISOString(),
  };
  return transact(core, act, async (db, note) => {
    await findAccount(db, id);
    await db
      .updateTable("accounts")
      .set((row) => ({ ...set, version: row("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
    const detail = { name: change.name, ...moved, ...(api_key === undefined ? {} : { api_key: "changed" }) };
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

/** Deletes an account's key, and revokes its servers and tokens. */
export async function eraseAccount(db: Db, id: string, at: string): Promise<void> {
  const gone = { api_key: "", deleted_at: at, updated_at: at };
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
  await db
    .updateTable("api_tokens")
    .set({ revoked_at: at })
    .where("account_id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
  await db
    .updateTable("service_tokens")
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
  const { id, name, api, region, verified_at, managed_by, created_at, updated_at } = row;
  return {
    id,
    name,
    api,
    region,
    base_url: baseUrlOf(core, row) ?? row.base_url,
    verified_at,
    managed_by,
    created_at,
    updated_at,
  };
}
