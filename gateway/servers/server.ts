import type { Catalogue } from "../../runtime/index.js";
import { servedApi } from "../apis.js";
import type { Core } from "../core.js";
import type { ServerConfig } from "../server-config.js";
import { admittedTools } from "../server-selection.js";
import type { AccountRow, ServerRow } from "../store/schema.js";

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

/** A server as it is answered, from what the store has of it and of its account. */
export function serverOf(core: Core, account: Pick<AccountRow, "api">, row: ServerRow): Server {
  const config = JSON.parse(row.config) as ServerConfig;
  const api = servedApi(core, account.api);
  return {
    id: row.id,
    integrated_account_id: row.account_id,
    name: row.name,
    config,
    state: stateOf(row, core.now()),
    tool_count: api ? toolCount(api.catalogue, config) : 0,
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

const counts = new WeakMap<Catalogue, Map<string, number>>();

/** A later release may not have a tool or tag that a stored selection names: then the server holds nothing. */
function toolCount(catalogue: Catalogue, { methods, tags, tools }: ServerConfig): number {
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

function countTools(catalogue: Catalogue, selection: ServerConfig): number {
  try {
    return admittedTools(catalogue, selection).length;
  } catch {
    return 0;
  }
}
