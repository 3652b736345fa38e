import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { badRequest } from "../error.js";
import { sortedRows } from "../sorted-list.js";
import { serverOf, type Server } from "./server.js";
import { meantServers, serverTable, type AllServersQuery } from "./server-lists.js";

type Filter = "called" | "q" | "integrated_account_id" | "made_by" | "state" | "expires" | "unused_since";

/** Which servers are revoked. Each given filter must fit. */
export interface RevokeMany extends Pick<AllServersQuery, Filter> {
  /** Revokes nothing, and returns what would be revoked. */
  readonly dry_run?: boolean;
}

export interface RevokedMany {
  /** The servers that were revoked, or would be. */
  readonly result: readonly Server[];
  /** Whether more servers match. Repeat the request to revoke them. */
  readonly more: boolean;
}

/** Servers of one request, so that its transaction stays short. */
const MOST_AT_ONCE = 200;

/**
 * Revokes all servers that a filter means, together.
 * @throws GatewayError 400 if no filter is given
 */
export async function revokeMany(
  core: Core,
  { dry_run: isDry = false, ...filter }: RevokeMany,
  act: Act,
): Promise<RevokedMany> {
  if (Object.keys(filter).length === 0)
    throw badRequest("body: must have at least one filter, such as made_by");
  const at = core.now().toISOString();
  return transact(core, act, async (db, note) => {
    const meant = meantServers(core, db, filter).where("servers.revoked_at", "is", null);
    const found = await sortedRows(meant, { q: filter.q, limit: MOST_AT_ONCE }, serverTable).execute();
    const rows = found.slice(0, MOST_AT_ONCE);
    const revoked_at = isDry ? null : at;
    const result = rows.map(({ api, sort_value: _, ...row }) =>
      serverOf(core, { api }, { ...row, revoked_at }),
    );
    const more = found.length > MOST_AT_ONCE;
    if (isDry || rows.length === 0) return { result, more };
    const ids = rows.map(({ id }) => id);
    await db
      .updateTable("servers")
      .set((row) => ({ revoked_at: at, updated_at: at, version: row("version", "+", 1) }))
      .where("id", "in", ids)
      .execute();
    for (const { id, account_id } of rows)
      note({ action: "server.revoke", accountId: account_id, serverId: id, detail: { all: filter } });
    return { result, more };
  });
}
