import type { Arguments } from "../../runtime/contract/caller.js";
import type { Keys } from "../secrets/keys.js";

/** Names a call by its tool and exact arguments, whatever order they came in, and tells nothing of them. */
export function callDigest(keys: Keys, tool: string, args: Arguments): string {
  return keys.digest(`call ${tool} ${canonical(args)}`);
}

/** JSON with the fields of every object in one order. Arguments were JSON, so nothing else comes up. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null)
    return value === undefined ? "null" : JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(",")}}`;
}
