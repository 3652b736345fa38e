import { findAccount } from "../accounts/accounts.js";
import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { newId } from "../id.js";
import { mintToken } from "../secrets/token.js";
import type { Db } from "../store/store.js";
import { lockLiveServer, type ServerIds } from "./find.js";
import { serverOf, type ServerWithToken } from "./server.js";

/** The default seconds for which an old token keeps working. */
export const usualOverlapSeconds = 86_400;

/**
 * Creates a new token. The current one keeps working for this many seconds. Tokens of earlier rotations end at that
 * time at the latest.
 * @throws GatewayError 404, 409 for a revoked server
 */
export async function rotateServer(
  core: Core,
  { accountId, id }: ServerIds,
  overlapSeconds: number,
  act: Act,
): Promise<ServerWithToken & { readonly previous_token_valid_until: string }> {
  const token = mintToken("server");
  const now = core.now();
  const valid_until = new Date(now.getTime() + overlapSeconds * 1000).toISOString();
  return transact(core, act, async (db, note) => {
    const row = await lockLiveServer(db, accountId, id);
    const account = await findAccount(db, accountId);
    const updated_at = now.toISOString();
    await db.updateTable("servers").set({ updated_at }).where("id", "=", id).execute();
    await db
      .updateTable("tokens")
      .set({ valid_until })
      .where("server_id", "=", id)
      .where((token) => token.or([token("valid_until", "is", null), token("valid_until", ">", valid_until)]))
      .execute();
    const tokenId = await insertToken(core, db, id, token);
    note({
      action: "server.rotate",
      accountId,
      serverId: id,
      tokenId,
      detail: { overlap_seconds: overlapSeconds },
    });
    return {
      ...serverOf(core, account, { ...row, updated_at }),
      token,
      previous_token_valid_until: valid_until,
    };
  });
}

/** Stores the hash of a server's new token. Returns its id. */
export async function insertToken(
  { keys, now }: Core,
  db: Db,
  server_id: string,
  token: string,
): Promise<string> {
  const id = newId("tok", now().getTime());
  const created_at = now().toISOString();
  await db
    .insertInto("tokens")
    .values({ id, server_id, hash: keys.hash(token), valid_until: null, created_at, last_used_at: null })
    .execute();
  return id;
}
