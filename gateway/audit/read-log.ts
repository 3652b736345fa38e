import type { Core, ListPage, PageQuery } from "../core.js";
import { pageOf, pagePosition } from "../page-query.js";
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
  /** ISO times; entries from `since` on and before `until`. */
  readonly since?: string;
  readonly until?: string;
}

/** The log, newest first. */
export async function readLog({ store, audit }: Core, query: LogQuery): Promise<ListPage<LogEntry>> {
  await audit.flush();
  const { limit, before } = pagePosition(query);
  // A column that a later release adds to the table is not selected, so it can't appear in an answer.
  let rows = store.db.selectFrom("audit").select(auditColumns);
  for (const column of auditColumns) {
    const wanted = searched(query, answerName(column));
    if (wanted !== undefined) rows = rows.where(column, "=", wanted);
  }
  if (query.since !== undefined) rows = rows.where("at", ">=", new Date(query.since).toISOString());
  if (query.until !== undefined) rows = rows.where("at", "<", new Date(query.until).toISOString());
  if (before !== undefined) rows = rows.where("id", "<", before);
  const found = await rows
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  return pageOf(found, limit, logEntry);
}

function searched(query: LogQuery, name: AnswerName): string | undefined {
  return name in searchFields ? query[name as keyof typeof searchFields] : undefined;
}

function logEntry(row: AuditTable): LogEntry {
  const fields = auditColumns.map((column) => {
    const cell = row[column];
    const value: unknown = isJson(column) && cell !== null ? JSON.parse(cell as string) : cell;
    return [answerName(column), value];
  });
  return Object.fromEntries(fields) as LogEntry;
}
