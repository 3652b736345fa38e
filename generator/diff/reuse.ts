import { change, type Change } from "./change.js";
import type { Pair } from "./match.js";
import type { ToolState } from "./state.js";

/**
 * Names that now run another operation, by the tool that has the name now. Without this check, a saved prompt would
 * silently do something else.
 */
export function reusedNames(
  base: readonly ToolState[],
  head: readonly ToolState[],
  pairs: readonly Pair[],
): Map<ToolState, Change[]> {
  const owners = new Map(head.filter(isServed).flatMap((tool) => namesOf(tool).map((name) => [name, tool])));
  const heirs = new Map(pairs.map((pair) => [pair.base, pair.head]));
  const found = new Map<ToolState, Change[]>();
  for (const tool of base.filter(isServed)) {
    for (const name of namesOf(tool)) {
      const owner = owners.get(name);
      if (!owner || owner === heirs.get(tool)) continue;
      const says = `${name} now runs ${owner.operation}; before, it ran ${tool.operation}`;
      found.set(owner, [...(found.get(owner) ?? []), change("name-reused", says, { at: "name" })]);
    }
  }
  return found;
}

function isServed({ described }: ToolState): boolean {
  return described;
}

function namesOf({ name, aliases }: ToolState): string[] {
  return [name, ...aliases];
}
