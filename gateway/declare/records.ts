import type { ApprovalRules } from "../accounts/approval-rules.js";
import type { Role } from "../identity/roles.js";
import type { ServerConfig } from "../server-config.js";

/*
 * What files declare, in one form: with an API, a region and stored options. Names identify accounts and server URLs,
 * because ids differ between gateways.
 */
export interface AccountRecord {
  readonly name: string;
  readonly api: string;
  readonly region?: string;
  readonly base_url?: string;
  /** Where `standpipe apply` finds the key: `env:NAME` or `file:PATH`. */
  readonly key?: string;
  /** Where the gateway reads the key instead. */
  readonly key_reference?: string;
  /** What it demands of every approval. */
  readonly approvals?: ApprovalRules;
}

interface ServerRecord {
  readonly name: string;
  readonly account: string;
  /** An ISO time, or `never`. */
  readonly expires_at: string;
  /** Without defaults. */
  readonly config: ServerConfig;
}

interface RoleRecord {
  readonly role: Role;
  readonly group?: string;
  readonly person?: string;
  readonly account?: string;
}

interface Records {
  readonly account: AccountRecord;
  readonly server: ServerRecord;
  readonly role: RoleRecord;
}

export type Kind = keyof Records;
export type RecordOf<Of extends Kind> = Records[Of];

/** Everything of one gateway. */
export type Declared = { readonly [Of in Kind]: readonly RecordOf<Of>[] };

type ByKind<Value extends { readonly [Of in Kind]: unknown }> = { readonly [Of in Kind]: Value[Of] };

/** The name of a record among those of its kind. */
export const nameOf: ByKind<{ [Of in Kind]: (record: RecordOf<Of>) => string }> = {
  account: ({ name }) => name,
  server: ({ account, name }) => `${account} / ${name}`,
  role: ({ role, group, person, account }) =>
    `${role} for ${group === undefined ? `person ${person}` : `group ${group}`}` +
    (account === undefined ? " on all accounts" : ` on ${account}`),
};

/** The values of a record that can change. */
export const fieldsOf: ByKind<{ [Of in Kind]: (record: RecordOf<Of>) => Readonly<Record<string, unknown>> }> =
  {
    account: ({ api, region, base_url, key_reference, approvals }) => ({
      ...{ api, region, base_url, key_reference, approvals },
    }),
    server: ({ expires_at, config }) => ({
      expires_at,
      ...Object.fromEntries(Object.entries(config).map(([name, value]) => [`config.${name}`, value])),
    }),
    role: () => ({}),
  };

/** Records in the order of their names. */
export function byName<Of extends Kind>(kind: Of, records: readonly RecordOf<Of>[]): RecordOf<Of>[] {
  const name = nameOf[kind] as (record: RecordOf<Of>) => string;
  return [...records].sort((one, other) => (name(one) < name(other) ? -1 : 1));
}

/** The names that occur more than once. */
export function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((one, at) => names.indexOf(one) !== at))];
}
