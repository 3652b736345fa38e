import type { Selectable } from "kysely";

/*
 * One schema for SQLite and PostgreSQL. Times are ISO 8601 in UTC with milliseconds, so that text order is their order;
 * structures are JSON text. `null` in a time means that it has not happened, or never will.
 */
export interface Schema {
  readonly accounts: AccountTable;
  readonly servers: ServerTable;
  readonly tokens: TokenTable;
  readonly api_tokens: ApiTokenTable;
  readonly sessions: SessionTable;
  readonly approvals: ApprovalTable;
  readonly audit: AuditTable;
  readonly settings: SettingTable;
}

/** A FireHydrant organisation and the key under which calls to it are made. */
export interface AccountTable {
  id: string;
  name: string;
  /** `us`, `eu`, `sandbox` …; null where the base URL was given instead. */
  region: string | null;
  base_url: string;
  /** Sealed by the vault; empty once the account is deleted. */
  api_key: string;
  /** When the API last accepted the key. */
  verified_at: string | null;
  /** Grows with each change, so that whoever holds what was built from an older one builds it anew. */
  version: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

/** A server URL: what it may do with its account, and until when. */
export interface ServerTable {
  id: string;
  account_id: string;
  name: string;
  /** JSON of a ServerConfig. */
  config: string;
  version: number;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
  created_at: string;
  updated_at: string;
}

/** A token of a server. Rotation gives a second one, and the first an end. */
export interface TokenTable {
  id: string;
  server_id: string;
  /** HMAC-SHA-256 of the token, base64url. */
  hash: string;
  /** The end of a rotated token; null for the current one. */
  valid_until: string | null;
  created_at: string;
  last_used_at: string | null;
}

/** What a server with `require_api_token_auth` wants in addition to its own token. */
export interface ApiTokenTable {
  id: string;
  name: string;
  hash: string;
  /** The only account whose servers it opens; null for all. */
  account_id: string | null;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
  created_at: string;
}

/** A person signed in to the page. */
export interface SessionTable {
  id: string;
  /** HMAC-SHA-256 of the cookie's value. */
  hash: string;
  /** Who signed in, for the audit log. */
  person: string;
  created_at: string;
  expires_at: string;
}

/** A call that waits for a person's word. */
export interface ApprovalTable {
  id: string;
  account_id: string;
  server_id: string;
  /** The server's token that the call came with; none where an access token alone opened the server. */
  token_id: string | null;
  /** HMAC of all that the caller showed; an approval holds for them alone. */
  caller: string;
  /** Whom the access token names, where one was shown. */
  subject: string | null;
  tool: string;
  /** The call's arguments as JSON, sealed by the vault. */
  arguments: string;
  /** HMAC of tool and canonical arguments; an approval holds for these alone. */
  digest: string;
  state: "pending" | "approved" | "refused" | "used";
  request_id: string;
  created_at: string;
  /** Neither a decision nor a use counts after it. */
  expires_at: string;
  decided_at: string | null;
  decided_by: string | null;
  used_at: string | null;
}

/** What was done, by whom, and what came of it. */
export interface AuditTable {
  /** Grows with time, so it orders and pages the log. */
  id: string;
  at: string;
  kind: AuditKind;
  /** `account.create`, `server.rotate`, `call`, `access` … */
  action: string;
  /** `ok`, or why not: a fault's kind, or the reason of a refusal. */
  outcome: string;
  /** Who acted: `admin`, a person's name, `server` for a call. */
  actor: string;
  request_id: string;
  /** The address that the request came from. */
  address: string | null;
  account_id: string | null;
  server_id: string | null;
  token_id: string | null;
  tool: string | null;
  access: string | null;
  /** JSON list of the names of the arguments. */
  argument_names: string | null;
  /** HMAC of tool and canonical arguments: equal calls have equal digests. */
  digest: string | null;
  /** JSON of the arguments with secrets hidden, where the setting asks for it. */
  argument_values: string | null;
  upstream_status: number | null;
  duration_ms: number | null;
  result_bytes: number | null;
  /** JSON of what a management act changed; never a secret. */
  detail: string | null;
}

export type AuditKind = "manage" | "call" | "access";

export interface SettingTable {
  key: string;
  value: string;
  updated_at: string;
}

export type AccountRow = Selectable<AccountTable>;
export type ServerRow = Selectable<ServerTable>;
export type TokenRow = Selectable<TokenTable>;
export type ApiTokenRow = Selectable<ApiTokenTable>;
export type ApprovalRow = Selectable<ApprovalTable>;
export type AuditRow = Selectable<AuditTable>;
