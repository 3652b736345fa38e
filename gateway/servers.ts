import { transact } from "./audit.js";
import { findAccount } from "./accounts.js";
import type { Act, Core, ListPage, PageQuery } from "./core.js";
import { badRequest, conflict, notFound } from "./error.js";
import { newId } from "./id.js";
import { pageOf, pagePosition } from "./page-query.js";
import { mintToken } from "./secrets/token.js";
import { admittedTools, changedConfig, type ServerConfig, type ServerConfigChange } from "./server-config.js";
import type { ServerRow } from "./store/schema.js";
import type { Db } from "./store/store.js";

export type ServerState = "active" | "expired" | "revoked";

/** A server URL as it is answered; its tokens never are, but when they are made. */
export interface Server {
  readonly id: string;
  readonly integrated_account_id: string;
  readonly name: string;
  readonly config: ServerConfig;
  readonly state: ServerState;
  /** How many tools it holds now. */
  readonly tool_count: number;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly last_used_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A server with a token just made: the only time that it is told. */
export interface ServerWithToken extends Server {
  readonly token: string;
}

export interface ServerInput {
  readonly name: string;
  readonly config?: ServerConfig;
  /** ISO time, at least 60 s ahead; never where it is null or left out. */
  readonly expires_at?: string | null;
}

export interface ServerChange {
  readonly name?: string;
  readonly config?: ServerConfigChange;
  readonly expires_at?: string | null;
}

export interface ServerQuery extends PageQuery {
  /** Lists revoked ones too. */
  readonly revoked?: boolean;
}

/** Seconds for which a rotated token goes on working, unless another time is asked for. */
export const usualOverlapSeconds = 86_400;

const soonestExpiryMs = 60_000;

/** @throws GatewayError 404 for the account, 400 for a config or expiry that won't do */
export async function createServer(
  core: Core,
  accountId: string,
  { name, config = {}, expires_at = null }: ServerInput,
  act: Act,
): Promise<ServerWithToken> {
  await findAccount(core.store.db, accountId);
  admittedTools(core.api.catalogue, config);
  const expires = expiry(core, expires_at);
  const token = mintToken("server");
  const at = core.now().toISOString();
  const row: ServerRow = {
    id: newId("srv", core.now().getTime()),
    account_id: accountId,
    name,
    config: JSON.stringify(config),
    version: 1,
    expires_at: expires,
    revoked_at: null,
    last_used_at: null,
    created_at: at,
    updated_at: at,
  };
  return transact(core, act, async (db, note) => {
    await findAccount(db, accountId);
    await db.insertInto("servers").values(row).execute();
    const tokenId = await insertToken(core, db, row.id, token);
    note({
      action: "server.create",
      accountId,
      serverId: row.id,
      tokenId,
      detail: { name, config, expires_at: expires },
    });
    return { ...serverOf(core, row), token };
  });
}

/** An account's servers, newest first. */
export async function listServers(
  core: Core,
  accountId: string,
  query: ServerQuery = {},
): Promise<ListPage<Server>> {
  const { db } = core.store;
  await findAccount(db, accountId);
  const { limit, before } = pagePosition(query);
  let rows = db.selectFrom("servers").selectAll().where("account_id", "=", accountId);
  if (!query.revoked) rows = rows.where("revoked_at", "is", null);
  if (before !== undefined) rows = rows.where("id", "<", before);
  const found = await rows
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  return pageOf(found, limit, (row) => serverOf(core, row));
}

/** @throws GatewayError 404, also for another account's server */
export async function getServer(core: Core, accountId: string, id: string): Promise<Server> {
  return serverOf(core, await findServer(core.store.db, accountId, id));
}

/** @throws GatewayError 404, 409 for a revoked one, 400 as `createServer` does */
export async function updateServer(
  core: Core,
  accountId: string,
  id: string,
  change: ServerChange,
  act: Act,
): Promise<Server> {
  return transact(core, act, async (db, note) => {
    const before = await lockLiveServer(db, accountId, id);
    const { name = before.name } = change;
    const config = changedConfig(JSON.parse(before.config) as ServerConfig, change.config ?? {});
    if (change.config) admittedTools(core.api.catalogue, config);
    const expires_at = change.expires_at === undefined ? before.expires_at : expiry(core, change.expires_at);
    const set = { name, config: JSON.stringify(config), expires_at, updated_at: core.now().toISOString() };
    await db.updateTable("servers").set(set).where("id", "=", id).execute();
    note({ action: "server.update", accountId, serverId: id, detail: change });
    return serverOf(core, { ...before, ...set });
  });
}

/**
 * Revokes a server: none of its tokens opens anything again.
 * @throws GatewayError 404; a second time is no fault
 */
export async function revokeServer(core: Core, accountId: string, id: string, act: Act): Promise<void> {
  const at = core.now().toISOString();
  await transact(core, act, async (db, note) => {
    const { revoked_at } = await findServer(db, accountId, id);
    if (revoked_at !== null) return;
    await db
      .updateTable("servers")
      .set((row) => ({ revoked_at: at, updated_at: at, version: row("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
    note({ action: "server.revoke", accountId, serverId: id });
  });
}

/**
 * Gives a new token. The one before goes on working for so many seconds; one that was rotated away earlier ends at
 * the same time at the latest.
 * @throws GatewayError 404, 409 for a revoked server
 */
export async function rotateServer(
  core: Core,
  accountId: string,
  id: string,
  overlapSeconds: number,
  act: Act,
): Promise<ServerWithToken & { readonly previous_token_valid_until: string }> {
  const token = mintToken("server");
  const now = core.now();
  const valid_until = new Date(now.getTime() + overlapSeconds * 1000).toISOString();
  return transact(core, act, async (db, note) => {
    const row = await lockLiveServer(db, accountId, id);
    const updated_at = now.toISOString();
    await db.updateTable("servers").set({ updated_at }).where("id", "=", id).execute();
    await db
      .updateTable("tokens")
      .set({ valid_until })
      .where("server_id", "=", id)
      .where((token) => token.or([token("valid_until", "is", null), token("valid_until", ">", valid_until)]))
      .execute();
    const tokenId = await insertToken(core, db, id, token);
    note({
      action: "server.rotate",
      accountId,
      serverId: id,
      tokenId,
      detail: { overlap_seconds: overlapSeconds },
    });
    return { ...serverOf(core, { ...row, updated_at }), token, previous_token_valid_until: valid_until };
  });
}

/** @throws GatewayError 404 */
export async function findServer(db: Db, accountId: string, id: string): Promise<ServerRow> {
  await findAccount(db, accountId);
  const row = await db
    .selectFrom("servers")
    .selectAll()
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (!row) throw notFound("server", id);
  return row;
}

/** The server as nobody else can change it until the transaction ends: its version is written first. */
async function lockLiveServer(db: Db, accountId: string, id: string): Promise<ServerRow> {
  await findServer(db, accountId, id);
  await db
    .updateTable("servers")
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
  const row = await findServer(db, accountId, id);
  if (row.revoked_at !== null) throw conflict(`Server ${id} is revoked; make a new one.`);
  return row;
}

async function insertToken({ keys, now }: Core, db: Db, server_id: string, token: string): Promise<string> {
  const id = newId("tok", now().getTime());
  const created_at = now().toISOString();
  await db
    .insertInto("tokens")
    .values({ id, server_id, hash: keys.hash(token), valid_until: null, created_at, last_used_at: null })
    .execute();
  return id;
}

function expiry({ now }: Core, expires_at: string | null): string | null {
  if (expires_at === null) return null;
  const at = Date.parse(expires_at);
  if (Number.isNaN(at))
    throw badRequest("expires_at: it is an ISO time such as 2030-01-31T12:00:00Z, or null");
  if (at < now().getTime() + soonestExpiryMs)
    throw badRequest("expires_at: it is at least 60 seconds ahead, or null");
  return new Date(at).toISOString();
}

function serverOf({ api, now }: Core, row: ServerRow): Server {
  const config = JSON.parse(row.config) as ServerConfig;
  return {
    id: row.id,
    integrated_account_id: row.account_id,
    name: row.name,
    config,
    state: stateOf(row, now()),
    tool_count: toolCount(api.catalogue, config),
    expires_at: row.expires_at,
    revoked_at: row.revoked_at,
    last_used_at: row.last_used_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/** What a server is at a time. */
export function stateOf(
  { revoked_at, expires_at }: Pick<ServerRow, "revoked_at" | "expires_at">,
  now: Date,
): ServerState {
  if (revoked_at !== null) return "revoked";
  return expires_at !== null && expires_at <= now.toISOString() ? "expired" : "active";
}

const counts = new WeakMap<Core["api"]["catalogue"], Map<string, number>>();

/** A later release may not have a tool or tag that a stored selection names: then the server holds nothing. */
function toolCount(catalogue: Core["api"]["catalogue"], { methods, tags, tools }: ServerConfig): number {
  const selection = { methods, tags, tools };
  const key = JSON.stringify(selection);
  const counted = counts.get(catalogue) ?? new Map<string, number>();
  counts.set(catalogue, counted);
  const known = counted.get(key);
  if (known !== undefined) return known;
  const count = countTools(catalogue, selection);
  if (counted.size >= 1_000) counted.clear();
  counted.set(key, count);
  return count;
}

function countTools(catalogue: Core["api"]["catalogue"], selection: ServerConfig): number {
  try {
    return admittedTools(catalogue, selection).length;
  } catch {
    return 0;
  }
}
