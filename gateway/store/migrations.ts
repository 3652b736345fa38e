import { sql, type Kysely, type Migration } from "kysely";
import { partitionAudit } from "./audit-partitions.js";
import { notifyChanges } from "./change-triggers.js";
import { indexLog } from "./log-indexes.js";

/** By name, in the order of execution. A released one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-start": { up: start },
  "0002-callers": { up: bindApprovalsToCallers },
  "0003-approvers": { up: addApprovers },
  "0004-apis": { up: nameApis },
  "0005-server-names": { up: indexServerNames },
  "0006-tasks": { up: addTasks },
  "0007-log-indexes": { up: indexLog },
  "0008-changes": { up: notifyChanges },
  "0009-audit-partitions": { up: partitionAudit },
};

async function start(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
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
  await schema
    .createTable("settings")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await createShared(db);
}

/** Counts that replicas share. A single process with SQLite counts in memory and leaves these empty. */
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
  // The table format of rate-limiter-flexible.
  await db.schema
    .createTable("rate_limits")
    .addColumn("key", "varchar(255)", (column) => column.primaryKey())
    .addColumn("points", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("expire", "bigint")
    .execute();
}

/** Approvals wait for minutes, so pending ones are requested again. */
async function bindApprovalsToCallers({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropTable("approvals").execute();
  await schema
    .createTable("approvals")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("account_id", "text", (column) => column.notNull().references("accounts.id"))
    .addColumn("server_id", "text", (column) => column.notNull().references("servers.id"))
    .addColumn("token_id", "text", (column) => column.references("tokens.id"))
    // A replica of the release before still writes without it; what it asks about is not found here.
    .addColumn("caller", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("subject", "text")
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
    .createIndex("approvals_by_caller")
    .on("approvals")
    .columns(["caller", "digest", "state"])
    .execute();
}

/** Waiting approvals had another encrypted format. They only wait for minutes, so they are requested again. */
async function addApprovers(db: Kysely<unknown>): Promise<void> {
  await sql`delete from approvals`.execute(db);
  const { schema } = db;
  await schema
    .alterTable("approvals")
    .addColumn("way", "text", (column) => column.notNull().defaultTo("page"))
    .execute();
  await schema
    .alterTable("approvals")
    .addColumn("needed", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await schema.alterTable("approvals").addColumn("approvers", "text").execute();
  await schema
    .alterTable("approvals")
    .addColumn("approved_by", "text", (column) => column.notNull().defaultTo("[]"))
    .execute();
}

/** All accounts of earlier releases belong to this API. */
const onlyApi = "firehydrant";

async function nameApis({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable("accounts")
    .addColumn("api", "text", (column) => column.notNull().defaultTo(onlyApi))
    .execute();
}

/** The CLI finds servers by name over all accounts. */
async function indexServerNames({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex("servers_by_name").on("servers").column("name").execute();
}

async function addTasks({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("tasks")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("server_id", "text", (column) => column.notNull().references("servers.id"))
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("tasks_by_expiry").on("tasks").column("expires_at").execute();
}
