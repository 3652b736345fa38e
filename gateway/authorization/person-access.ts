import type { Core } from "../core.js";
import { rightsOfPerson } from "../identity/held-roles.js";
import type { Identity } from "../identity/identity.js";
import type { OAuth } from "../oauth/config.js";
import { scopesOf } from "../oauth/resource.js";
import { heldShares } from "../oauth/shares.js";

/** What decides about a person's access to a server URL of an account. */
export interface PersonFacts {
  readonly groups: readonly string[];
  /** Whether the person may give scopes to clients. */
  readonly givesScopes: boolean;
}

/** What a person may use of a server URL by a client. */
interface PersonAccess {
  /** The scopes that the client gets. */
  readonly scopes: readonly string[];
  /** Places in the server's `oauth` config that the person has. Without any, they may use nothing. */
  readonly held: readonly string[];
}

/**
 * A client may ask for any scope, so a scope is not a right of the person. Only people who may call the account's tools on
 * the page, such as its operators, give scopes to their clients. All others have what their groups allow.
 */
export async function personFacts(core: Core, person: Identity, accountId: string): Promise<PersonFacts> {
  const rights = await rightsOfPerson(core, person);
  return { groups: person.groups, givesScopes: rights.may("tool.try", accountId) };
}

/** @param wanted the scopes that the client asked for; undefined for all */
export function personAccess(
  oauth: OAuth,
  { groups, givesScopes }: PersonFacts,
  wanted: readonly string[] | undefined,
): PersonAccess {
  const offered = givesScopes ? scopesOf(oauth, []) : [];
  const scopes = offered.filter((scope) => wanted === undefined || wanted.includes(scope));
  const held = heldShares(oauth, { scopes: new Set(scopes), groups: new Set(groups) });
  return { scopes, held: held.map(({ place }) => place) };
}
