import type { IndexEntry, ListedTool } from "../contract/catalogue.js";
import type { Executor } from "./discover-tools.js";

/** The executor for a tool, by the tool's hints, never by its HTTP method. */
export function executorOf({ annotations }: ListedTool, { access }: IndexEntry): Executor {
  if (annotations.readOnlyHint) return "execute_read";
  return access === "delete" ? "execute_delete" : "execute_write";
}
