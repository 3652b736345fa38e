import type { ServedApis } from "./apis.js";
import type { AuditLog } from "./audit/audit-log.js";
import type { ReferencedKeys } from "./accounts/references/referenced-keys.js";
import type { PersonIds } from "./oauth/person-ids.js";
import type { Keys } from "./secrets/keys.js";
import type { Store } from "./store/store.js";
import type { Usage } from "./usage/usage.js";

/** The dependencies of service functions. The gateway creates them once. */
export interface Core {
  readonly store: Store;
  readonly keys: Keys;
  /** Keys of accounts that are in files, variables or a secrets manager. */
  readonly referencedKeys: ReferencedKeys;
  /** Set if a person with a part of the accounts asks. */
  readonly isPart?: true;
  /** The APIs of accounts, by name. */
  readonly apis: ServedApis;
  /** The issuers of access tokens that servers may accept. */
  readonly issuers: readonly string[];
  /** The provider where people sign in. Absent if only the admin token opens the page. */
  readonly signInIssuer?: string;
  /** Groups of the sign-in provider whose members are owners of everything. */
  readonly ownerGroups: readonly string[];
  /** Names of the channels that get notices of waiting calls. */
  readonly approvalChannels: readonly string[];
  readonly audit: AuditLog;
  /** Numbers of calls by hour. */
  readonly usage: Usage;
  readonly now: () => Date;
  /** Notifies this process that accounts, servers or tokens changed. Other replicas notice by themselves. */
  readonly changed: () => void;
}

/** Who makes a management request, for the audit log. */
export interface Act {
  /** `admin`, a signed-in person's name, or `gateway` for its own actions. */
  readonly actor: string;
  /** The provider that verified the person, and its id of the person. */
  readonly issuer?: string;
  readonly subject?: string;
  /** The person's verified e-mail address and groups. */
  readonly email?: string;
  readonly groups?: readonly string[];
  /** Ids with which the person is compared with the one who made a call. */
  readonly personIds?: PersonIds;
  /** The role in which they act. */
  readonly role?: string;
  readonly requestId: string;
  readonly address?: string;
}

/** A page of a list, and the cursor of the next one. */
export interface ListPage<Item> {
  readonly result: readonly Item[];
  readonly next_cursor: string | null;
}

export interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}
