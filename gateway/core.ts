import type { GeneratedApi } from "../runtime/contract/catalogue.js";
import type { AuditLog } from "./audit/audit-log.js";
import type { Keys } from "./secrets/keys.js";
import type { Store } from "./store/store.js";

/** What every service function works with. Made once by the gateway. */
export interface Core {
  readonly store: Store;
  readonly keys: Keys;
  readonly api: GeneratedApi;
  /** Where an account's key may be sent. */
  readonly places: Places;
  /** Whose access tokens servers may take. */
  readonly issuers: readonly string[];
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Tells this process that accounts, servers or tokens changed; other replicas find out by themselves. */
  readonly changed: () => void;
}

/** Base URLs that accounts may have. */
interface Places {
  /** By region: the API's own, and `sandbox` where one runs. */
  readonly regions: Readonly<Record<string, string>>;
  /** Further ones that the operator named. */
  readonly baseUrls: readonly string[];
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
