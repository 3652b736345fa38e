import { type Catalogue, select, SelectionError, type ToolModule } from "../../runtime/index.js";
import type { Confirm } from "../server-config.js";

/** Whether calls of a tool need an approval under a server's `confirm`. */
export function needsConsent(catalogue: Catalogue, confirm: Confirm, tool: ToolModule): boolean {
  switch (confirm) {
    case "none":
      return false;
    case "delete":
      return tool.access === "delete";
    case "write":
      return !tool.annotations.readOnlyHint;
    default:
      return listedTools(catalogue, confirm).has(tool.name);
  }
}

/** With an unknown pattern every call needs approval, because the pattern could mean any tool. */
function listedTools(catalogue: Catalogue, patterns: readonly string[]): ReadonlySet<string> {
  try {
    return select(catalogue, { allow: patterns });
  } catch (error) {
    if (error instanceof SelectionError) return new Set(catalogue.tools.map(({ name }) => name));
    throw error;
  }
}
