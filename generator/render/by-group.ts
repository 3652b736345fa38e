import type { Tool } from "../model/tool.js";

/** Tools by group. Groups are sorted by name, and tools keep their order. */
export function byGroup(tools: readonly Tool[]): Map<string, Tool[]> {
  const groups = new Map<string, Tool[]>();
  for (const tool of tools) {
    const members = groups.get(tool.group);
    if (members) members.push(tool);
    else groups.set(tool.group, [tool]);
  }
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)));
}
