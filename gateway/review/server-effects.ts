import { setImmediate } from "node:timers/promises";
import { type Catalogue, groupsOf } from "../../runtime/index.js";
import type { Core, ListPage } from "../core.js";
import type { ServerConfig } from "../server-config.js";
import { selectionFaults } from "../server-selection.js";
import { meantServers, serverTable } from "../servers/server-lists.js";
import { sortedPage, sortedRows, type ListQuery } from "../sorted-list.js";
import { heldTools } from "../tool-groups.js";

/** What the catalogue on disk does to the list of a server URL. */
export interface ListEffect {
  /** The number of tools that it holds now, and with the catalogue on disk. */
  readonly tools: { readonly before: number; readonly after: number };
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** Tools that it holds under another name. */
  readonly renamed: readonly Renamed[];
  /** Former names in its configuration. They keep working. */
  readonly former_names: readonly Renamed[];
  /** New groups of which it holds nothing. */
  readonly new_groups: readonly string[];
  /** Faults of its selection, such as a tool that is gone. */
  readonly faults: readonly string[];
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

export interface ServerEffect extends ListEffect {
  readonly id: string;
  readonly integrated_account_id: string;
  readonly name: string;
}

/** One page of server URLs: the affected ones, and how many were looked at. */
export interface ServerEffects extends ListPage<ServerEffect> {
  readonly checked: number;
}

/** The served catalogue and the one on disk, which are the same object if only the served one is known. */
export interface Catalogues {
  readonly served: Catalogue;
  readonly committed: Catalogue;
}

/** The live server URLs of an API whose lists change or need a look. */
export async function readServerEffects(
  core: Core,
  catalogues: Catalogues,
  query: ListQuery,
): Promise<ServerEffects> {
  const { name } = catalogues.served.api;
  const live = meantServers(core, core.store.db, { state: "active" }).where("accounts.api", "=", name);
  const found = await sortedRows(live, query, serverTable).execute();
  const { result, next_cursor } = sortedPage(found, query, (row) => row);
  // Many servers have the same configuration.
  const known = new Map<string, ListEffect>();
  for (const { config } of result) {
    if (known.has(config)) continue;
    known.set(config, effectOn(JSON.parse(config) as ServerConfig, catalogues));
    await setImmediate();
  }
  const effects = result.map(({ id, account_id, name, config }) => ({
    id,
    integrated_account_id: account_id,
    name,
    ...known.get(config)!,
  }));
  return { result: effects.filter(isAffected), checked: result.length, next_cursor };
}

function isAffected({ gained, lost, renamed, former_names, new_groups, faults }: ListEffect): boolean {
  return [gained, lost, renamed, former_names, new_groups, faults].some(({ length }) => length > 0);
}

/** What the catalogue on disk does to the list of one configuration. */
function effectOn(config: ServerConfig, { served, committed }: Catalogues): ListEffect {
  const before = heldTools(served, config);
  const after = heldTools(committed, config);
  const names = [...after].filter((name) => !before.has(name));
  const renamed = names.flatMap((to) =>
    committed.index[to]!.aliases.filter((from) => before.has(from) && !after.has(from)).map((from) => ({
      from,
      to,
    })),
  );
  const [from, to] = [new Set(renamed.map((one) => one.from)), new Set(renamed.map((one) => one.to))];
  return {
    tools: { before: before.size, after: after.size },
    gained: names.filter((name) => !to.has(name)),
    lost: [...before].filter((name) => !after.has(name) && !from.has(name)),
    renamed,
    former_names: formerNames(config, committed),
    new_groups: newGroups({ served, committed }, after),
    faults: selectionFaults(committed, config),
  };
}

function formerNames({ tools, confirm }: ServerConfig, { index }: Catalogue): Renamed[] {
  const named = [
    ...(tools?.allow ?? []),
    ...(tools?.deny ?? []),
    ...(typeof confirm === "object" ? confirm : []),
  ];
  const given = [...new Set(named)].filter((name) => !name.includes("*") && !Object.hasOwn(index, name));
  return given.flatMap((from) =>
    Object.entries(index)
      .filter(([, { aliases }]) => aliases.includes(from))
      .map(([to]) => ({ from, to })),
  );
}

function newGroups({ served, committed }: Catalogues, held: ReadonlySet<string>): string[] {
  const known = new Set(groupsOf(served));
  const added = groupsOf(committed).filter((group) => !known.has(group));
  const has = new Set([...held].map((name) => committed.index[name]!.group));
  return added.filter((group) => !has.has(group));
}
