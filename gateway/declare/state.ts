import { rulesOf } from "../accounts/approval-rules.js";
import { canonical } from "../../runtime/index.js";
import type { Core } from "../core.js";
import type { ServerConfig } from "../server-config.js";
import type { AccountRow, RoleGrantRow, ServerRow } from "../store/schema.js";
import type { Db } from "../store/store.js";
import { keyReferences } from "./key-references.js";
import { nameOf, type Kind, type RecordOf } from "./records.js";

/** A row of the gateway, as a file would declare it. */
export interface Present<Of extends Kind> {
  readonly record: RecordOf<Of>;
  /** What the file said when it was last applied; undefined if no file manages it. */
  readonly applied?: RecordOf<Of>;
  readonly row: { account: AccountRow; server: ServerRow; role: RoleGrantRow }[Of];
}

/** The accounts, server URLs and roles of a gateway now. Revoked and deleted ones are not in it. */
export type State = { readonly [Of in Kind]: readonly Present<Of>[] } & {
  /** When somebody revoked a server URL that a file manages, by its name. */
  readonly revoked: ReadonlyMap<string, string>;
};

/** @param issuer the provider of people; undefined if people have no roles */
export async function readState(db: Db, issuer: string | undefined): Promise<State> {
  const accounts = await db
    .selectFrom("accounts")
    .selectAll()
    .where("deleted_at", "is", null)
    .orderBy("id")
    .execute();
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const managedOrLive = await db
    .selectFrom("servers")
    .selectAll()
    .where((row) => row.or([row("revoked_at", "is", null), row("managed_by", "is not", null)]))
    .orderBy("id")
    .execute();
  const known = managedOrLive.filter(({ account_id }) => names.has(account_id));
  const roles = await db
    .selectFrom("role_grants")
    .selectAll()
    .where("issuer", "=", issuer ?? "")
    .orderBy("id")
    .execute();
  const keys = keyReferences(accounts);
  return {
    account: accounts.map((row) => ({ row, applied: appliedOf(row), record: accountRecord(row, keys) })),
    server: known
      .filter(({ revoked_at }) => revoked_at === null)
      .map((row) => ({ row, applied: appliedOf(row), record: serverRecord(row, names) })),
    revoked: new Map(
      known.flatMap((row): [string, string][] =>
        row.revoked_at === null ? [] : [[nameOf.server(serverRecord(row, names)), row.revoked_at]],
      ),
    ),
    role: roles
      .filter(({ account_id }) => account_id === null || names.has(account_id))
      .map((row) => ({ row, applied: appliedOf(row), record: roleRecord(row, names) })),
  };
}

/** A text that changes with every change of the state. */
export function stateDigest({ keys }: Pick<Core, "keys">, state: State): string {
  const rows = [...state.account, ...state.server, ...state.role].map(({ row, record, applied }) => [
    row.id,
    record,
    applied,
    "api_key" in row ? row.api_key : "",
  ]);
  return keys.digest(`declared state ${canonical(rows)}`);
}

function appliedOf<Record>({ applied }: { readonly applied: string | null }): Record | undefined {
  return applied === null ? undefined : (JSON.parse(applied) as Record);
}

function accountRecord(row: AccountRow, keys: ReadonlyMap<string, string>): RecordOf<"account"> {
  const { id, name, api, region, base_url, key_reference } = row;
  const key = key_reference === null ? { key: keys.get(id)! } : { key_reference };
  const rules = row.approvals === null ? {} : { approvals: rulesOf(row) };
  return { name, api, ...(region === null ? { base_url } : { region }), ...key, ...rules };
}

function serverRecord(row: ServerRow, names: ReadonlyMap<string, string>): RecordOf<"server"> {
  const config = JSON.parse(row.config) as ServerConfig;
  return {
    name: row.name,
    account: names.get(row.account_id)!,
    expires_at: row.expires_at ?? "never",
    config,
  };
}

function roleRecord(row: RoleGrantRow, names: ReadonlyMap<string, string>): RecordOf<"role"> {
  const { role, holder_kind, holder, account_id } = row;
  const on = account_id === null ? {} : { account: names.get(account_id)! };
  return { role, [holder_kind]: holder, ...on };
}
