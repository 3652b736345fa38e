import { createRequire } from "node:module";
import { join } from "node:path";
import pg from "pg";
import { newId } from "../../../gateway/id.js";
import { defaultStore } from "../../gateway/kit/stores.js";

const DAY = 86_400_000;

interface Sqlite {
  prepare(sql: string): { run(...values: unknown[]): void; get(...values: unknown[]): { count: number } };
  exec(sql: string): void;
  close(): void;
}

/** Another connection to the store of a gateway. */
export interface LogRows {
  /** Adds entries of calls, evenly over so many days until today. */
  fill(count: number, days: number): Promise<void>;
  /** The number of entries before this time. */
  countBefore(time: string): Promise<number>;
  close(): Promise<void>;
}

/** @param folder of the gateway's data */
export async function openLog(folder: string): Promise<LogRows> {
  const { databaseUrl } = await defaultStore(folder);
  return databaseUrl === undefined ? onSqlite(folder) : onPostgres(databaseUrl);
}

function onSqlite(folder: string): LogRows {
  const Database = createRequire(import.meta.url)("libsql") as new (path: string) => Sqlite;
  const database = new Database(join(folder, "standpipe.db"));
  const columns = "id, at, kind, action, outcome, actor, request_id, tool";
  return {
    async fill(count, days) {
      const insert = database.prepare(
        `insert into audit (${columns}) values (?, ?, 'call', 'call', ?, ?, ?, ?)`,
      );
      database.exec("begin");
      for (const row of rowsOf(count, days)) insert.run(...row);
      database.exec("commit");
    },
    countBefore: async (time) =>
      database.prepare("select count(*) as count from audit where at < ?").get(time).count,
    close: async () => database.close(),
  };
}

async function onPostgres(url: string): Promise<LogRows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async fill(count, days) {
      const rows = [...rowsOf(count, days)];
      const columns = rows[0]!.map((_, at) => rows.map((row) => row[at]));
      await client.query(
        `insert into audit (id, at, outcome, actor, request_id, tool, kind, action)
         select *, 'call', 'call'
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
        columns,
      );
    },
    async countBefore(time) {
      const { rows } = await client.query<{ count: string }>(
        "select count(*) as count from audit where at < $1",
        [time],
      );
      return Number(rows[0]!.count);
    },
    close: () => client.end(),
  };
}

/** Id, time, outcome, actor, id of the request and tool of each entry. */
function* rowsOf(count: number, days: number): Generator<string[]> {
  const start = Date.now() - days * DAY;
  for (let at = 0; at < count; at += 1) {
    const time = Math.floor(start + (at * (days - 1) * DAY) / count);
    const [outcome, actor] = at % 2 === 0 ? ["ok", "server"] : ["refused", "other"];
    yield [newId("log", time), new Date(time).toISOString(), outcome, actor, `req_${at}`, `tool_${at % 100}`];
  }
}
