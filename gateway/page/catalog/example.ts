import type { ListedTool } from "../../../runtime/index.js";
import { propertyOf } from "./try.js";

const values: Readonly<Record<string, unknown>> = {
  string: "…",
  integer: 1,
  number: 1,
  boolean: true,
  array: [],
  object: {},
};

/** A call with the required arguments, as MCP sends it. */
export function exampleCall(tool: ListedTool): object {
  const args = (tool.inputSchema.required ?? []).map((name) => {
    const { type = "string", enum: choices } = propertyOf(tool, name);
    return [name, choices?.[0] ?? values[type]];
  });
  return { name: tool.name, arguments: Object.fromEntries(args) as object };
}
