import type { Act, Core } from "../core.js";
import { notFound } from "../error.js";
import type { Identity } from "../identity/identity.js";
import { endConnection } from "./connections.js";
import { shownConnection, type Connection } from "./list-connections.js";

/** A client of a person, with the names of its server URL and account. */
export type OwnConnection = Connection & { readonly server: string; readonly account: string };

type Person = Pick<Identity, "issuer" | "subject">;

/** The clients that a person allowed, newest first. */
export async function connectionsOf({ store, now }: Core, person: Person): Promise<OwnConnection[]> {
  const rows = await store.db
    .selectFrom("connections")
    .innerJoin("accounts", "accounts.id", "connections.account_id")
    .innerJoin("servers", "servers.id", "connections.server_id")
    .selectAll("connections")
    .select(["accounts.name as account", "servers.name as server"])
    .where("connections.issuer", "=", person.issuer)
    .where("connections.subject", "=", person.subject)
    .where("connections.expires_at", ">", now().toISOString())
    .orderBy("connections.id", "desc")
    .execute();
  return rows.map(({ account, server, ...row }) => ({ ...shownConnection(row), account, server }));
}

/** Ends the access of a person's own client. @throws GatewayError 404 */
export async function endOwnConnection(core: Core, id: string, person: Person, act: Act): Promise<void> {
  const row = await core.store.db
    .selectFrom("connections")
    .selectAll()
    .where("id", "=", id)
    .where("issuer", "=", person.issuer)
    .where("subject", "=", person.subject)
    .executeTakeFirst();
  if (!row) throw notFound("connection", id);
  await endConnection(core, row, "revoked", act);
}
