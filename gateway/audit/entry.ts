import type { Insertable } from "kysely";
import { newId } from "../id.js";
import { tokenPattern } from "../secrets/token.js";
import type { AuditKind, AuditTable } from "../store/schema.js";

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

/** An entry as the store keeps it. */
export function rowOf(entry: AuditEntry, now: Date): Insertable<AuditTable> {
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

/** An entry as a line of the log has it: names as in the log's answers, and nothing that is not there. */
export function lineOf({ kind, requestId, ...entry }: AuditEntry): object {
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
