import { newId } from "../id.js";
import { hideTokens } from "../secrets/token.js";
import { auditColumns, isJson, type AuditColumn, type AuditEntry, type AuditTable } from "./fields.js";

/** An entry as the store keeps it. */
export function rowOf(entry: AuditEntry, now: Date): AuditTable {
  const values: Readonly<Record<string, unknown>> = entry;
  const row: Record<string, unknown> = { ...emptyRow };
  for (const { column, name } of cells) row[column] = cellOf(column, values[name]);
  row["id"] = newId("log", now.getTime());
  row["at"] = now.toISOString();
  return row as AuditTable;
}

/** The columns, with the names of an entry's fields. */
const cells = auditColumns.map((column) => ({ column, name: camelCase(column) }));

/** A copy of it is filled in a third of the time in which an object grows by so many columns. */
const emptyRow = Object.fromEntries(auditColumns.map((column) => [column, null]));

function cellOf(column: AuditColumn, value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number") return Math.round(value);
  return isJson(column) ? withoutTokens(JSON.stringify(value)) : value;
}

/** An entry as a line of the process's log, with the names of `/log` and without absent fields. */
export function lineOf(entry: AuditEntry): object {
  const values: Readonly<Record<string, unknown>> = entry;
  const line: Record<string, unknown> = { audit: entry.kind };
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
