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

/** Service tokens, and what the provider said about people at their last sign-in. */
export async function addServiceTokens({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("service_tokens")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("account_id", "text", (column) => column.references("accounts.id"))
    .addColumn("issuer", "text")
    .addColumn("subject", "text")
    .addColumn("created_by", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("revoked_at", "text")
    .addColumn("last_used_at", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createTable("people")
    .addColumn("issuer", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("groups", "text", (column) => column.notNull())
    .addColumn("seen_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("people_key", ["issuer", "subject"])
    .execute();
}

/** Sign-ins of the command line that wait for a person. */
export async function addDeviceSignIns({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("device_sign_ins")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("device_hash", "text", (column) => column.notNull().unique())
    .addColumn("user_hash", "text", (column) => column.notNull().unique())
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("identity", "text")
    .addColumn("session_ends", "text")
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
}

/** What an approval compares: the verified address of the person who approves, and the id of the one who asked. */
export async function addApproverIdentities({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("sessions").addColumn("email", "text").execute();
  await schema.alterTable("approvals").addColumn("requester", "text").execute();
}

/** Ids with which the person who approves is compared with the one who asked. */
export async function addPersonIds({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable("sessions")
    .addColumn("person_ids", "text", (column) => column.notNull().defaultTo("{}"))
    .execute();
  await schema.alterTable("approvals").addColumn("requester_ids", "text").execute();
  await schema
    .alterTable("approvals")
    .addColumn("doubtful", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}

/** Reasons of refusals, and approvals for an hour. A replica of the release before still writes without them. */
export async function addVerdicts({ schema }: Kysely<unknown>): Promise<void> {
  for (const name of ["may_repeat", "repeats"])
    await schema
      .alterTable("approvals")
      .addColumn(name, "integer", (column) => column.notNull().defaultTo(0))
      .execute();
  await schema.alterTable("approvals").addColumn("reason", "text").execute();
}

/** Notices of waiting calls, until their channels have them. */
export async function addNotices({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("approval_notices")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("approval_id", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("due_at", "text", (column) => column.notNull())
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("held_until", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("approval_notices_by_due").on("approval_notices").column("due_at").execute();
}
