import { createRegistry, type ListedTool } from "../../../runtime/index.js";
import { createDiscover } from "../../../runtime/serving.js";
import type { ServedApi } from "../../apis.js";

/** Later results have little to do with the query. */
const mostFound = 30;

interface Filters {
  readonly tag: string;
  readonly access: string;
}

/** Searches an API's tools like `search_tools`. */
export type ToolSearch = (query: string, filters: Filters) => Promise<ListedTool[]>;

export function createToolSearch(api: ServedApi): ToolSearch {
  const { catalogue } = api;
  const registry = createRegistry(catalogue, { surface: "full" });
  const discover = createDiscover(api, registry, () => Promise.reject(new Error("A search calls nothing.")));
  const byName = new Map(catalogue.tools.map((tool) => [tool.name, tool]));
  return async (query, { tag, access }) => {
    const wanted = {
      query: query.slice(0, 300),
      limit: mostFound,
      ...(tag ? { tags: [tag] } : {}),
      ...(access ? { access } : {}),
    };
    const outcome = await discover("search_tools", wanted, { signal: AbortSignal.timeout(10_000) });
    if (outcome.fault) throw outcome.fault;
    const { tools } = outcome.value as { tools: { name: string }[] };
    // Workflows have no page of their own yet.
    return tools.flatMap(({ name }) => byName.get(name) ?? []);
  };
}
