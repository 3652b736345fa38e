import type { Tool } from "../model/tool.js";
import { listed } from "./listed.js";
import { sortedKeys } from "../../runtime/contract/sorted-keys.js";

/**
 * One tool as reviewers compare it: all that a model sees of it, and what decides who may call it, under which names,
 * and at what cost. Keys are sorted, so that a change is the lines that changed.
 */
export function renderSnapshot(tool: Tool, tokens: number): string {
  const { operation, access, aliases, formerArguments, managed, tags, poll, view } = tool;
  const { annotations, ...shown } = listed(tool);
  const snapshot = {
    ...shown,
    hints: annotations,
    operation: operation.key,
    access,
    aliases,
    formerArguments,
    managed,
    tags,
    poll,
    view,
    tokens,
  };
  return `${JSON.stringify(sortedKeys(snapshot), null, 2)}\n`;
}
