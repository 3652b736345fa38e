import type { Core } from "../core.js";
import type { Identity } from "./identity.js";

/** Whether a person is an owner of everything, by the operator's settings. */
export function isOwner({ ownerGroups }: Pick<Core, "ownerGroups">, { groups }: Identity): boolean {
  return ownerGroups.some((group) => groups.includes(group));
}
