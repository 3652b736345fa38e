import type { OwnKeyTable } from "../own-keys/table.js";
import type { Selectable } from "kysely";
import type { Managed } from "../declare/managed-columns.js";
import type { UsageTables } from "../usage/usage-sums.js";
import type { HolderKind } from "../identity/holders.js";
import type { Role } from "../identity/roles.js";
import type {
  DeviceSignInTable,
  NoticeTable,
  PersonRenewalTable,
  PersonTable,
  ServiceTokenTable,
} from "../identity/people-tables.js";
import type { AuthorizationTables } from "../authorization/rows.js";
import type { PendingTable, SealTable } from "../audit/chain/chain-tables.js";
import type { DeadLetterTable, StreamTable } from "../audit/streams/stream-tables.js";
import type { AuditTable } from "../audit/fields.js";

/*
 * One schema for SQLite and PostgreSQL. Times are ISO 8601 in UTC with milliseconds, so that text order is time order.
 * Structures are JSON text. A time of `null` means not yet, or never.
 */
export interface Schema extends AuthorizationTables, UsageTables {
  readonly accounts: AccountTable;
  readonly servers: ServerTable;
  readonly tokens: TokenTable;
  readonly api_tokens: ApiTokenTable;
  readonly sessions: SessionTable;
  readonly approvals: ApprovalTable;
  readonly audit: AuditTable;
  readonly role_grants: RoleGrantTable;
  readonly service_tokens: ServiceTokenTable;
  readonly people: PersonTable;
  readonly person_renewals: PersonRenewalTable;
  readonly approval_notices: NoticeTable;
  readonly device_sign_ins: DeviceSignInTable;
  readonly audit_pending: PendingTable;
  readonly audit_seals: SealTable;
  readonly audit_streams: StreamTable;
  readonly audit_dead_letters: DeadLetterTable;
  readonly settings: SettingTable;
  readonly tasks: TaskTable;
  readonly programs: ProgramTable;
  readonly program_calls: ProgramCallTable;
  readonly own_keys: OwnKeyTable;
}

/** A customer account at an API, and the key for its calls. */
interface AccountTable extends Managed {
  id: string;
  name: string;
  /** The name of its API. */
  api: string;
  /** `us`, `eu`, `sandbox` …; null if a base URL was given instead. */
  region: string | null;
  base_url: string;
  /** Encrypted by the vault; empty with a reference, and once the account is deleted. */
  api_key: string;
  /** `file:/path`, `env:NAME` or `exec:command`: where the gateway reads the key instead. */
  key_reference: string | null;
  /** JSON of ApprovalRules, for all server URLs of the account; null if there are none. */
  approvals: string | null;
  /** When the API last accepted the key. */
  verified_at: string | null;
  /** Increases with each change, so that cached objects of an older version are replaced. */
  version: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

/** A server URL: its options and its expiry. */
interface ServerTable extends Managed {
  id: string;
  account_id: string;
  name: string;
  /** JSON of a ServerConfig. */
  config: string;
  version: number;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
  /** Who made it; null for one that an earlier release made. */
  made_by: string | null;
  created_at: string;
  /** The expiry for which the log has a warning already. */
  expiry_warned: string | null;
  updated_at: string;
}

/** A token of a server. A rotation adds a second one and sets the end of the first. */
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

/** A token that a server with `require_api_token_auth` requires in addition to its own. */
interface ApiTokenTable {
  id: string;
  name: string;
  hash: string;
  /** The only account whose servers it works for; null for all. */
  account_id: string | null;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
  created_at: string;
}

/** A person who is signed in to the page. */
interface SessionTable {
  id: string;
  /** HMAC-SHA-256 of the cookie's value. */
  hash: string;
  /** The person's name, for the audit log. */
  person: string;
  /** The provider that verified the person, and its id of the person; null for a session of the admin token. */
  issuer: string | null;
  subject: string | null;
  /** JSON list of the person's groups at the sign-in. */
  groups: string;
  /** The person's e-mail address, if the provider verified it. */
  email: string | null;
  /** JSON of ids with which the person is compared with the one who made a call. */
  person_ids: string;
  /** The provider's id of its session. */
  provider_session: string | null;
  created_at: string;
  expires_at: string;
}

/** A call that waits for approval. */
interface ApprovalTable {
  id: string;
  account_id: string;
  server_id: string;
  /** The server's token of the call; null if only an access token was sent. */
  token_id: string | null;
  /** HMAC of the caller's credentials. An approval is only for this caller. */
  caller: string;
  /** The access token's user, if there is one. */
  subject: string | null;
  /** The id of the person who made the call, as an issuer verified it. This person may not approve. */
  requester: string | null;
  /** JSON of more ids of that person; null if nobody is known to have made it. */
  requester_ids: string | null;
  /** 1 if one of those who approved could be the person who made the call, so that one more must approve. */
  doubtful: number;
  tool: string;
  /** Where it is asked: in the client's form, or on the page. An unanswered form becomes a link to the page. */
  way: "client" | "page";
  /** How many people must approve. */
  needed: number;
  /** JSON list of the people and groups who may approve; null for everyone. */
  approvers: string | null;
  /** JSON of the account's list. A person must be in both. */
  account_approvers: string | null;
  /** JSON list of the people who have approved so far. */
  approved_by: string;
  /** JSON list of the same people as the provider knows them, without those of the admin token. */
  approver_ids: string;
  /** JSON of the arguments with ids, and of the resolved names; encrypted by the vault. */
  arguments: string;
  /** HMAC of tool and canonical arguments. An approval is only for these. */
  digest: string;
  state: "pending" | "approved" | "refused" | "used";
  request_id: string;
  created_at: string;
  /** No decision or use is possible after it. */
  expires_at: string;
  decided_at: string | null;
  decided_by: string | null;
  used_at: string | null;
  /** 1 if the server URL allows an approval for an hour, and 1 if a person gave one. */
  may_repeat: number;
  repeats: number;
  /** Why it was refused. */
  reason: string | null;
}

/** A call that continues after it was answered with a task. */
interface TaskTable {
  id: string;
  server_id: string;
  /** The task's state as JSON, encrypted by the vault. */
  state: string;
  expires_at: string;
}

/** A program that stopped for an approval. */
interface ProgramTable {
  id: string;
  server_id: string;
  /** HMAC of the caller's credentials. Only this caller can go on with it. */
  caller: string;
  /** JSON of its text, its clock and its held calls; encrypted by the vault. */
  content: string;
  /** JSON of the approved calls: their numbers and digests. */
  approved: string;
  state: "waiting" | "running" | "ended";
  /** When a running one counts as interrupted. */
  running_until: string;
  expires_at: string;
}

/** A call that a program made. */
interface ProgramCallTable {
  program_id: string;
  call: number;
  /** Its place in the order of answers; null for a write that was sent and whose answer is not stored. */
  place: number | null;
  /** JSON of the call and its answer, encrypted by the vault; null like `place`. */
  content: string | null;
}

/** A role of a group or a person, on an account or on all. */
interface RoleGrantTable extends Managed {
  id: string;
  issuer: string;
  holder_kind: HolderKind;
  /** The name or id of a group, or the provider's id of a person. */
  holder: string;
  role: Role;
  account_id: string | null;
  created_by: string;
  created_at: string;
}

interface SettingTable {
  key: string;
  value: string;
  updated_at: string;
}

export type AccountRow = Selectable<AccountTable>;
export type ServerRow = Selectable<ServerTable>;
export type RoleGrantRow = Selectable<RoleGrantTable>;
export type ServiceTokenRow = Selectable<ServiceTokenTable>;
export type DeviceSignInRow = Selectable<DeviceSignInTable>;
export type SessionRow = Selectable<SessionTable>;
export type ApiTokenRow = Selectable<ApiTokenTable>;
export type ApprovalRow = Selectable<ApprovalTable>;
