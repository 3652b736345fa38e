import { sql, type Kysely } from "kysely";

/** The tables of the first release. It was released, so it is never changed. */
export async function createFirstSchema(db: Kysely<unknown>): Promise<void> {
  await createServers(db);
  await createSignIn(db);
  await createApprovals(db);
  await createLog(db);
  await createSettings(db);
  await createShared(db);
}

async function createServers({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("accounts")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("region", "text")
    .addColumn("base_url", "text", (column) => column.notNull())
    .addColumn("api_key", "text", (column) => column.notNull())
    .addColumn("verified_at", "text")
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("deleted_at", "text")
    .execute();
  await schema
    .createTable("servers")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("account_id", "text", (column) => column.notNull().references("accounts.id"))
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("config", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("expires_at", "text")
    .addColumn("revoked_at", "text")
    .addColumn("last_used_at", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("servers_of_account").on("servers").columns(["account_id", "id"]).execute();
  await schema
    .createTable("tokens")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("server_id", "text", (column) => column.notNull().references("servers.id"))
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("valid_until", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("last_used_at", "text")
    .execute();
  await schema.createIndex("tokens_of_server").on("tokens").column("server_id").execute();
}

async function createSignIn({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("api_tokens")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("account_id", "text", (column) => column.references("accounts.id"))
    .addColumn("expires_at", "text")
    .addColumn("revoked_at", "text")
    .addColumn("last_used_at", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createTable("sessions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
}

async function createApprovals({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("approvals")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("account_id", "text", (column) => column.notNull().references("accounts.id"))
    .addColumn("server_id", "text", (column) => column.notNull().references("servers.id"))
    .addColumn("token_id", "text", (column) => column.notNull().references("tokens.id"))
    .addColumn("tool", "text", (column) => column.notNull())
    .addColumn("arguments", "text", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("decided_at", "text")
    .addColumn("decided_by", "text")
    .addColumn("used_at", "text")
    .execute();
  await schema
    .createIndex("approvals_by_call")
    .on("approvals")
    .columns(["token_id", "digest", "state"])
    .execute();
}

async function createLog({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("audit")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("action", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("address", "text")
    .addColumn("account_id", "text")
    .addColumn("server_id", "text")
    .addColumn("token_id", "text")
    .addColumn("tool", "text")
    .addColumn("access", "text")
    .addColumn("argument_names", "text")
    .addColumn("digest", "text")
    .addColumn("argument_values", "text")
    .addColumn("upstream_status", "integer")
    .addColumn("duration_ms", "integer")
    .addColumn("result_bytes", "integer")
    .addColumn("detail", "text")
    .execute();
  await schema.createIndex("audit_of_server").on("audit").columns(["server_id", "id"]).execute();
  await schema.createIndex("audit_of_account").on("audit").columns(["account_id", "id"]).execute();
}

async function createSettings({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("settings")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
}

/** What replicas count together. A single process on a file counts in memory, and leaves these empty. */
async function createShared(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("pace_slots")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("account_id", "text", (column) => column.notNull())
    .addColumn("frees_at", sql`double precision`, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("pace_slots_of_account")
    .on("pace_slots")
    .columns(["account_id", "frees_at"])
    .execute();
  // The shape that rate-limiter-flexible works on.
  await db.schema
    .createTable("rate_limits")
    .addColumn("key", "varchar(255)", (column) => column.primaryKey())
    .addColumn("points", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("expire", "bigint")
    .execute();
}
