import { sql, type Kysely } from "kysely";

/** Adds who made a server. Of earlier servers the log may still have it. */
export async function addServerMaker(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("servers").addColumn("created_by", "text").execute();
  await sql`update servers set created_by = (
    select min(actor) from audit where audit.server_id = servers.id and audit.action = 'server.create'
  )`.execute(db);
}
