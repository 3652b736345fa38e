import type { Arguments } from "../contract/caller.js";
import type { IgnoredArgument } from "../contract/ignored-arguments.js";
import type { Remarks } from "../contract/outcome.js";
import type { ToolModule } from "../contract/tool.js";

/** Says which of the given arguments the API ignores in this call, and what they need. */
export function ignoredArguments({ ignoredArguments: rules = {} }: ToolModule, args: Arguments): Remarks {
  const notes = Object.entries(rules)
    .filter(([name, rule]) => (args[name] ?? null) !== null && isIgnored(rule, args[rule.without]))
    .map(([name, rule]) => `${name} had no effect. It needs ${need(rule)}.`);
  return notes.length > 0 ? { ignored_arguments: notes } : {};
}

function isIgnored({ with: values = [] }: IgnoredArgument, given: unknown): boolean {
  return given === undefined || given === null || values.includes(String(given));
}

function need({ without, with: values = [] }: IgnoredArgument): string {
  return values.length === 0 ? without : `${without}, and not ${values.join(" or ")}`;
}
