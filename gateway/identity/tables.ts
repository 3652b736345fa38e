import type { Kysely } from "kysely";

/** Sessions of people that an OpenID provider verified. A session without an issuer is one of the admin token. */
export async function addIdentities({ schema }: Kysely<unknown>): Promise<void> {
  for (const name of ["issuer", "subject", "provider_session"])
    await schema.alterTable("sessions").addColumn(name, "text").execute();
  await schema
    .alterTable("sessions")
    .addColumn("groups", "text", (column) => column.notNull().defaultTo("[]"))
    .execute();
  await schema.createIndex("sessions_by_subject").on("sessions").columns(["issuer", "subject"]).execute();
}

/** Roles, and the verified person and role in the log. */
export async function addRoles({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("role_grants")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("issuer", "text", (column) => column.notNull())
    .addColumn("holder_kind", "text", (column) => column.notNull())
    .addColumn("holder", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("account_id", "text", (column) => column.references("accounts.id"))
    .addColumn("created_by", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("role_grants_by_holder").on("role_grants").columns(["issuer", "holder"]).execute();
  for (const name of ["issuer", "subject", "role"])
    await schema.alterTable("audit").addColumn(name, "text").execute();
  await schema
    .alterTable("approvals")
    .addColumn("approver_ids", "text", (column) => column.notNull().defaultTo("[]"))
    .execute();
}

/** What an approval compares: the verified address of the person who approves, and the id of the one who asked. */
export async function addApproverIdentities({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("sessions").addColumn("email", "text").execute();
  await schema.alterTable("approvals").addColumn("requester", "text").execute();
}
