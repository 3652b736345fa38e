import type { ListedTool } from "../../runtime/contract/catalogue.js";
import type { Tool } from "../model/tool.js";
import { inputSchema } from "./json-schema.js";

/** Files, costs and checks all look at what is listed, so it is made once for each tool. */
const known = new WeakMap<Tool, ListedTool>();

/** One tool as tools/list answers it. */
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
