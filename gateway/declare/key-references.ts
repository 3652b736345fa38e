import { variablePrefix } from "../../runtime/index.js";
import type { AccountRow } from "../store/schema.js";
import type { AccountRecord } from "./records.js";

/**
 * Where the keys of accounts are, by the ids of the accounts: as their file says it, else a variable with the account's
 * name. No two accounts get the same variable, because then one would get the key of the other.
 */
export function keyReferences(
  accounts: readonly Pick<AccountRow, "id" | "name" | "applied">[],
): ReadonlyMap<string, string> {
  const references = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, applied } of accounts) {
    if (applied === null) continue;
    const { key } = JSON.parse(applied) as AccountRecord;
    // The gateway read it by a reference then.
    if (key === undefined) continue;
    references.set(id, key);
    taken.add(key);
  }
  const others = accounts.filter(({ id }) => !references.has(id));
  for (const { id, name } of [...others].sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const variable = `env:${variableOf(name)}_API_KEY`;
    let key = variable;
    for (let count = 2; taken.has(key); count += 1) key = `${variable}_${count}`;
    references.set(id, key);
    taken.add(key);
  }
  return references;
}

function variableOf(name: string): string {
  const words = variablePrefix(name).split("_").filter(Boolean).join("_");
  return /^[A-Z]/.test(words) ? words : `ACCOUNT${words && `_${words}`}`;
}
