import type { Tool } from "../../model/tool.js";
import { listed } from "../../render/listed.js";

/** A client that lists these and the five that find others still has room for a second server. */
const MOST_TOOLS = 18;
/** About 7,000 tokens. */
const MOST_CHARACTERS = 28_000;

/**
 * The tools that most work begins with: of the resources with the most operations, their list, their get and their
 * create. A resource is a path that can be listed without naming anything else first.
 */
export function guessCurated(tools: readonly Tool[]): readonly string[] {
  const byKey = new Map(tools.map((tool) => [tool.operation.key, tool]));
  const resources = tools
    .filter(
      ({ operation: { method, path }, access }) =>
        method === "GET" && access === "list" && !path.includes("{"),
    )
    .map((list) => ({ list, uses: usesOf(list.operation.path, tools) }))
    .sort((one, other) => other.uses - one.uses || (one.list.name < other.list.name ? -1 : 1));
  const chosen: Tool[] = [];
  let characters = 0;
  for (const { list } of resources) {
    const { path } = list.operation;
    const one = tools.find(({ operation }) => operation.method === "GET" && isOneOf(operation.path, path));
    for (const tool of [list, one, byKey.get(`POST ${path}`)]) {
      if (tool === undefined || tool.operation.deprecated || chosen.includes(tool)) continue;
      const size = JSON.stringify(listed(tool)).length;
      if (chosen.length >= MOST_TOOLS || characters + size > MOST_CHARACTERS) continue;
      chosen.push(tool);
      characters += size;
    }
  }
  return chosen.map(({ name }) => name).sort();
}

function usesOf(path: string, tools: readonly Tool[]): number {
  return tools.filter(({ operation }) => operation.path === path || operation.path.startsWith(`${path}/`))
    .length;
}

/** `/pets/{id}` of `/pets`. */
function isOneOf(path: string, collection: string): boolean {
  return path.startsWith(`${collection}/`) && /^\{[^{}/]+\}$/.test(path.slice(collection.length + 1));
}
