import type { ServiceRole } from "./roles.js";

/** A token with a role, for a program that uses the API. */
export interface ServiceTokenTable {
  id: string;
  name: string;
  hash: string;
  role: ServiceRole;
  /** The only account for which it works; null for all. */
  account_id: string | null;
  /** The person who made it, and whose rights it needs; null if the admin token made it. */
  issuer: string | null;
  subject: string | null;
  created_by: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_at: string | null;
  created_at: string;
}

/** A person as the provider described them at the last sign-in. */
export interface PersonTable {
  issuer: string;
  subject: string;
  name: string;
  /** JSON list. */
  groups: string;
  seen_at: string;
}

/** The refresh token that the provider gave for a person. */
export interface PersonRenewalTable {
  issuer: string;
  subject: string;
  /** Encrypted by the vault. */
  sealed: string;
  /** Until when a replica uses it; empty if none does. */
  held_until: string;
}

/** A sign-in of a command line, which waits for a person to agree on the page. */
export interface DeviceSignInTable {
  id: string;
  /** HMAC-SHA-256 of the command line's secret, and of the code that the person enters. */
  device_hash: string;
  user_hash: string;
  /** Where the command line is. */
  address: string;
  state: "pending" | "approved" | "refused";
  /** The person who agreed: their name, JSON of the identity, and when their session ends. */
  person: string | null;
  identity: string | null;
  session_ends: string | null;
  expires_at: string;
}

/** A notice of a waiting call, until a channel has it. */
export interface NoticeTable {
  id: string;
  approval_id: string;
  channel: string;
  kind: "asked" | "reminder" | "outcome";
  /** The page of the call. */
  url: string;
  due_at: string;
  failures: number;
  /** Until when a process sends it. */
  held_until: string;
}
