import type { Tool } from "../../model/tool.js";
import { listed } from "../../render/listed.js";

/** A client that lists these and the five that find others still has room for a second server. */
const MOST_TOOLS = 18;
/** About 7,000 tokens. */
const MOST_CHARACTERS = 28_000;

/** A resource: the tools that list it, read one of it and create one, and how many operations it has. */
interface Resource {
  readonly tools: readonly (Tool | undefined)[];
  readonly uses: number;
  readonly path: string;
}

/**
 * The tools that most work begins with: of the resources with the most operations, their list, their get and their
 * create. A resource is a path that can be listed without naming anything else first. If the API has none, its paths
 * may end in verbs, such as `/accounts/get`.
 * @param answersList whether an operation is declared to answer a list
 */
export function guessCurated(
  tools: readonly Tool[],
  answersList: (key: string) => boolean,
): readonly string[] {
  const plain = plainResources(tools, answersList);
  const resources = (plain.length > 0 ? plain : verbResources(tools)).sort(
    (one, other) => other.uses - one.uses || (one.path < other.path ? -1 : 1),
  );
  const chosen: Tool[] = [];
  let characters = 0;
  for (const tool of resources.flatMap((resource) => resource.tools)) {
    if (tool === undefined || tool.operation.deprecated || chosen.includes(tool)) continue;
    const size = JSON.stringify(listed(tool)).length;
    if (chosen.length >= MOST_TOOLS || characters + size > MOST_CHARACTERS) continue;
    chosen.push(tool);
    characters += size;
  }
  return chosen.map(({ name }) => name).sort();
}

function plainResources(tools: readonly Tool[], answersList: (key: string) => boolean): Resource[] {
  const byKey = new Map(tools.map((tool) => [tool.operation.key, tool]));
  return tools.flatMap((list) => {
    const { method, path, key } = list.operation;
    if (method !== "GET" || path.includes("{")) return [];
    const one = tools.find(({ operation }) => operation.method === "GET" && isOneOf(operation.path, path));
    // An answer with a list in it may be a setting. What has items is a resource.
    if (list.access !== "list" && !(one !== undefined && answersList(key))) return [];
    return [{ path, tools: [list, one, byKey.get(`POST ${path}`)], uses: usesOf(path, tools) }];
  });
}

/** `/accounts/get` and `/accounts.list` are the get and the list of `/accounts`. */
function verbResources(tools: readonly Tool[]): Resource[] {
  const byPath = new Map<string, Map<string, Tool>>();
  for (const tool of tools) {
    const [, path, verb] = /^(\/.+)[/.:]([a-z]+)$/i.exec(tool.operation.path) ?? [];
    if (path === undefined || verb === undefined || path.includes("{")) continue;
    byPath.set(path, (byPath.get(path) ?? new Map<string, Tool>()).set(verb.toLowerCase(), tool));
  }
  return [...byPath].flatMap(([path, verbs]) => {
    const found = VERBS.map((names) => names.flatMap((name) => verbs.get(name) ?? [])[0]);
    return found.some((tool) => tool !== undefined)
      ? [{ path, tools: found, uses: usesOf(path, tools) }]
      : [];
  });
}

/** The verbs of a list, of a get and of a create. */
const VERBS = [
  ["list", "search", "query"],
  ["get", "info", "read"],
  ["create", "add", "new"],
] as const;

function usesOf(path: string, tools: readonly Tool[]): number {
  return tools.filter(({ operation }) => {
    const rest = operation.path.startsWith(path) ? operation.path.slice(path.length) : undefined;
    return rest === "" || /^[/.:]/.test(rest ?? "");
  }).length;
}

/** `/pets/{id}` of `/pets`. */
function isOneOf(path: string, collection: string): boolean {
  return path.startsWith(`${collection}/`) && /^\{[^{}/]+\}$/.test(path.slice(collection.length + 1));
}
