import { sql, type Kysely, type Migration } from "kysely";
import { addApprovalRules } from "../accounts/approval-rules.js";
import { addSeals } from "../audit/chain/chain-tables.js";
import { addStreams } from "../audit/streams/stream-tables.js";
import { addAuthorization, addUsedAssertions } from "../authorization/tables.js";
import { addManagedBy } from "../declare/managed-columns.js";
import { partitionAudit } from "./audit-partitions.js";
import { addOwnKeys } from "../own-keys/table.js";
import { addSlotTaking } from "./slot-taking.js";
import { notifyChanges } from "./change-triggers.js";
import { createFirstSchema } from "./first-schema.js";
import { createUsageTable } from "../usage/usage-columns.js";
import { addUsageDays } from "../usage/usage-days.js";
import { addUsageSums } from "../usage/usage-sums.js";
import {
  addApproverIdentities,
  addDeviceSignIns,
  addIdentities,
  addNotices,
  addPersonIds,
  addRoles,
  addServiceTokens,
  addVerdicts,
} from "../identity/tables.js";
import { indexLog, indexMoreOfLog } from "./log-indexes.js";

/** By name, in the order of execution. A released one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-start": { up: createFirstSchema },
  "0002-callers": { up: bindApprovalsToCallers },
  "0003-approvers": { up: addApprovers },
  "0004-apis": { up: nameApis },
  "0005-server-names": { up: indexServerNames },
  "0006-tasks": { up: addTasks },
  "0007-log-indexes": { up: indexLog },
  "0008-changes": { up: notifyChanges },
  "0009-audit-partitions": { up: partitionAudit },
  "0010-pace": { up: addSlotTaking },
  "0011-usage": { up: createUsageTable },
  "0012-programs": { up: addPrograms },
  "0014-makers": { up: addMakers },
  "0014-times-of-calls": { up: addTimesOfCalls },
  "0015-identities": { up: addIdentities },
  "0016-roles": { up: addRoles },
  "0019-audit-seals": { up: addSeals },
  "0020-audit-streams": { up: addStreams },
  "0021-service-tokens": { up: addServiceTokens },
  "0022-device-sign-ins": { up: addDeviceSignIns },
  "0023-verdicts": { up: addVerdicts },
  "0024-approval-notices": { up: addNotices },
  "0025-managed-by": { up: addManagedBy },
  "0026-approver-identities": { up: addApproverIdentities },
  "0027-key-references": { up: addKeyReferences },
  "0028-own-keys": { up: addOwnKeys },
  "0029-authorization": { up: addAuthorization },
  "0030-used-assertions": { up: addUsedAssertions },
  "0031-person-ids": { up: addPersonIds },
  "0034-usage-days": { up: addUsageDays },
  "0035-approval-rules": { up: addApprovalRules },
  "0036-usage-sums": { up: addUsageSums },
  "0037-more-log-indexes": { up: indexMoreOfLog },
};

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

async function addKeyReferences({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("accounts").addColumn("key_reference", "text").execute();
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

/** A replica of the release before still writes without them. */
async function addMakers({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("servers").addColumn("made_by", "text").execute();
}

/** A replica of the release before still writes without them. */
async function addTimesOfCalls({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable("audit").addColumn("upstream_ms", "integer").execute();
  await schema.alterTable("audit").addColumn("trace_id", "text").execute();
}

async function addPrograms({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("programs")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("server_id", "text", (column) => column.notNull().references("servers.id"))
    .addColumn("caller", "text", (column) => column.notNull())
    .addColumn("content", "text", (column) => column.notNull())
    .addColumn("approved", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("running_until", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("programs_by_expiry").on("programs").column("expires_at").execute();
  await schema
    .createTable("program_calls")
    .addColumn("program_id", "text", (column) => column.notNull())
    .addColumn("call", "integer", (column) => column.notNull())
    .addColumn("place", "integer")
    .addColumn("content", "text")
    .addPrimaryKeyConstraint("program_calls_key", ["program_id", "call"])
    .execute();
}
