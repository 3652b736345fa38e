import { newId } from "../id.js";
import type { LogLine } from "../ops/log-events.js";
import { hideTokens } from "../secrets/token.js";
import { auditColumns, isJson, type AuditColumn, type AuditEntry, type AuditTable } from "./fields.js";

/** An entry as the store keeps it. */
export function rowOf(entry: AuditEntry, now: Date): AuditTable {
  const values: Readonly<Record<string, unknown>> = entry;
  const row: Record<string, unknown> = {};
  for (const { column, name } of cells) row[column] = cellOf(column, values[name]);
  row["id"] = newId("log", now.getTime());
  row["at"] = now.toISOString();
  return row as AuditTable;
}

/** The columns, with the names of an entry's fields. */
const cells = auditColumns.map((column) => ({ column, name: camelCase(column) }));

function cellOf(column: AuditColumn, value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number") return Math.round(value);
  return isJson(column) ? withoutTokens(JSON.stringify(value)) : value;
}

/** An entry as a line of the process's log, with the names of `/log` and without absent fields. */
export function lineOf(entry: AuditEntry): LogLine {
  const values: Readonly<Record<string, unknown>> = entry;
  const line: LogLine & Record<string, unknown> = {
    event: "audit",
    audit: entry.kind,
    request_id: entry.requestId,
  };
  for (const { column, name } of shown) if (values[name] !== undefined) line[column] = values[name];
  return line;
}

const shown = cells.filter(({ column }) => column !== "kind");

/** A client may put a token into any name or value. None may reach the store. */
function withoutTokens(json: string): string {
  return hideTokens(json);
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
