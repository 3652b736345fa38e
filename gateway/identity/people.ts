import type { Db } from "../store/store.js";
import type { Identity } from "./identity.js";

/** Keeps what the provider said about a person at the last sign-in. Service tokens of the person are checked with it. */
export async function notePerson(db: Db, person: Identity, seenAt: string): Promise<void> {
  const { issuer, subject, name } = person;
  const row = { issuer, subject, name, groups: JSON.stringify(person.groups), seen_at: seenAt };
  await db
    .insertInto("people")
    .values(row)
    .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doUpdateSet(row))
    .execute();
}

/** A person as the provider described them at a sign-in since `since`. */
export async function findPerson(
  db: Db,
  { issuer, subject }: Pick<Identity, "issuer" | "subject">,
  since: string,
): Promise<(Identity & { readonly seenAt: string }) | undefined> {
  const row = await db
    .selectFrom("people")
    .selectAll()
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .where("seen_at", ">", since)
    .executeTakeFirst();
  if (!row) return undefined;
  return { issuer, subject, name: row.name, groups: JSON.parse(row.groups) as string[], seenAt: row.seen_at };
}
