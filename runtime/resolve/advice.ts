import type { Advice } from "../upstream/about.js";
import { orList } from "./faults.js";
import type { Lookups } from "../contract/lookups.js";

/**
 * Which tools help with another tool's faults, from the look-ups.
 * @param lookups undefined until they are loaded
 * @param served the client's name of a tool; undefined for one that does not exist for it
 */
export function createAdvice(
  lookups: () => Lookups | undefined,
  served: (tool: string) => string | undefined,
): Advice {
  return {
    lists({ name }, argument) {
      const known = lookups();
      const entry = known && entryAt(known, name, argument);
      if (entry === undefined) return undefined;
      const { from } = known!.kinds[typeof entry === "string" ? entry : entry.kind]!;
      return orList(from.flatMap(({ tool }) => served(tool) ?? [])) || undefined;
    },
    shows({ name }) {
      const shows = lookups()?.shows[name];
      return shows === undefined ? undefined : served(shows);
    },
  };
}

/** `impacts[0].id` is known as `impacts[].id`, and `team_ids[0]` as `team_ids`. */
export function entryAt({ tools: known }: Lookups, tool: string, argument: string) {
  const path = argument.replace(/\[\d+\]/g, "[]");
  return known[tool]?.[path] ?? known[tool]?.[path.replace(/\[\]$/, "")];
}
