import type { Core } from "../core.js";
import { sameHash } from "../secrets/keys.js";
import { isToken } from "../secrets/token.js";
import { stateOf } from "../servers/server.js";
import type { ServerConfig } from "../server-config.js";
import type { Subject } from "../oauth/access-token.js";
import type { AccountRow, ServerRow } from "../store/schema.js";

/** The access to a server, from the store. */
export interface Grant {
  /** Absent if there is no server token. Then only an access token gives access. */
  readonly tokenId?: string;
  /** When a rotated token ends; null for the current one. */
  readonly tokenValidUntil: string | null;
  readonly server: ServerRow;
  readonly account: AccountRow;
  /** Places in the server's `oauth` config that the access token has; undefined if the server does not use OAuth. */
  readonly held?: readonly string[];
  /** The signed-in person who calls, if calls have their own key. */
  readonly person?: Pick<Subject, "issuer" | "id">;
}

/** Why a token is refused. Only the audit log has the reason, not the answer. */
export type Refused = "malformed" | "unknown" | "revoked" | "expired" | "rotated";

/** Reads an account, which the caller may have kept: many server URLs belong to one. */
export type AccountOf = (id: string) => Promise<AccountRow>;

/** The grant of a server's token. */
export async function findGrant(
  { store, keys }: Core,
  token: string,
  accountOf: AccountOf,
): Promise<Grant | "malformed" | "unknown"> {
  if (!isToken("server", token)) return "malformed";
  const hash = keys.hash(token);
  const row = await store.db
    .selectFrom("tokens")
    .innerJoin("servers", "servers.id", "tokens.server_id")
    .selectAll("servers")
    .select(["tokens.id as token_id", "tokens.hash as token_hash", "tokens.valid_until as token_valid_until"])
    .where("tokens.hash", "=", hash)
    .executeTakeFirst();
  if (!row || !sameHash(row.token_hash, hash)) return "unknown";
  const { token_id: tokenId, token_hash: _, token_valid_until: tokenValidUntil, ...server } = row;
  return { tokenId, tokenValidUntil, server, account: await accountOf(server.account_id) };
}

/** The grant of a server's URL without a token. */
export async function findTokenlessGrant(
  { store }: Core,
  serverId: string,
  accountOf: AccountOf,
): Promise<Grant | "unknown"> {
  const server = await store.db
    .selectFrom("servers")
    .selectAll()
    .where("id", "=", serverId)
    .executeTakeFirst();
  if (!server) return "unknown";
  return { tokenValidUntil: null, server, account: await accountOf(server.account_id) };
}

/** Reads an account from the store. @throws Error if it is not there */
export function readAccount({ store }: Core): AccountOf {
  return (id) => store.db.selectFrom("accounts").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** Why a grant is not valid at a time; undefined if it is. */
export function refusal({ tokenValidUntil, server, account }: Grant, now: Date): Refused | undefined {
  if (account.deleted_at !== null) return "revoked";
  const state = stateOf(server, now);
  if (state !== "active") return state;
  return tokenValidUntil !== null && tokenValidUntil <= now.toISOString() ? "rotated" : undefined;
}

/** A server's config as it is stored. */
export function configOf(server: ServerRow): ServerConfig {
  const known = configs.get(server) ?? (JSON.parse(server.config) as ServerConfig);
  configs.set(server, known);
  return known;
}

/** A row that the access check keeps is read several times by each request. */
const configs = new WeakMap<ServerRow, ServerConfig>();
