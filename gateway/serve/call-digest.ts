import { type Arguments, canonical } from "../../runtime/index.js";
import type { Keys } from "../secrets/keys.js";

/** A digest of a call's tool and exact arguments in any order. It reveals nothing of them. */
export function callDigest(keys: Keys, tool: string, args: Arguments): string {
  return keys.digest(`call ${tool} ${canonical(args)}`);
}
