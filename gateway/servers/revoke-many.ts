import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { badRequest } from "../error.js";
import { matching, type ServerFilter } from "./search.js";
import { serverOf, type Server } from "./server.js";

export interface RevokeMany extends ServerFilter {
  /** Revokes nothing, and returns what would be revoked. */
  readonly dry_run?: boolean;
}

export interface RevokedMany {
  /** The servers that were revoked, or would be. */
  readonly result: readonly Server[];
  /** How many more the filter means. Repeat the request for them. */
  readonly remaining: number;
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
    const meant = matching(db, filter, at).where("servers.revoked_at", "is", null).orderBy("servers.id");
    const rows = await meant.limit(MOST_AT_ONCE).execute();
    const { count } = await db
      .selectFrom(meant.clearOrderBy().as("meant"))
      .select((select) => select.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    const remaining = Number(count) - rows.length;
    const revoked_at = isDry ? null : at;
    const result = rows.map(({ api, ...row }) => serverOf(core, { api }, { ...row, revoked_at }));
    if (isDry || rows.length === 0) return { result, remaining };
    await db
      .updateTable("servers")
      .set((row) => ({ revoked_at: at, updated_at: at, version: row("version", "+", 1) }))
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .execute();
    for (const { id, account_id } of rows)
      note({ action: "server.revoke", accountId: account_id, serverId: id, detail: { all: filter } });
    return { result, remaining };
  });
}
