import type { Knowledge, ListedTool } from "../../runtime/contract/catalogue.js";
import { listedOn, surfaceRules, surfaces } from "../../runtime/contract/surfaces.js";
import type { Memo } from "../model/memo.js";
import type { Tool } from "../model/tool.js";
import type { Workflow } from "../workflows/load.js";
import { listed } from "./listed.js";
import { toolTokens } from "./tokens.js";

/** Tokens (o200k) that tools cost in a list. */
export interface Costs {
  /** The API's tools, by name. */
  readonly tools: ReadonlyMap<string, number>;
  /** Standpipe's own tools, by name. */
  readonly own: ReadonlyMap<string, number>;
  /** All tools that a surface lists, by surface. */
  readonly surfaces: Readonly<Record<string, number>>;
}

/** Counts the tokens of tools. @param discover Standpipe's tools that find and call others */
export async function costsOf(
  { tools, workflows }: { readonly tools: readonly Tool[]; readonly workflows: readonly Workflow[] },
  { curated, knowledge }: { readonly curated: readonly string[]; readonly knowledge?: Knowledge },
  discover: readonly ListedTool[],
  memo: Memo,
): Promise<Costs> {
  const asking = knowledge?.tools ?? [];
  const byTool = await counted([...tools.map(listed), ...workflows.map(({ shown }) => shown.tool)], memo);
  const own = await counted([...discover, ...asking], memo);
  const sum = (names: readonly string[]) =>
    names.reduce((total, name) => total + (byTool.get(name) ?? own.get(name) ?? 0), 0);
  const nameOf = ({ name }: ListedTool) => name;
  const parts = {
    all: [...byTool.keys()],
    curated,
    own: new Map(discover.map(({ name }) => [name, name])),
    knowledge: asking.map(nameOf),
  };
  const offered = surfaces.filter((surface) => knowledge || !surfaceRules[surface].knowledge);
  return {
    tools: byTool,
    own,
    surfaces: Object.fromEntries(offered.map((surface) => [surface, sum(listedOn(surface, parts))])),
  };
}

async function counted(tools: readonly ListedTool[], memo: Memo): Promise<Map<string, number>> {
  const tokens = new Map<string, number>();
  for (const tool of tools) tokens.set(tool.name, await toolTokens(tool, memo));
  return tokens;
}
