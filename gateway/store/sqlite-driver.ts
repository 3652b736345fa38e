import { setTimeout as pause } from "node:timers/promises";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from "kysely";
import type { Database, Statement } from "libsql";
import { GatewayError } from "../error.js";

/** How long a write waits for the lock of another process, and the time between two attempts. */
const waitMs = { total: 5_000, first: 5, most: 100 };

/**
 * SQLite whose writes wait for another process's lock without blocking the thread. SQLite's own wait (`busy_timeout`)
 * would stop every call.
 */
export class PatientSqliteDialect extends SqliteDialect {
  constructor(readonly database: Database) {
    super({ database });
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.database);
  }

  override createAdapter(): SqliteAdapter {
    return new AtomicAdapter();
  }
}

/** All updates of the schema are one transaction. A process that ends before has made none, and nothing waits for each. */
class AtomicAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Prepared statements, and the length of the longest. Most of the gateway's statements have a few forms each. */
const MOST_STATEMENTS = 200;
const MOST_KEPT_TEXT = 20_000;

interface Prepared {
  readonly statement: Statement;
  /** Whether it answers with rows. */
  readonly isReader: boolean;
}

class PatientDriver extends SqliteDriver {
  private patient?: DatabaseConnection;
  private readonly statements = new Map<string, Prepared>();

  constructor(readonly database: Database) {
    super({ database });
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    this.patient ??= {
      executeQuery: (query) => this.execute(query),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    return this.patient;
  }

  /**
   * Takes the lock for writing. Until it is free, other statements use the connection.
   * @throws GatewayError 503 if it is not free in time
   */
  override beginTransaction(): Promise<void> {
    // Not as a prepared statement: libsql leaves one that finds a lock open, and then nothing can be committed.
    return untilUnlocked(
      () => this.database.exec("begin immediate"),
      async (ms) => {
        await this.releaseConnection();
        await pause(ms);
        await super.acquireConnection();
      },
    );
  }

  /** After some errors, such as a full disk, SQLite has rolled back already. */
  override async rollbackTransaction(): Promise<void> {
    if (this.database.inTransaction) this.database.exec("rollback");
  }

  private async execute<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.database.inTransaction || isRead(query)) return this.run(query);
    await this.beginTransaction();
    try {
      const result = this.run<Row>(query);
      this.database.exec("commit");
      return result;
    } catch (error) {
      await this.rollbackTransaction();
      throw error;
    }
  }

  private run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const { statement, isReader } = this.prepared(sql);
    try {
      if (isReader) return { rows: statement.all(parameters) as Row[] };
      const { changes } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    } catch (error) {
      // It is prepared again: libsql leaves a statement open that finds a lock.
      this.statements.delete(sql);
      throw error;
    }
  }

  /** A statement that is used again and again is prepared once. */
  private prepared(sql: string): Prepared {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    const prepared = { statement, isReader: statement.reader };
    if (this.statements.size >= MOST_STATEMENTS) this.statements.clear();
    if (sql.length <= MOST_KEPT_TEXT) this.statements.set(sql, prepared);
    return prepared;
  }
}

/** Temporary tables are of this connection, so they need no lock of the file. */
function isRead({ sql }: CompiledQuery): boolean {
  return /^\s*(?:select|pragma|create temp)\s/.test(sql);
}

/**
 * Does something for which SQLite needs the lock of the file, again until it has it.
 * @throws GatewayError 503 if the lock is not free in time
 */
export async function untilUnlocked(
  work: () => unknown,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<void> {
  const until = performance.now() + waitMs.total;
  for (let ms = waitMs.first; ; ms = Math.min(2 * ms, waitMs.most)) {
    try {
      work();
      return;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== "SQLITE_BUSY") throw error;
      if (performance.now() > until) throw lockedTooLong(error);
    }
    await wait(ms);
  }
}

function lockedTooLong(cause: unknown): GatewayError {
  const error = new GatewayError(
    503,
    "Another process holds the lock of standpipe.db.",
    { "retry-after": "2" },
    "Repeat the request. If this continues, stop the other process: only one gateway may use a data folder.",
  );
  error.cause = cause;
  return error;
}
