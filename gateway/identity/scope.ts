import type { Accounts, Right, Rights } from "./roles.js";

/** The tables with what belongs to an account, and the rights to read and to change it. */
const tableRights = {
  accounts: { read: "account.read", write: "account.write" },
  servers: { read: "account.read", write: "server.write" },
  tokens: { read: "account.read", write: "server.write" },
  api_tokens: { read: "token.read", write: "token.write" },
  service_tokens: { read: "token.read", write: "token.write" },
  connections: { read: "token.read", write: "token.write" },
  approvals: { read: "approval.read", write: "approval.decide" },
  own_keys: { read: "account.write", write: "account.write" },
  role_grants: { read: "role.read", write: "role.write" },
  audit: { read: "log.read", write: undefined },
  usage: { read: "usage.read", write: undefined },
  usage_days: { read: "usage.read", write: undefined },
  usage_sums: { read: "usage.read", write: undefined },
} as const satisfies Record<string, { readonly read: Right; readonly write: Right | undefined }>;

export type ScopedTable = keyof typeof tableRights;

/** What a person may read and change of a table. */
interface TableScope {
  readonly read: Accounts;
  /** Undefined for tables that the gateway itself writes. */
  readonly write: Accounts | undefined;
}

export type Scope = Readonly<Record<ScopedTable, TableScope>>;

export function scopeOf({ where }: Rights): Scope {
  const entries = Object.entries(tableRights).map(([table, { read, write }]) => [
    table,
    { read: where(read), write: write && where(write) },
  ]);
  return Object.fromEntries(entries) as Scope;
}

/** Whether the person may read and change everything. */
export function isWhole(scope: Scope): boolean {
  return Object.values(scope).every(({ read, write = "all" }) => read === "all" && write === "all");
}
