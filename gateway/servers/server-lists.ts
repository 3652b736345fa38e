import { sql } from "kysely";
import { findAccount } from "../accounts/accounts.js";
import type { Core, ListPage } from "../core.js";
import type { Db } from "../store/store.js";
import { listedTable, sortedPage, sortedRows, type ListQuery } from "../sorted-list.js";
import { serverOf, type Server, type ServerState } from "./server.js";

/** Times until a server URL expires. */
export const expiries = { "7d": 7, "30d": 30, never: undefined } as const;
export type Expiry = keyof typeof expiries;

export interface ServerQuery extends ListQuery {
  /** Includes revoked ones. */
  readonly revoked?: boolean;
  readonly state?: ServerState;
  /** Only servers that expire within this time, or never. */
  readonly expires?: Expiry;
  /** Only servers that this person or `admin` made. */
  readonly made_by?: string;
  /** ISO time: only servers that were made before it and not used since. */
  readonly unused_since?: string;
}

export interface AllServersQuery extends ServerQuery {
  /** Only servers with this id or name. */
  readonly called?: string;
  readonly integrated_account_id?: string;
}

export const serverTable = listedTable("servers", ["expires_at", "last_used_at"]);

/** An account's servers, newest first unless sorted. @throws GatewayError 404 */
export async function listServers(
  core: Core,
  accountId: string,
  query: ServerQuery = {},
): Promise<ListPage<Server>> {
  await findAccount(core.store.db, accountId);
  return listAllServers(core, { ...query, integrated_account_id: accountId });
}

/** Servers of all accounts, newest first unless sorted. */
export async function listAllServers(core: Core, query: AllServersQuery = {}): Promise<ListPage<Server>> {
  const rows = meantServers(core, core.store.db, query);
  const found = await sortedRows(rows, query, serverTable).execute();
  return sortedPage(found, query, ({ api, sort_value: _, ...row }) => serverOf(core, { api }, row));
}

/** The rows of servers that a query means, with their APIs, of all accounts. */
export function meantServers({ now }: Pick<Core, "now">, db: Db, query: AllServersQuery) {
  const { called, integrated_account_id, made_by, unused_since } = query;
  let rows = db
    .selectFrom("servers")
    .innerJoin("accounts", "accounts.id", "servers.account_id")
    .selectAll("servers")
    .select("accounts.api")
    .where("accounts.deleted_at", "is", null)
    .where(isIn(query, now()));
  if (called !== undefined)
    rows = rows.where((row) => row.or([row("servers.id", "=", called), row("servers.name", "=", called)]));
  if (integrated_account_id !== undefined) rows = rows.where("accounts.id", "=", integrated_account_id);
  if (made_by !== undefined) rows = rows.where("servers.made_by", "=", made_by);
  if (unused_since === undefined) return rows;
  const time = new Date(unused_since).toISOString();
  const isUnused = sql<boolean>`(servers.last_used_at is null or servers.last_used_at < ${time})`;
  return rows.where("servers.created_at", "<", time).where(isUnused);
}

const revoked = sql<boolean>`servers.revoked_at is not null`;
const all = sql<boolean>`1 = 1`;

/** The part of a query that is about a time. */
function isIn({ state, expires, ...query }: ServerQuery, now: Date) {
  const at = now.toISOString();
  const isExpired = sql<boolean>`(servers.expires_at is not null and servers.expires_at <= ${at})`;
  const states: Readonly<Record<ServerState, typeof all>> = {
    revoked,
    expired: sql`(not ${revoked} and ${isExpired})`,
    active: sql`(not ${revoked} and not ${isExpired})`,
  };
  const shown = state ? states[state] : query.revoked ? all : sql<boolean>`not (${revoked})`;
  return sql<boolean>`(${shown} and ${expires === undefined ? all : expiring(expires, now)})`;
}

function expiring(expires: Expiry, now: Date) {
  const days = expiries[expires];
  if (days === undefined) return sql<boolean>`servers.expires_at is null`;
  const until = new Date(now.getTime() + days * 86_400_000).toISOString();
  return sql<boolean>`(servers.expires_at > ${now.toISOString()} and servers.expires_at < ${until})`;
}
