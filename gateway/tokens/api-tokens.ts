import { findAccount } from "../accounts/accounts.js";
import { transact } from "../audit/transact.js";
import type { Act, Core, ListPage } from "../core.js";
import { badRequest, notFound } from "../error.js";
import { newId } from "../id.js";
import { sameHash } from "../secrets/keys.js";
import { isToken, mintToken } from "../secrets/token.js";
import { listedTable, sortedPage, sortedRows, type ListQuery } from "../sorted-list.js";
import type { ApiTokenRow } from "../store/schema.js";
import type { Refused } from "./grants.js";

/** An API token in answers, which contain the token itself only when it is created. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  /** The only account whose servers it works for; null for all. */
  readonly integrated_account_id: string | null;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
  readonly created_at: string;
}

export interface ApiTokenInput {
  readonly name: string;
  readonly integrated_account_id?: string | null;
  readonly expires_at?: string | null;
}

/** @throws GatewayError 400 for an expiry in the past, 404 for the account */
export async function createApiToken(
  core: Core,
  input: ApiTokenInput,
  act: Act,
): Promise<ApiToken & { token: string }> {
  const { name, integrated_account_id = null, expires_at = null } = input;
  if (integrated_account_id !== null) await findAccount(core.store.db, integrated_account_id);
  if (expires_at !== null && !(Date.parse(expires_at) > core.now().getTime())) {
    throw badRequest("expires_at: must be a future ISO time, or null");
  }
  const token = mintToken("api");
  const row: ApiTokenRow = {
    id: newId("key", core.now().getTime()),
    name,
    hash: core.keys.hash(token),
    account_id: integrated_account_id,
    expires_at: expires_at === null ? null : new Date(expires_at).toISOString(),
    revoked_at: null,
    last_used_at: null,
    created_at: core.now().toISOString(),
  };
  return transact(core, act, async (db, note) => {
    await db.insertInto("api_tokens").values(row).execute();
    const detail = { api_token_id: row.id, name, expires_at: row.expires_at };
    note({ action: "api_token.create", accountId: integrated_account_id ?? undefined, detail });
    return { ...apiTokenOf(row), token };
  });
}

export const apiTokenTable = listedTable("api_tokens", ["expires_at", "last_used_at"]);

/** API tokens that are not revoked, newest first unless sorted. */
export async function listApiTokens({ store }: Core, query: ListQuery = {}): Promise<ListPage<ApiToken>> {
  const rows = store.db.selectFrom("api_tokens").selectAll().where("revoked_at", "is", null);
  return sortedPage(await sortedRows(rows, query, apiTokenTable).execute(), query, apiTokenOf);
}

/** @throws GatewayError 404 */
export async function revokeApiToken(core: Core, id: string, act: Act): Promise<void> {
  const revoked_at = core.now().toISOString();
  await transact(core, act, async (db, note) => {
    const { numUpdatedRows } = await db
      .updateTable("api_tokens")
      .set({ revoked_at })
      .where("id", "=", id)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound("API token", id);
    note({ action: "api_token.revoke", detail: { api_token_id: id } });
  });
}

/** The row of an API token, or why a text is not a valid token. */
export type FoundApiToken = ApiTokenRow | "malformed" | "unknown";

/** Why an API token is refused. */
export type ApiTokenRefused = Refused | "missing" | "other_account";

export async function findApiToken({ store, keys }: Core, token: string): Promise<FoundApiToken> {
  if (!isToken("api", token)) return "malformed";
  const hash = keys.hash(token);
  const row = await store.db.selectFrom("api_tokens").selectAll().where("hash", "=", hash).executeTakeFirst();
  return row && sameHash(row.hash, hash) ? row : "unknown";
}

/** Why a token is not valid for servers of an account at a time; undefined if it is. */
export function apiTokenRefusal(row: ApiTokenRow, accountId: string, now: Date): ApiTokenRefused | undefined {
  if (row.revoked_at !== null) return "revoked";
  if (row.expires_at !== null && row.expires_at <= now.toISOString()) return "expired";
  return row.account_id !== null && row.account_id !== accountId ? "other_account" : undefined;
}

function apiTokenOf({ id, name, account_id, expires_at, last_used_at, created_at }: ApiTokenRow): ApiToken {
  return { id, name, integrated_account_id: account_id, expires_at, last_used_at, created_at };
}
