import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { sql, type Kysely } from "kysely";
import { GatewayError } from "../error.js";
import type { Schema } from "./schema.js";
import type { ReadRows, Rows } from "./store.js";

/** A table of this size is read within about 20 ms, by any query. */
const FEW_ROWS = 10_000;
const MOST_MS = 10_000;

/**
 * Long reads. SQLite works in the calling thread, where a search through millions of rows would block every call. So a
 * process with its own connection reads large tables, and it can be stopped. A thread cannot: if it is stopped in the
 * middle of a statement, libsql aborts the whole gateway.
 */
export function createSqliteReader(path: string, db: Kysely<Schema>): { read: ReadRows; close: () => void } {
  let reader: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function started(): ChildProcess {
    return (reader ??= startReader(path, (ended) => {
      if (reader === ended) reader = undefined;
    }));
  }

  function stop(): void {
    reader?.kill("SIGKILL");
    reader = undefined;
  }

  function ask<Row>(query: {
    readonly sql: string;
    readonly parameters: readonly unknown[];
  }): Promise<Rows<Row>> {
    const asked = started();
    return new Promise((resolve, reject) => {
      const answered = ({ rows, error }: { rows: Rows<Row>; error?: string }) => {
        settle();
        if (error === undefined) resolve(rows);
        else reject(new Error(error));
      };
      const failed = (error: Error) => {
        settle();
        stop();
        reject(error);
      };
      const ended = () => failed(new Error("The process that reads the store ended."));
      const timer = setTimeout(() => failed(tooLong()), MOST_MS);
      // Removed one by one, because the process has listeners of its own.
      const settle = () => {
        clearTimeout(timer);
        asked.off("message", answered).off("error", failed).off("exit", ended);
      };
      asked.on("message", answered).on("error", failed).on("exit", ended);
      asked.send({ sql: query.sql, parameters: query.parameters });
    });
  }

  return {
    async read(query) {
      const { rows } = await sql<{ most: number | null }>`
        select max(most) as most
        from (select max(rowid) as most from audit union all select max(rowid) as most from usage)`.execute(
        db,
      );
      if ((rows[0]?.most ?? 0) < FEW_ROWS) return query.execute();
      // One after the other, so that parallel searches do not start several processes.
      const answer = last.then(() => ask(query.compile()));
      last = answer.catch(() => undefined);
      return answer as ReturnType<typeof query.execute>;
    },
    close: stop,
  };
}

function tooLong(): GatewayError {
  return new GatewayError(
    503,
    "The search took too long. Search a shorter time, or by a server or request id.",
  );
}

const readerCode = `
  const [, library, path] = process.argv;
  const Database = require(library);
  const database = new Database(path, { readonly: true });
  process.on("message", ({ sql, parameters }) => {
    try {
      process.send({ rows: database.prepare(sql).all(...parameters) });
    } catch (error) {
      process.send({ error: String(error.message) });
    }
  });
`;

/** @param ended is called when the process has ended, which can also happen between two queries */
function startReader(path: string, ended: (reader: ChildProcess) => void): ChildProcess {
  const library = createRequire(import.meta.url).resolve("libsql");
  const reader = spawn(process.execPath, ["-e", readerCode, library, path], {
    // The gateway's secrets are in its environment.
    env: {},
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  reader.unref();
  reader.channel?.unref();
  return reader.on("error", () => {}).on("exit", () => ended(reader));
}
