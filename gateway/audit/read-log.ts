import type { Core, ListPage, PageQuery } from "../core.js";
import { newestFirst, pageOf } from "../page-query.js";
import { firstId } from "../id.js";
import {
  answerName,
  auditColumns,
  isJson,
  searchFields,
  type AnswerName,
  type AuditTable,
  type LogEntry,
} from "./fields.js";

export interface LogQuery extends PageQuery, Partial<Readonly<Record<keyof typeof searchFields, string>>> {
  /** ISO times: entries from `since` on and before `until`. */
  readonly since?: string;
  readonly until?: string;
}

/**
 * Ids increase with time and are never earlier than the time. If the clock was set back, they may be later by that
 * much.
 */
const CLOCK_SLACK_MS = 86_400_000;

/** The log, newest first. */
export async function readLog({ store, audit }: Core, query: LogQuery): Promise<ListPage<LogEntry>> {
  await audit.flush();
  // A column that a later release adds to the table is not selected, so it cannot appear in an answer.
  let rows = store.db.selectFrom("audit").select(auditColumns);
  for (const column of auditColumns) {
    const wanted = searched(query, answerName(column));
    if (wanted !== undefined) rows = rows.where(column, "=", wanted);
  }
  if (query.since !== undefined) {
    const since = new Date(query.since);
    rows = rows.where("at", ">=", since.toISOString()).where("id", ">=", firstId("log", since.getTime()));
  }
  if (query.until !== undefined) {
    const until = new Date(query.until);
    const last = firstId("log", until.getTime() + CLOCK_SLACK_MS);
    rows = rows.where("at", "<", until.toISOString()).where("id", "<", last);
  }
  return pageOf(await store.read(newestFirst(rows, query)), query, logEntry);
}

function searched(query: LogQuery, name: AnswerName): string | undefined {
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
