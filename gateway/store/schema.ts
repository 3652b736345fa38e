import type { Selectable } from "kysely";
import type { AuditTable } from "../audit/fields.js";

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
  readonly tasks: TaskTable;
}

/** A customer account at an API, and the key for its calls. */
interface AccountTable {
  id: string;
  name: string;
  /** The name of the API that it is an account of. */
  api: string;
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
interface ServerTable {
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
interface TokenTable {
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
interface ApiTokenTable {
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
interface SessionTable {
  id: string;
  /** HMAC-SHA-256 of the cookie's value. */
  hash: string;
  /** Who signed in, for the audit log. */
  person: string;
  created_at: string;
  expires_at: string;
}

/** A call that waits for a person's word. */
interface ApprovalTable {
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
  /** Where it is asked: in the client's form, or on the page. A form that nobody answered becomes a link to the page. */
  way: "client" | "page";
  /** How many people must approve. */
  needed: number;
  /** JSON list of those who may approve; null for everyone. */
  approvers: string | null;
  /** JSON list of those who have approved so far. */
  approved_by: string;
  /** JSON of the arguments, with ids in place of names, and of what the names became; sealed by the vault. */
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

/** A call that goes on after it was answered with a task. */
interface TaskTable {
  id: string;
  server_id: string;
  /** The task's state as JSON, sealed by the vault. */
  state: string;
  expires_at: string;
}

interface SettingTable {
  key: string;
  value: string;
  updated_at: string;
}

export type AccountRow = Selectable<AccountTable>;
export type ServerRow = Selectable<ServerTable>;
export type ApiTokenRow = Selectable<ApiTokenTable>;
export type ApprovalRow = Selectable<ApprovalTable>;
