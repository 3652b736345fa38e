import { type Catalogue, select, SelectionError, type ToolModule } from "../../runtime/index.js";
import { needsConsent } from "../consent/needs.js";
import { serverOptions } from "../options/options.js";
import type { ServerConfig } from "../server-config.js";
import { viewOf } from "../server-selection.js";
import { configOf, type Grant } from "../tokens/grants.js";
import type { CallKey } from "../accounts/account-key.js";
import type { AccountRow } from "../store/schema.js";
import type { Lapse, Standing } from "./standing.js";

/** The access of a call when it began. */
export interface Began {
  readonly grant: Grant;
  readonly config: ServerConfig;
  readonly catalogue: Catalogue;
  /** The key of the calls. */
  readonly key: CallKey;
}

/** Why calls that began under a grant may not use a tool any more; undefined if they may. */
export function createLapses({ grant: began, config, catalogue }: Began) {
  const asks = ({ confirm = serverOptions.confirm.default }: ServerConfig, tool: ToolModule) =>
    needsConsent(catalogue, confirm, tool);

  function admits(now: ServerConfig, nowHeld: readonly string[] | undefined, tool: ToolModule): boolean {
    try {
      return select(catalogue, viewOf(now, nowHeld).selection ?? {}).has(tool.name);
    } catch (error) {
      // The settings name tools that this release does not have, so the server URL cannot be served.
      if (error instanceof SelectionError) return false;
      throw error;
    }
  }

  return ({ grant, lapse }: Standing, tool: ToolModule): Lapse | undefined => {
    if (lapse !== undefined) return lapse;
    if (!hasSameKey(grant.account, began.account)) return "account";
    if (grant.server.config === began.server.config && isSameList(grant.held, began.held)) return undefined;
    const now = configOf(grant.server);
    if (now.upstream !== config.upstream) return "account";
    if (!admits(now, grant.held, tool)) return "tool";
    return asks(now, tool) && !asks(config, tool) ? "approval" : undefined;
  };
}

/** Whether the key, or where it is, and where it is sent are the same. */
function hasSameKey(one: AccountRow, other: AccountRow): boolean {
  return KEY_PLACE.every((column) => one[column] === other[column]);
}

const KEY_PLACE = ["id", "base_url", "api_key", "key_reference"] as const;

function isSameList(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
