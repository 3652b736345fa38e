import type { Core, ListPage } from "../core.js";
import { newestFirst, pageOf } from "../page-query.js";
import { serverOf, type Server } from "./server.js";
import type { ServerQuery } from "./servers.js";

export interface AllServersQuery extends ServerQuery {
  /** Only servers with this id or name. */
  readonly called?: string;
}

/** Servers of all accounts, newest first. */
export async function listAllServers(core: Core, query: AllServersQuery = {}): Promise<ListPage<Server>> {
  const { called } = query;
  let rows = core.store.db
    .selectFrom("servers")
    .innerJoin("accounts", "accounts.id", "servers.account_id")
    .selectAll("servers")
    .select("accounts.api")
    .where("accounts.deleted_at", "is", null);
  if (called !== undefined)
    rows = rows.where((row) => row.or([row("servers.id", "=", called), row("servers.name", "=", called)]));
  if (!query.revoked) rows = rows.where("servers.revoked_at", "is", null);
  const found = await newestFirst(rows, query, "servers.id").execute();
  return pageOf(found, query, ({ api, ...row }) => serverOf(core, { api }, row));
}
