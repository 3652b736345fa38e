import type { Arguments } from "../contract/caller.js";
import type { RequestPlan } from "../contract/tool.js";
import { MOST_VALUES, refuseTooMany } from "./check.js";
import { splitAtCommas } from "../text/comma-list.js";

/**
 * The arguments as the schema describes them. A text that a caller gives for a list with commas becomes the list.
 *
 * @throws Fault of kind `invalid_arguments` for a text with too many commas
 */
export function withListsApart({ query, body }: RequestPlan, args: Arguments): Arguments {
  const placements = Object.entries({ ...body?.fields, ...query });
  const lists = placements.flatMap(([wire, { commas, argument = wire }]) => {
    const text = commas && Object.hasOwn(args, argument) ? args[argument] : undefined;
    if (typeof text !== "string") return [];
    const parts = text.split(",", MOST_VALUES + 1);
    refuseTooMany({ [argument]: parts });
    return [[argument, splitAtCommas(parts)] as const];
  });
  return lists.length === 0 ? args : { ...args, ...Object.fromEntries(lists) };
}
