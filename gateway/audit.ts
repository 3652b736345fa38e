import type { Insertable } from "kysely";
import type { Logger } from "pino";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Act, Core, ListPage, PageQuery } from "./core.js";
import { newId } from "./id.js";
import { pageOf, pagePosition } from "./page-query.js";
import { tokenPattern } from "./secrets/token.js";
import type { AuditKind, AuditRow, AuditTable, Schema } from "./store/schema.js";
import type { Db, Store } from "./store/store.js";

/** What happened, without what the log itself adds: its id and time. */
export interface AuditEntry {
  readonly kind: AuditKind;
  readonly action: string;
  readonly outcome: string;
  readonly actor: string;
  readonly requestId: string;
  readonly address?: string;
  readonly accountId?: string;
  readonly serverId?: string;
  readonly tokenId?: string;
  readonly tool?: string;
  readonly access?: string;
  readonly argumentNames?: readonly string[];
  readonly digest?: string;
  /** Arguments with secrets hidden. */
  readonly argumentValues?: unknown;
  readonly upstreamStatus?: number;
  readonly durationMs?: number;
  readonly resultBytes?: number;
  readonly detail?: unknown;
}

/** What a management act did, for `transact`. */
export interface ActEntry {
  /** `account.create`, `server.rotate` … */
  readonly action: string;
  readonly accountId?: string;
  readonly serverId?: string;
  readonly tokenId?: string;
  /** What was changed, by its names and values; never a secret. */
  readonly detail?: unknown;
}

/** Keeps entries in the store, and writes each as a line of JSON. */
export interface AuditLog {
  /** Fulfils when the entry is safe. Never rejects: what can't be kept stands in the lines, and is reported. */
  record(entry: AuditEntry): Promise<void>;
  /** Records what nobody waits for; it is safe within a fraction of a second, together with others. */
  recordSoon(entry: AuditEntry): void;
  /**
   * Records that somebody was turned away. Of an address that knocks on and on only so many a minute are kept of each
   * outcome, so that a stranger can't fill the store.
   */
  recordRefusal(entry: Omit<AuditEntry, "kind">): void;
  /** Keeps entries as part of a transaction; they are told in lines by `tell` once it is committed. */
  keep(db: Db, entries: readonly AuditEntry[]): Promise<void>;
  tell(entries: readonly AuditEntry[]): void;
  /** Fulfils when all that was recorded so far is safe. */
  flush(): Promise<void>;
}

/** Does a management act: its changes and its entries are committed together, or not at all. */
export async function transact<Result>(
  { store, audit, changed }: Core,
  { actor, requestId, address }: Act,
  change: (db: Db, note: (entry: ActEntry) => void) => Promise<Result>,
): Promise<Result> {
  const entries: AuditEntry[] = [];
  const note = (entry: ActEntry) =>
    void entries.push({ kind: "manage", outcome: "ok", actor, requestId, address, ...entry });
  const result = await store.db.transaction().execute(async (db) => {
    entries.length = 0;
    const made = await change(db, note);
    await audit.keep(db, entries);
    return made;
  });
  audit.tell(entries);
  changed();
  return result;
}

/** Entries of one insert; SQLite takes 32,766 values and PostgreSQL 65,535. */
const mostInInsert = 200;
const mostWaiting = 10_000;
/** A commit takes some milliseconds, in which a file's store answers nobody: reads share one. */
const soonMs = 50;
const mostRefusals = { points: 60, duration: 60 };

export function createAuditLog(store: Store, logger: Logger, now: () => Date): AuditLog {
  const waiting: Insertable<AuditTable>[] = [];
  let writing: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;

  /** One write at a time: what comes meanwhile goes with the next, so a busy log costs few commits. */
  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting.splice(0, mostInInsert);
      try {
        await store.db.insertInto("audit").values(rows).execute();
      } catch (error) {
        logger.error({ err: error, entries: rows.length }, "audit entries could not be kept");
      }
    }
  }

  function flush(): Promise<void> {
    clearTimeout(later);
    later = undefined;
    writing ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(write)
      .finally(() => (writing = undefined));
    return writing;
  }

  const tell = (entries: readonly AuditEntry[]) =>
    entries.forEach((entry) => logger.info(line(entry), "audit"));
  function enqueue(entry: AuditEntry): void {
    tell([entry]);
    if (waiting.length >= mostWaiting) return logger.error("audit entries could not be kept: too many wait");
    waiting.push(rowOf(entry, now()));
  }

  function recordSoon(entry: AuditEntry): void {
    enqueue(entry);
    later ??= setTimeout(() => void flush(), soonMs);
  }

  const refusals = new RateLimiterMemory(mostRefusals);
  return {
    async record(entry) {
      enqueue(entry);
      await flush();
    },
    recordSoon,
    recordRefusal(entry) {
      const kept = () => recordSoon({ kind: "access", ...entry });
      refusals.consume(`${entry.address} ${entry.outcome}`).then(kept, () => {});
    },
    async keep(db, entries) {
      if (entries.length > 0)
        await db
          .insertInto("audit")
          .values(entries.map((entry) => rowOf(entry, now())))
          .execute();
    },
    tell,
    async flush() {
      while (writing || waiting.length > 0) await flush();
    },
  };
}

/** An entry of the log as it is answered. */
export interface LogEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: AuditKind;
  readonly action: string;
  readonly outcome: string;
  readonly actor: string;
  readonly request_id: string;
  readonly address: string | null;
  readonly integrated_account_id: string | null;
  readonly server_id: string | null;
  readonly token_id: string | null;
  readonly tool: string | null;
  readonly access: string | null;
  readonly argument_names: readonly string[] | null;
  readonly digest: string | null;
  readonly arguments: unknown;
  readonly upstream_status: number | null;
  readonly duration_ms: number | null;
  readonly result_bytes: number | null;
  readonly detail: unknown;
}

export interface LogQuery extends PageQuery {
  readonly kind?: AuditKind;
  readonly action?: string;
  readonly outcome?: string;
  readonly actor?: string;
  readonly request_id?: string;
  readonly integrated_account_id?: string;
  readonly server_id?: string;
  readonly tool?: string;
  readonly access?: string;
  /** ISO times; entries from `since` on and before `until`. */
  readonly since?: string;
  readonly until?: string;
}

/** The log, newest first. */
export async function readLog({ store, audit }: Core, query: LogQuery): Promise<ListPage<LogEntry>> {
  await audit.flush();
  const { limit, before } = pagePosition(query);
  let rows = store.db.selectFrom("audit").selectAll();
  const equal = (column: keyof Schema["audit"], value: string | undefined) => {
    if (value !== undefined) rows = rows.where(column, "=", value);
  };
  equal("kind", query.kind);
  equal("action", query.action);
  equal("outcome", query.outcome);
  equal("actor", query.actor);
  equal("request_id", query.request_id);
  equal("account_id", query.integrated_account_id);
  equal("server_id", query.server_id);
  equal("tool", query.tool);
  equal("access", query.access);
  if (query.since !== undefined) rows = rows.where("at", ">=", new Date(query.since).toISOString());
  if (query.until !== undefined) rows = rows.where("at", "<", new Date(query.until).toISOString());
  if (before !== undefined) rows = rows.where("id", "<", before);
  return pageOf(
    await rows
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute(),
    limit,
    logEntry,
  );
}

/** Forgets what is older than so many days. */
export async function forgetOldEntries({ store, now }: Core, days: number): Promise<void> {
  const before = new Date(now().getTime() - days * 86_400_000).toISOString();
  await store.db.deleteFrom("audit").where("at", "<", before).execute();
}

function rowOf(entry: AuditEntry, now: Date): Insertable<AuditTable> {
  return {
    id: newId("log", now.getTime()),
    at: now.toISOString(),
    kind: entry.kind,
    action: entry.action,
    outcome: entry.outcome,
    actor: entry.actor,
    request_id: entry.requestId,
    address: entry.address ?? null,
    account_id: entry.accountId ?? null,
    server_id: entry.serverId ?? null,
    token_id: entry.tokenId ?? null,
    tool: entry.tool ?? null,
    access: entry.access ?? null,
    argument_names: json(entry.argumentNames),
    digest: entry.digest ?? null,
    argument_values: json(entry.argumentValues),
    upstream_status: entry.upstreamStatus ?? null,
    duration_ms: entry.durationMs === undefined ? null : Math.round(entry.durationMs),
    result_bytes: entry.resultBytes ?? null,
    detail: json(entry.detail),
  };
}

function logEntry({ account_id, argument_names, argument_values, detail, ...row }: AuditRow): LogEntry {
  return {
    ...row,
    integrated_account_id: account_id,
    argument_names: parsed(argument_names) as string[] | null,
    arguments: parsed(argument_values),
    detail: parsed(detail),
  };
}

/** Names as in the log's answers, and nothing that is not there. */
function line({ kind, requestId, ...entry }: AuditEntry): object {
  const fields = Object.entries({ audit: kind, request_id: requestId, ...entry }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(
    fields.map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

/** Clients may write a token into any name or value; none gets into the store. */
function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value).replace(tokenPattern, "[token]");
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
