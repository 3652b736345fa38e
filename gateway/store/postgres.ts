import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Schema } from "./schema.js";

/** Connections of one replica. */
const mostConnections = 10;

export function openPostgres(url: string): { kind: "postgres"; db: Kysely<Schema>; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    application_name: "standpipe",
  });
  // An idle connection that breaks is replaced at the next query; unheard, it would end the process.
  pool.on("error", () => {});
  return { kind: "postgres", db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), pool };
}
