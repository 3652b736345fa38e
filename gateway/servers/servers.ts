import type { Catalogue } from "../../runtime/index.js";
import { apiOf } from "../apis.js";
import { findAccount } from "../accounts/accounts.js";
import { transact, type ActEntry } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { unmanaged } from "../declare/managed-columns.js";
import { badRequest } from "../error.js";
import { newId } from "../id.js";
import { ownKeyFaults } from "../own-keys/faults.js";
import { oauthFaults } from "../oauth/faults.js";
import { mintToken } from "../secrets/token.js";
import {
  changedConfig,
  withoutDefaults,
  type ServerConfig,
  type ServerConfigChange,
} from "../server-config.js";
import { selectionFaults } from "../server-selection.js";
import type { ServerRow } from "../store/schema.js";
import type { Db } from "../store/store.js";
import { findOwned, findServer, lockLiveServer, type ServerIds } from "./find.js";
import { insertToken } from "./rotation.js";
import { serverOf, type Server, type ServerWithToken } from "./server.js";

export interface ServerInput {
  readonly name: string;
  readonly config?: ServerConfig;
  /** ISO time, at least 60 s in the future; null or absent for never. */
  readonly expires_at?: string | null;
}

export interface ServerChange {
  readonly name?: string;
  readonly config?: ServerConfigChange;
  readonly expires_at?: string | null;
}

const soonestExpiryMs = 60_000;

/** @throws GatewayError 404 for the account, 400 for an invalid config or expiry */
export async function createServer(
  core: Core,
  accountId: string,
  { name, config: given = {}, expires_at = null }: ServerInput,
  act: Act,
): Promise<ServerWithToken> {
  const account = await findAccount(core.store.db, accountId);
  const { catalogue } = apiOf(core, account);
  checkConfig(core, catalogue, given);
  const config = withoutDefaults(given, catalogue);
  const expires = expiry(core, expires_at);
  return transact(core, act, async (db, note) => {
    await findAccount(db, accountId);
    const row = newServerRow(core, accountId, { name, config, expires_at: expires }, act);
    const token = await insertServer(core, db, row, note);
    return { ...serverOf(core, account, row), token };
  });
}

/** The row of a new server, which no file manages. */
export function newServerRow(
  core: Core,
  account_id: string,
  { name, config = {}, expires_at = null }: ServerInput,
  act: Act,
): ServerRow {
  const at = core.now().toISOString();
  return {
    id: newId("srv", core.now().getTime()),
    account_id,
    name,
    config: JSON.stringify(config),
    version: 1,
    expires_at,
    revoked_at: null,
    last_used_at: null,
    made_by: act.actor,
    created_at: at,
    expiry_warned: null,
    updated_at: at,
    ...unmanaged,
  };
}

/** Stores a new server. Returns its token, which is only known now. */
export async function insertServer(
  core: Core,
  db: Db,
  row: ServerRow,
  note: (entry: ActEntry) => void,
): Promise<string> {
  const token = mintToken("server");
  await db.insertInto("servers").values(row).execute();
  const tokenId = await insertToken(core, db, row.id, token);
  const { id, account_id, name, expires_at } = row;
  const detail = { name, config: JSON.parse(row.config) as ServerConfig, expires_at };
  note({ action: "server.create", accountId: account_id, serverId: id, tokenId, detail });
  return token;
}

/** @throws GatewayError 404, also for another account's server */
export async function getServer(core: Core, accountId: string, id: string): Promise<Server> {
  const { account, server } = await findOwned(core.store.db, accountId, id);
  return serverOf(core, account, server);
}

/** @throws GatewayError 404, 409 for a revoked one, 400 like `createServer` */
export async function updateServer(
  core: Core,
  { accountId, id }: ServerIds,
  change: ServerChange,
  act: Act,
): Promise<Server> {
  return transact(core, act, async (db, note) => {
    const before = await lockLiveServer(db, accountId, id);
    const account = await findAccount(db, accountId);
    const { catalogue } = apiOf(core, account);
    const { name = before.name } = change;
    const changed = changedConfig(JSON.parse(before.config) as ServerConfig, change.config ?? {});
    if (change.config) checkConfig(core, catalogue, changed);
    const config = withoutDefaults(changed, catalogue);
    const expires_at = change.expires_at === undefined ? before.expires_at : expiry(core, change.expires_at);
    const set = { name, config: JSON.stringify(config), expires_at, updated_at: core.now().toISOString() };
    await db.updateTable("servers").set(set).where("id", "=", id).execute();
    note({ action: "server.update", accountId, serverId: id, detail: change });
    return serverOf(core, account, { ...before, ...set });
  });
}

/**
 * Revokes a server: its tokens never work again.
 * @throws GatewayError 404; revoking twice is not an error
 */
export async function revokeServer(core: Core, accountId: string, id: string, act: Act): Promise<void> {
  await transact(core, act, async (db, note) => {
    const { revoked_at } = await findServer(db, accountId, id);
    if (revoked_at !== null) return;
    await endServer(db, id, core.now().toISOString());
    note({ action: "server.revoke", accountId, serverId: id });
  });
}

/** Ends a server for good. */
export async function endServer(db: Db, id: string, at: string): Promise<void> {
  await db
    .updateTable("servers")
    .set((row) => ({ revoked_at: at, updated_at: at, version: row("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

function checkConfig(core: Core, catalogue: Catalogue, config: ServerConfig): void {
  const faults = [
    ...oauthFaults(config, core.issuers),
    ...ownKeyFaults(config, core),
    ...selectionFaults(catalogue, config),
  ];
  if (faults.length > 0) throw badRequest(...faults);
}

function expiry({ now }: Core, expires_at: string | null): string | null {
  if (expires_at === null) return null;
  const at = Date.parse(expires_at);
  if (Number.isNaN(at))
    throw badRequest("expires_at: must be an ISO time such as 2030-01-31T12:00:00Z, or null");
  if (at < now().getTime() + soonestExpiryMs)
    throw badRequest("expires_at: must be at least 60 seconds ahead, or null");
  return new Date(at).toISOString();
}
