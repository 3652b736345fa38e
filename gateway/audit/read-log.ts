import type { Core, ListPage, PageQuery } from "../core.js";
import { pageOf, pagePosition } from "../page-query.js";
import type { AuditKind, AuditRow, Schema } from "../store/schema.js";

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

function logEntry({ account_id, argument_names, argument_values, detail, ...row }: AuditRow): LogEntry {
  return {
    ...row,
    integrated_account_id: account_id,
    argument_names: parsed(argument_names) as string[] | null,
    arguments: parsed(argument_values),
    detail: parsed(detail),
  };
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
