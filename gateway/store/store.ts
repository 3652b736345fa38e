import type { Kysely, RawBuilder, SqlBool, Transaction } from "kysely";
import type { SlotStore } from "../../runtime/index.js";
import type { AuditPartitions } from "./audit-partitions.js";
import type { RateLimiter } from "./rate-limiter.js";
import type { AuditTable } from "../audit/fields.js";
import type { Schema } from "./schema.js";

/** The gateway's state. Acknowledged data survives a kill of the process. */
export interface Store extends OpenedStore {
  /** @throws Error if the store does not answer */
  ping(): Promise<void>;
  /** Stores rows of the audit log. A row replaces one with the same id and time: an outcome replaces its intent. */
  keepAudit(rows: readonly AuditTable[]): Promise<void>;
  close(): Promise<void>;
}

/** The parts that depend on the kind of database. */
export interface OpenedStore {
  readonly db: Kysely<Schema>;
  /** Counts an account's requests within the API's rate limit. All processes with the same store count together. */
  slots(accountId: string, pace: Pace): SlotStore;
  /** Counts calls of server URLs. All processes with the same store count together. */
  rateLimiter(): RateLimiter;
  /** Whether a statement failed because of its data, so it would always fail. */
  isBadData(error: unknown): boolean;
  /** The connections of a pool; undefined for a store without one. */
  pool?(): PoolState;
  /** Long reads, off the main thread if the database works in it. */
  readonly read: ReadRows;
  /**
   * A text that changes with every change of a server URL's access, by any process. It may also change without one.
   * @throws Error if the store does not answer
   */
  revision(): Promise<string>;
  /** Absent where a single process serves the store. */
  readonly broadcast?: Broadcast;
  /** Takes a lock until the transaction ends. False if another process has it. */
  takeLock(db: Db, name: string): Promise<boolean>;
  /** Absent where the database has no partitions. */
  readonly partitions?: AuditPartitions;
  /** The columns that identify an entry of the audit log. */
  readonly auditKey: readonly ("id" | "at")[];
  /** Whether a row of the audit log is one of the oldest, of those from before a time. */
  isOldest(before: string, most: number): RawBuilder<SqlBool>;
  /** A query of rows of the audit log, from its only parameter: `auditJson` of them. */
  readonly auditRows: RawBuilder<unknown>;
  auditJson(rows: readonly AuditTable[]): string;
  /** Does work whose statements may take as long as they need, such as an index over millions of rows. */
  withoutTimeout<Result>(work: (db: Kysely<Schema>) => Promise<Result>): Promise<Result>;
  /** Runs before the schema is updated. */
  beforeMigration?(): Promise<void>;
  /** Runs before the connections close. */
  beforeClose?(): void;
}

/**
 * Sends short texts to all processes with the same store, including this one. A text is lost while the database fails.
 */
export interface Broadcast {
  send(text: string): void;
  listen(heard: (text: string) => void): void;
}

/** Connections of a pool, and queries that wait for one. */
export interface PoolState {
  readonly used: number;
  readonly idle: number;
  readonly waiting: number;
}

/** Called after each query with its time. */
export type QueryWatch = (ms: number, isFailed: boolean) => void;

/** A query that was built and not yet run. */
interface Query<Row> {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[] };
  execute(): Promise<Rows<Row>>;
}

export type Rows<Row> = Row[];

/** @throws GatewayError 503 for a query that takes too long */
export type ReadRows = <Row>(query: Query<Row>) => Promise<Rows<Row>>;

/** Maximum requests within a window. */
export interface Pace {
  readonly limit: number;
  readonly windowMs: number;
}

/** The store, or one of its transactions, for service functions. */
export type Db = Kysely<Schema> | Transaction<Schema>;
