import type { Catalogue } from "../../runtime/index.js";
import { servedApi } from "../apis.js";
import type { Core } from "../core.js";
import type { ServerConfig } from "../server-config.js";
import { admittedTools } from "../server-selection.js";
import type { AccountRow, ServerRow } from "../store/schema.js";

export type ServerState = "active" | "expired" | "revoked";

/** A server URL in answers, which contain its token only when it is created. */
export interface Server {
  readonly id: string;
  readonly integrated_account_id: string;
  readonly name: string;
  readonly config: ServerConfig;
  readonly state: ServerState;
  /** How many tools it has now. */
  readonly tool_count: number;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly last_used_at: string | null;
  /** `admin` or a person; null for one that an earlier release made. */
  readonly made_by: string | null;
  /** The file of `standpipe apply` that declares it. */
  readonly managed_by: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A server with a new token, which is only known now. */
export interface ServerWithToken extends Server {
  readonly token: string;
}

/** A server for an answer, from its rows in the store. */
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
    made_by: row.made_by,
    managed_by: row.managed_by,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/** The state of a server at a time. */
export function stateOf(
  { revoked_at, expires_at }: Pick<ServerRow, "revoked_at" | "expires_at">,
  now: Date,
): ServerState {
  if (revoked_at !== null) return "revoked";
  return expires_at !== null && expires_at <= now.toISOString() ? "expired" : "active";
}

const counts = new WeakMap<Catalogue, Map<string, number>>();

/** A later release may not have a tool or tag of a stored selection. Then the server has no tools. */
function toolCount(catalogue: Catalogue, { methods, permissions, tags, tools }: ServerConfig): number {
  const selection = { methods, permissions, tags, tools };
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
