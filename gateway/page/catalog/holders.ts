import type { Core } from "../../core.js";
import type { ServedApi } from "../../apis.js";
import type { ServerConfig } from "../../server-config.js";
import { heldTools } from "../../tool-groups.js";

/** A live server URL that holds a tool. */
export interface Holder {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
}

const MOST_SERVERS = 200;

/** The newest server URLs of an API that hold a tool, and for a workflow all tools that it calls. */
export async function holdersOf(core: Core, api: ServedApi, tools: readonly string[]): Promise<Holder[]> {
  const rows = await core.store.db
    .selectFrom("servers")
    .innerJoin("accounts", "accounts.id", "servers.account_id")
    .select(["servers.id", "servers.account_id", "servers.name", "servers.config"])
    .where("accounts.api", "=", api.name)
    .where("accounts.deleted_at", "is", null)
    .where("servers.revoked_at", "is", null)
    .orderBy("servers.id", "desc")
    .limit(MOST_SERVERS)
    .execute();
  // Many servers have the same selection.
  const known = new Map<string, boolean>();
  const holds = (config: string): boolean => {
    const { methods, permissions, tags, tools: names } = JSON.parse(config) as ServerConfig;
    const selection = { methods, permissions, tags, tools: names };
    const key = JSON.stringify(selection);
    const held = known.get(key) ?? tools.every((name) => heldTools(api.catalogue, selection).has(name));
    known.set(key, held);
    return held;
  };
  return rows.filter(({ config }) => holds(config)).map(({ config: _, ...holder }) => holder);
}
