import { buildSearchIndex } from "../../runtime/discover/search-options.js";
import type { Vocabulary } from "../../runtime/contract/search.js";
import type { Tool } from "../model/tool.js";
import type { Workflow } from "../workflows/load.js";
import { byGroup } from "./by-group.js";

/**
 * `search.json`: the API's vocabulary, and one line per tool with its search terms. Blank lines separate groups, so
 * that git can merge changes in different groups.
 */
export function renderSearch(
  { tools, workflows }: { readonly tools: readonly Tool[]; readonly workflows: readonly Workflow[] },
  { vocabulary, curated }: { readonly vocabulary?: Vocabulary; readonly curated: readonly string[] },
): string {
  const common = new Set(curated);
  const programs = workflows.map((workflow) => ({ ...workflow, asks: [] }));
  const documents = [...tools, ...programs].map((tool) => ({ ...tool, common: common.has(tool.name) }));
  const index = buildSearchIndex(documents, vocabulary);
  const sections = [...byGroup(tools).values(), ...(workflows.length > 0 ? [workflows] : [])].map((members) =>
    members.map(({ name }) => `${JSON.stringify(name)}: ${JSON.stringify(index.tools[name])}`).join(",\n"),
  );
  const own = vocabulary ? `"vocabulary": ${JSON.stringify(vocabulary, null, 1)},\n\n` : "";
  return `{\n${own}"tools": {\n${sections.join(",\n\n")}\n}\n}\n`;
}
