import { transact } from "./audit.js";
import { findAccount } from "./accounts.js";
import type { Act, Core, ListPage, PageQuery } from "./core.js";
import { badRequest, notFound } from "./error.js";
import { newId } from "./id.js";
import { pageOf, pagePosition } from "./page-query.js";
import { sameHash } from "./secrets/keys.js";
import { isToken, mintToken } from "./secrets/token.js";
import { stateOf } from "./servers.js";
import type { ServerConfig } from "./server-config.js";
import type { ApiTokenRow, AccountRow, ServerRow } from "./store/schema.js";

/** An API token as it is answered; the token itself is told once, when it is made. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  /** The only account whose servers it opens; null for all. */
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

/** @throws GatewayError 400 for an expiry that has passed, 404 for the account */
export async function createApiToken(
  core: Core,
  input: ApiTokenInput,
  act: Act,
): Promise<ApiToken & { token: string }> {
  const { name, integrated_account_id = null, expires_at = null } = input;
  if (integrated_account_id !== null) await findAccount(core.store.db, integrated_account_id);
  if (expires_at !== null && !(Date.parse(expires_at) > core.now().getTime())) {
    throw badRequest("expires_at: it is an ISO time ahead, or null");
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

/** API tokens that are not revoked, newest first. */
export async function listApiTokens({ store }: Core, query: PageQuery = {}): Promise<ListPage<ApiToken>> {
  const { limit, before } = pagePosition(query);
  let rows = store.db.selectFrom("api_tokens").selectAll().where("revoked_at", "is", null);
  if (before !== undefined) rows = rows.where("id", "<", before);
  return pageOf(
    await rows
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute(),
    limit,
    apiTokenOf,
  );
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

/** What a server's token opens, as it stands in the store. */
export interface Grant {
  readonly tokenId: string;
  /** When a rotated token ends; null for the current one. */
  readonly tokenValidUntil: string | null;
  readonly server: ServerRow;
  readonly account: AccountRow;
}

/** Why a token opens nothing. Strangers are never told; the audit log is. */
export type Refused = "malformed" | "unknown" | "revoked" | "expired" | "rotated";

/** What a text given as a server's token stands for. */
export async function findGrant(
  { store, keys }: Core,
  token: string,
): Promise<Grant | "malformed" | "unknown"> {
  if (!isToken("server", token)) return "malformed";
  const hash = keys.hash(token);
  const row = await store.db.selectFrom("tokens").selectAll().where("hash", "=", hash).executeTakeFirst();
  if (!row || !sameHash(row.hash, hash)) return "unknown";
  const server = await store.db
    .selectFrom("servers")
    .selectAll()
    .where("id", "=", row.server_id)
    .executeTakeFirstOrThrow();
  const account = await store.db
    .selectFrom("accounts")
    .selectAll()
    .where("id", "=", server.account_id)
    .executeTakeFirstOrThrow();
  return { tokenId: row.id, tokenValidUntil: row.valid_until, server, account };
}

/** Why a grant doesn't hold at a time, or nothing where it does. */
export function refusal({ tokenValidUntil, server, account }: Grant, now: Date): Refused | undefined {
  if (account.deleted_at !== null) return "revoked";
  const state = stateOf(server, now);
  if (state !== "active") return state;
  return tokenValidUntil !== null && tokenValidUntil <= now.toISOString() ? "rotated" : undefined;
}

/** Whether a text is an API token that opens an account's servers now; its id, or why it doesn't. */
export async function checkApiToken(
  { store, keys, now }: Core,
  token: string | undefined,
  accountId: string,
): Promise<{ readonly id: string } | { readonly refused: Refused | "missing" | "other_account" }> {
  if (token === undefined) return { refused: "missing" };
  if (!isToken("api", token)) return { refused: "malformed" };
  const hash = keys.hash(token);
  const row = await store.db.selectFrom("api_tokens").selectAll().where("hash", "=", hash).executeTakeFirst();
  if (!row || !sameHash(row.hash, hash)) return { refused: "unknown" };
  if (row.revoked_at !== null) return { refused: "revoked" };
  if (row.expires_at !== null && row.expires_at <= now().toISOString()) return { refused: "expired" };
  if (row.account_id !== null && row.account_id !== accountId) return { refused: "other_account" };
  return { id: row.id };
}

/** Remembers when tokens and servers were last used, at one write for many uses. */
export async function noteUses(
  { store }: Core,
  uses: {
    readonly tokens: readonly string[];
    readonly servers: readonly string[];
    readonly apiTokens: readonly string[];
  },
  at: string,
): Promise<void> {
  const set = { last_used_at: at };
  const { db } = store;
  if (uses.tokens.length > 0)
    await db.updateTable("tokens").set(set).where("id", "in", uses.tokens).execute();
  if (uses.servers.length > 0)
    await db.updateTable("servers").set(set).where("id", "in", uses.servers).execute();
  if (uses.apiTokens.length > 0)
    await db.updateTable("api_tokens").set(set).where("id", "in", uses.apiTokens).execute();
}

/** A server's config as it is stored. */
export function configOf({ config }: ServerRow): ServerConfig {
  return JSON.parse(config) as ServerConfig;
}

function apiTokenOf({ id, name, account_id, expires_at, last_used_at, created_at }: ApiTokenRow): ApiToken {
  return { id, name, integrated_account_id: account_id, expires_at, last_used_at, created_at };
}
