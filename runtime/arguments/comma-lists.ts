import type { Arguments } from "../contract/caller.js";
import type { RequestPlan } from "../contract/tool.js";
import { splitAtCommas } from "../text/comma-list.js";

/** The arguments as the schema describes them. A text that a caller gives for a list with commas becomes the list. */
export function withListsApart({ query, body }: RequestPlan, args: Arguments): Arguments {
  const placements = Object.entries({ ...body?.fields, ...query });
  const lists = placements.flatMap(([wire, { commas, argument = wire }]) => {
    const text = commas && Object.hasOwn(args, argument) ? args[argument] : undefined;
    return typeof text === "string" ? [[argument, splitAtCommas(text)] as const] : [];
  });
  return lists.length === 0 ? args : { ...args, ...Object.fromEntries(lists) };
}
