import type { Arguments, CallContext } from "../contract/caller.js";
import type { Failed } from "../contract/outcome.js";
import type { RunTool } from "../discover/discover.js";
import type { Registry } from "../registry/registry.js";
import type { Item } from "./document.js";

/** Calls a tool for its value, like any other call: paced, filtered, redacted and within the budget. */
export type ReadTool = (tool: string, args: Arguments, context: CallContext) => Promise<ToolRead>;

/** A tool's answer, or why there is none. */
export type ToolRead =
  /** `isCut`: the record exceeded the budget. */
  { readonly value: Item; readonly isCut: boolean } | { readonly failed: Failed };

export function createReadTool(registry: Registry, run: RunTool): ReadTool {
  return async (tool, args, context) => {
    // One search makes several calls, so none of them reports progress or asks the person.
    const { signal, client, scope, watch } = context;
    const outcome = await run(registry.find(tool)!, args, { signal, client, scope, watch });
    if (outcome.fault) return { failed: outcome };
    const { value, remarks = {} } = outcome;
    return { value: value as Item, isCut: Object.hasOwn(remarks, "cut") };
  };
}

/** The items of a list's answer. */
export function itemsOf({ items }: Item): readonly Item[] {
  return Array.isArray(items) ? (items as Item[]) : [];
}
