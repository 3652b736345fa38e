import type { Core } from "../core.js";
import type { Identity } from "./identity.js";
import { rightsOf, type HeldRole, type Rights } from "./roles.js";

/** The rights of a person now: by the operator's settings, by groups, and by name. */
export async function rightsOfPerson(core: Core, person: Identity): Promise<Rights> {
  const { issuer, subject, groups } = person;
  const rows = await core.store.db
    .selectFrom("role_grants")
    .select(["role", "account_id"])
    .where("issuer", "=", issuer)
    .where((row) =>
      row.or([
        row.and([row("holder_kind", "=", "person"), row("holder", "=", subject)]),
        ...(groups.length > 0
          ? [row.and([row("holder_kind", "=", "group"), row("holder", "in", groups)])]
          : []),
      ]),
    )
    .execute();
  const isOwner = core.ownerGroups.some((group) => groups.includes(group));
  const owner: HeldRole[] = isOwner ? [{ role: "owner", account_id: null }] : [];
  return rightsOf([...owner, ...rows]);
}
