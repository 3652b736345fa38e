import type { ListedTool } from "../../runtime/contract/catalogue.js";
import type { Tool } from "../model/tool.js";
import { inputSchema } from "./json-schema.js";

/** One tool as in tools/list. */
export function listed(tool: Tool): ListedTool {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: inputSchema(tool.arguments),
    annotations: tool.hints,
  };
}
