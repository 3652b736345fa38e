import type { Arguments, CallContext, CallOutcome } from "../contract/caller.js";
import type { RunTool } from "../discover/discover.js";
import type { Fault } from "../contract/fault.js";
import type { Registry } from "../registry/registry.js";
import type { Item } from "./document.js";

/** Calls a tool for its value, as any call of it would be: paced, filtered, redacted and within the budget. */
export type Answers = (tool: string, args: Arguments, context: CallContext) => Promise<Answer>;

/** What a tool answered, or why it didn't. */
export type Answer = { readonly value: Item } | { readonly failed: CallOutcome };

export function createAnswers(registry: Registry, run: RunTool): Answers {
  return async (tool, args, context) => {
    // Several calls are made for one, so none of them has the client's progress for itself, nor can it ask.
    const outcome = await run(registry.find(tool)!, args, { signal: context.signal });
    if (outcome.isError) return { failed: outcome };
    return { value: JSON.parse(outcome.content[0].text) as Item };
  };
}

/** What a failed outcome tells. */
export function faultOf({ content }: CallOutcome): Pick<Fault, "kind" | "message"> {
  return (JSON.parse(content[0].text) as { error: Fault }).error;
}

/** The items of a list's answer. */
export function itemsOf({ items }: Item): readonly Item[] {
  return Array.isArray(items) ? (items as Item[]) : [];
}
