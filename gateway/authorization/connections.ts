import type { Insertable, Selectable } from "kysely";
import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { newId } from "../id.js";
import type { Db } from "../store/store.js";
import type { ConnectionTable } from "./rows.js";

export type ConnectionRow = Selectable<ConnectionTable>;

/** A connection whose client does not renew it for so long ends. */
const idleMs = 30 * 24 * 3_600_000;

/** How long a person counts as known after the provider was asked about them. Then they sign in again. */
export const knownMs = 3_600_000;

/** What a connection begins with. */
export type Beginning = Pick<
  ConnectionTable,
  "account_id" | "server_id" | "issuer" | "subject" | "client_id" | "client_name" | "redirect_host" | "scopes"
>;

/** Begins a connection, within a transaction. */
export async function insertConnection(
  db: Db,
  given: Beginning,
  now: Date,
  lastsMs = idleMs,
): Promise<ConnectionRow> {
  const at = now.toISOString();
  const row: Insertable<ConnectionTable> = {
    id: newId("con", now.getTime()),
    ...given,
    generation: 1,
    created_at: at,
    used_at: at,
    expires_at: new Date(now.getTime() + lastsMs).toISOString(),
  };
  await db.insertInto("connections").values(row).execute();
  return row;
}

export async function findConnection({ store, now }: Core, id: string): Promise<ConnectionRow | undefined> {
  return store.db
    .selectFrom("connections")
    .selectAll()
    .where("id", "=", id)
    .where("expires_at", ">", now().toISOString())
    .executeTakeFirst();
}

/** Uses a connection's refresh token. False if it is not the current one. Of several uses at once, one succeeds. */
export async function nextGeneration(
  { store, now }: Core,
  { id }: ConnectionRow,
  generation: number,
): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable("connections")
    .set({ generation: generation + 1, used_at: now().toISOString(), expires_at: idleEnd(now()) })
    .where("id", "=", id)
    .where("generation", "=", generation)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends a connection. Its access tokens and refresh tokens stop working within a second. */
export async function endConnection(
  core: Core,
  { id, account_id, server_id, client_id, subject }: ConnectionRow,
  why: "revoked" | "refresh_reuse" | "code_reuse",
  act: Act,
): Promise<void> {
  await transact(core, act, async (db, note) => {
    await db.deleteFrom("connections").where("id", "=", id).execute();
    const detail = { client_id, subject, why };
    note({ action: "connection.end", accountId: account_id, serverId: server_id, detail });
  });
}

/** Deletes what has expired. */
export async function forgetOldConnections({ store, now }: Core): Promise<void> {
  const at = now().toISOString();
  await store.db.deleteFrom("connections").where("expires_at", "<=", at).execute();
  for (const table of ["authorization_codes", "used_assertions"] as const)
    await store.db.deleteFrom(table).where("expires_at", "<=", at).execute();
}

function idleEnd(now: Date): string {
  return new Date(now.getTime() + idleMs).toISOString();
}
