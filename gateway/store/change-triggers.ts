import { PostgresAdapter, sql, type Kysely } from "kysely";
import { changesChannel } from "./postgres-changes.js";

/** Columns that can make a server URL stop working. Recording a use changes none of them. */
export const watchedColumns = {
  accounts: "name, region, base_url, api_key, version, deleted_at",
  servers: "account_id, name, config, version, expires_at, revoked_at",
  tokens: "server_id, hash, valid_until",
  api_tokens: "hash, account_id, expires_at, revoked_at",
} as const;

/** Columns that can end what a client may do for a person, watched since `0029-authorization`. */
export const watchedForPeople = {
  connections: "server_id, issuer, subject, client_id, scopes, expires_at",
  people: "issuer, subject, groups, seen_at",
  role_grants: "issuer, holder_kind, holder, role, account_id",
} as const;

/**
 * Makes PostgreSQL notify all replicas at the commit that a server URL may have changed. SQLite counts by `sqlite.ts`.
 */
export async function notifyChanges(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql
    .raw(
      `create function standpipe_changed() returns trigger language plpgsql as
       $$ begin perform pg_notify('${changesChannel}', ''); return null; end $$`,
    )
    .execute(db);
  await notifyChangesOf(db, watchedColumns);
}

/** The same for more tables. */
export async function notifyChangesOf(
  db: Kysely<unknown>,
  watched: Readonly<Record<string, string>>,
): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const [table, columns] of Object.entries(watched))
    await sql
      .raw(
        `create trigger standpipe_changed after insert or delete or update of ${columns} on ${table}
         for each statement execute function standpipe_changed()`,
      )
      .execute(db);
}
