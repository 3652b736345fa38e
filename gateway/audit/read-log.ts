import type { Core, ListPage, PageQuery } from "../core.js";
import { byTime, pageOf } from "../page-query.js";
import { firstId, MOST_AHEAD_MS } from "../id.js";
import {
  answerName,
  auditColumns,
  isJson,
  searchFields,
  type AnswerName,
  type AuditTable,
  type LogEntry,
  type LogSort,
} from "./fields.js";

export interface LogFilter extends Partial<Readonly<Record<keyof typeof searchFields, string>>> {
  /** ISO times: entries from `since` on and before `until`. */
  readonly since?: string;
  readonly until?: string;
}

export type LogQuery = LogFilter & PageQuery & { readonly sort?: LogSort };

/** A page of the log. */
export async function readLog(core: Core, query: LogQuery): Promise<ListPage<LogEntry>> {
  await core.audit.flush();
  return pageOf(
    await core.store.read(byTime(matching(core, query), query, query.sort === "at" ? "oldest" : "newest")),
    query,
    logEntry,
  );
}

/** Entries of one page of an export. Each page gives other requests their turn. */
const EXPORT_PAGE = 500;

/** All matching entries, oldest first, page by page. */
export async function* exportLog(core: Core, query: LogFilter): AsyncGenerator<readonly LogEntry[]> {
  await core.audit.flush();
  for (let after = ""; ;) {
    const rows = matching(core, query).where("id", ">", after).orderBy("id").limit(EXPORT_PAGE);
    const page = await core.store.read(rows);
    if (page.length > 0) yield page.map(logEntry);
    if (page.length < EXPORT_PAGE) return;
    after = page.at(-1)!.id;
  }
}

function matching({ store }: Core, query: LogFilter) {
  // A column that a later release adds to the table is not selected, so it cannot appear in an answer.
  let rows = store.db.selectFrom("audit").select(auditColumns);
  for (const column of auditColumns) {
    const wanted = searched(query, answerName(column));
    if (wanted !== undefined) rows = rows.where(column, "=", wanted);
  }
  // The id is never earlier than the time, and bounds a search by any index.
  if (query.since !== undefined) {
    const since = new Date(query.since);
    rows = rows.where("at", ">=", since.toISOString()).where("id", ">=", firstId("log", since.getTime()));
  }
  if (query.until !== undefined) {
    const until = new Date(query.until);
    const end = firstId("log", until.getTime() + MOST_AHEAD_MS);
    rows = rows.where("at", "<", until.toISOString()).where("id", "<", end);
  }
  return rows;
}

/** Whether an entry has the values that a query asks for, apart from its time. */
export function isSearched(query: LogFilter, entry: Partial<LogEntry>): boolean {
  return (Object.keys(searchFields) as (keyof typeof searchFields)[]).every(
    (name) => query[name] === undefined || query[name] === entry[name],
  );
}

function searched(query: LogFilter, name: AnswerName): string | undefined {
  return name in searchFields ? query[name as keyof typeof searchFields] : undefined;
}

/** An entry for an answer, from its row in the store. */
export function logEntry(row: AuditTable): LogEntry {
  const fields = auditColumns.map((column) => {
    const cell = row[column];
    const value: unknown = isJson(column) && cell !== null ? JSON.parse(cell as string) : cell;
    return [answerName(column), value];
  });
  return Object.fromEntries(fields) as LogEntry;
}
