import type { Kysely } from "kysely";
import { notifyChangesOf, watchedForPeople } from "../store/change-triggers.js";

/** Assertions that were used, and refresh tokens of the provider where people sign in. */
export async function addUsedAssertions({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("person_renewals")
    .addColumn("issuer", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("sealed", "text", (column) => column.notNull())
    .addColumn("held_until", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("person_renewals_key", ["issuer", "subject"])
    .execute();
  await schema
    .createTable("used_assertions")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
}

/** Connections, codes, consents and clients of the authorization server. */
export async function addAuthorization(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("connections")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("account_id", "text", (column) => column.notNull().references("accounts.id"))
    .addColumn("server_id", "text", (column) => column.notNull().references("servers.id"))
    .addColumn("issuer", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("client_id", "text", (column) => column.notNull())
    .addColumn("client_name", "text", (column) => column.notNull())
    .addColumn("redirect_host", "text", (column) => column.notNull())
    .addColumn("scopes", "text", (column) => column.notNull())
    .addColumn("generation", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("used_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createIndex("connections_by_person")
    .on("connections")
    .columns(["issuer", "subject"])
    .execute();
  await schema
    .createTable("authorization_codes")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("content", "text", (column) => column.notNull())
    .addColumn("connection_id", "text")
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createTable("client_consents")
    .addColumn("issuer", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("client_id", "text", (column) => column.notNull())
    .addColumn("redirect_uri", "text", (column) => column.notNull())
    .addColumn("server_id", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("client_consents_key", [
      "issuer",
      "subject",
      "client_id",
      "redirect_uri",
      "server_id",
    ])
    .execute();
  await schema
    .createTable("registered_clients")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("redirect_uris", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("used_at", "text")
    .execute();
  await notifyChangesOf(db, watchedForPeople);
}
