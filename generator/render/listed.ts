import type { ListedTool } from "../../runtime/contract/catalogue.js";
import type { Tool } from "../model/tool.js";
import { inputSchema } from "./json-schema.js";

/** Files, costs and checks all use the listed tool, so each is made once. */
const known = new WeakMap<Tool, ListedTool>();

/** One tool as in tools/list. */
export function listed(tool: Tool): ListedTool {
  const found = known.get(tool) ?? {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: inputSchema(tool.arguments),
    annotations: tool.hints,
  };
  known.set(tool, found);
  return found;
}
