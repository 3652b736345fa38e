import { buildSearchIndex } from "../../runtime/discover/search-options.js";
import type { Tool } from "../model/tool.js";
import { byGroup } from "./by-group.js";

/**
 * `search.json`: what search reads of each tool, one line per tool. A blank line between groups keeps changes in
 * different groups apart, so that git can merge them.
 */
export function renderSearch(tools: readonly Tool[]): string {
  const index = buildSearchIndex(tools);
  const sections = [...byGroup(tools).values()].map((members) =>
    members.map(({ name }) => `${JSON.stringify(name)}: ${JSON.stringify(index[name])}`).join(",\n"),
  );
  return `{\n${sections.join(",\n\n")}\n}\n`;
}
