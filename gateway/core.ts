import type { ServedApis } from "./apis.js";
import type { AuditLog } from "./audit/audit-log.js";
import type { Keys } from "./secrets/keys.js";
import type { Store } from "./store/store.js";

/** What every service function works with. Made once by the gateway. */
export interface Core {
  readonly store: Store;
  readonly keys: Keys;
  /** The APIs that accounts can be of, by name. */
  readonly apis: ServedApis;
  /** Whose access tokens servers may take. */
  readonly issuers: readonly string[];
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Tells this process that accounts, servers or tokens changed; other replicas find out by themselves. */
  readonly changed: () => void;
}

/** Who asks for a management act, for the audit log. */
export interface Act {
  /** `admin`, a signed-in person's name, or `gateway` for what it does by itself. */
  readonly actor: string;
  readonly requestId: string;
  readonly address?: string;
}

/** A part of a list, and where the next one begins. */
export interface ListPage<Item> {
  readonly result: readonly Item[];
  readonly next_cursor: string | null;
}

export interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}
