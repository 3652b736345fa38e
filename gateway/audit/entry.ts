import { newId } from "../id.js";
import { hideTokens } from "../secrets/token.js";
import { auditColumns, isJson, type AuditColumn, type AuditEntry, type AuditTable } from "./fields.js";

/** An entry as the store keeps it. */
export function rowOf(entry: AuditEntry, now: Date): AuditTable {
  const stamps = { id: newId("log", now.getTime()), at: now.toISOString() };
  const values: Readonly<Record<string, unknown>> = { ...entry, ...stamps };
  const cells = auditColumns.map((column) => [column, cellOf(column, values[camelCase(column)])]);
  return Object.fromEntries(cells) as AuditTable;
}

function cellOf(column: AuditColumn, value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number") return Math.round(value);
  return isJson(column) ? withoutTokens(JSON.stringify(value)) : value;
}

/** An entry as a line of the process's log, with the names of `/log` and without absent fields. */
export function lineOf({ kind, requestId, ...entry }: AuditEntry): object {
  const fields = Object.entries({ audit: kind, request_id: requestId, ...entry });
  return Object.fromEntries(
    fields.filter(([, value]) => value !== undefined).map(([name, value]) => [snakeCase(name), value]),
  );
}

/** A client may put a token into any name or value. None may reach the store. */
function withoutTokens(json: string): string {
  return hideTokens(json);
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
