import type { Act, Core, ListPage } from "../core.js";
import { notFound } from "../error.js";
import { listedTable, sortedPage, sortedRows, type ListQuery } from "../sorted-list.js";
import { endConnection, type ConnectionRow } from "./connections.js";

/** A client's access to a server URL for a person, as the API shows it. */
export type Connection = Omit<ConnectionRow, "account_id" | "scopes" | "generation"> & {
  readonly integrated_account_id: string;
  readonly scopes: readonly string[];
};

export const connectionTable = listedTable("connections", ["used_at", "expires_at"], "client_name");

/** A page of the connections. */
export async function listConnections(
  { store, now }: Core,
  query: ListQuery = {},
): Promise<ListPage<Connection>> {
  const rows = store.db.selectFrom("connections").selectAll().where("expires_at", ">", now().toISOString());
  const found = await sortedRows(rows, query, connectionTable).execute();
  return sortedPage(found, query, ({ sort_value: _, ...row }) => shownConnection(row));
}

/** Ends a client's access. @throws GatewayError 404 */
export async function removeConnection(core: Core, id: string, act: Act): Promise<void> {
  const row = await core.store.db
    .selectFrom("connections")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw notFound("connection", id);
  await endConnection(core, row, "revoked", act);
}

/** A connection for answers. */
export function shownConnection({ account_id, generation: _, scopes, ...row }: ConnectionRow): Connection {
  return { ...row, integrated_account_id: account_id, scopes: JSON.parse(scopes) as string[] };
}
