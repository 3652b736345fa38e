import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { sql, type Kysely } from "kysely";
import { GatewayError } from "../error.js";
import type { Schema } from "./schema.js";
import type { ReadRows, Rows } from "./store.js";

/** A table of this size is read within about 20 ms, by any query. */
const FEW_ROWS = 10_000;
const MOST_MS = 10_000;

/**
 * Long reads. SQLite works in the calling thread, where a search through millions of rows would block every call. So a
 * worker with its own connection reads large tables, and it can be stopped.
 */
export function createSqliteReader(path: string, db: Kysely<Schema>): { read: ReadRows; close: () => void } {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function started(): Worker {
    worker ??= startWorker(path, (ended) => {
      if (worker === ended) worker = undefined;
    });
    worker.unref();
    return worker;
  }

  function stop(): void {
    void worker?.terminate();
    worker = undefined;
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
      const ended = () => failed(new Error("The worker that reads the store ended."));
      const timer = setTimeout(() => failed(tooLong()), MOST_MS);
      // Removed one by one, because the worker has listeners of its own.
      const settle = () => {
        clearTimeout(timer);
        asked.off("message", answered).off("error", failed).off("exit", ended);
      };
      asked.on("message", answered).on("error", failed).on("exit", ended);
      asked.postMessage({ sql: query.sql, parameters: query.parameters });
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
      // One after the other, so that parallel searches do not start several workers.
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

const workerCode = `
  const { parentPort, workerData } = require("node:worker_threads");
  const Database = require(workerData.library);
  const database = new Database(workerData.path, { readonly: true });
  parentPort.on("message", ({ sql, parameters }) => {
    try {
      parentPort.postMessage({ rows: database.prepare(sql).all(...parameters) });
    } catch (error) {
      parentPort.postMessage({ error: String(error.message) });
    }
  });
`;

/** @param ended is called when the worker has ended, which can also happen between two queries */
function startWorker(path: string, ended: (worker: Worker) => void): Worker {
  const worker = new Worker(workerCode, {
    eval: true,
    workerData: { path, library: createRequire(import.meta.url).resolve("libsql") },
  });
  return worker.on("error", () => {}).on("exit", () => ended(worker));
}
