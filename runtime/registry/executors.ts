import type { IndexEntry, ListedTool } from "../contract/catalogue.js";
import type { Executor } from "./discover-tools.js";

/** The executor that calls a tool: by what the tool says of itself, never by the HTTP method. */
export function executorOf({ annotations }: ListedTool, { access }: IndexEntry): Executor {
  if (annotations.readOnlyHint) return "execute_read";
  return access === "delete" ? "execute_delete" : "execute_write";
}
