import type { Tool } from "../model/tool.js";
import { commaLists } from "../describe/own-inputs.js";
import { listed } from "./listed.js";
import { sortedKeys } from "../../runtime/contract/sorted-keys.js";

/**
 * One tool for reviewers: everything that a model sees, its access, names and tokens. Keys are sorted, so that a diff
 * shows only the changed lines.
 */
export function renderSnapshot(tool: Tool, tokens: number): string {
  const { operation, access, aliases, formerArguments, ignoredArguments, managed, tags, poll, view } = tool;
  const { annotations, ...shown } = listed(tool);
  const lists = commaLists(tool.request);
  const snapshot = {
    ...shown,
    hints: annotations,
    operation: operation.key,
    access,
    aliases,
    commaLists: lists.length > 0 ? lists : undefined,
    formerArguments,
    ignoredArguments,
    managed,
    tags,
    poll,
    view,
    tokens,
  };
  return `${JSON.stringify(sortedKeys(snapshot), null, 2)}\n`;
}
