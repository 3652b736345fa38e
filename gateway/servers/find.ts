import { findAccount } from "../accounts/accounts.js";
import { conflict, notFound } from "../error.js";
import type { AccountRow, ServerRow } from "../store/schema.js";
import type { Db } from "../store/store.js";

/** A server, and the account that it must be of. */
export interface ServerIds {
  readonly accountId: string;
  readonly id: string;
}

/** @throws GatewayError 404 */
export async function findServer(db: Db, accountId: string, id: string): Promise<ServerRow> {
  await findAccount(db, accountId);
  const row = await db
    .selectFrom("servers")
    .selectAll()
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (!row) throw notFound("server", id);
  return row;
}

/** A server with its account. @throws GatewayError 404 */
export async function findOwned(
  db: Db,
  accountId: string,
  id: string,
): Promise<{ readonly account: AccountRow; readonly server: ServerRow }> {
  const account = await findAccount(db, accountId);
  return { account, server: await findServer(db, accountId, id) };
}

/**
 * The server, locked until the transaction ends by writing its version first.
 * @throws GatewayError 404, 409 for a revoked one
 */
export async function lockLiveServer(db: Db, accountId: string, id: string): Promise<ServerRow> {
  await findServer(db, accountId, id);
  await db
    .updateTable("servers")
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  const row = await findServer(db, accountId, id);
  if (row.revoked_at !== null) throw conflict(`Server ${id} is revoked; make a new one.`);
  return row;
}
