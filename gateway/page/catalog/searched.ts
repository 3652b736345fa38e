import { createRegistry } from "../../../runtime/index.js";
import { createDiscover } from "../../../runtime/serving.js";
import type { ServedApi } from "../../apis.js";

/** Later results have little to do with the query. */
const mostFound = 30;

/** The catalogue of an API as models search and read it. */
export interface ToolLookup {
  /** Names of tools and workflows that fit a query, the best ones first. */
  search(query: string): Promise<readonly string[]>;
  /** The type of a tool's answer in short; undefined if the contract does not say. */
  answerOf(name: string): Promise<string | undefined>;
}

export function createToolLookup(api: ServedApi): ToolLookup {
  const registry = createRegistry(api.catalogue, { surface: "full" });
  const discover = createDiscover(api, registry, () => Promise.reject(new Error("A search calls nothing.")));
  const ask = async (tool: "search_tools" | "describe_tool", args: object): Promise<unknown> => {
    const outcome = await discover(tool, { ...args }, { signal: AbortSignal.timeout(10_000) });
    if (outcome.fault) throw outcome.fault;
    return outcome.value;
  };
  return {
    async search(query) {
      const found = await ask("search_tools", { query: query.slice(0, 300), limit: mostFound });
      return (found as { tools: { name: string }[] }).tools.map(({ name }) => name);
    },
    async answerOf(name) {
      const described = await ask("describe_tool", { name });
      return (described as { answer?: string }).answer;
    },
  };
}
