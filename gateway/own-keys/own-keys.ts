import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { notFound } from "../error.js";
import type { Identity } from "../identity/identity.js";
import type { Db } from "../store/store.js";

/** A person, as the provider names them. */
export type Person = Pick<Identity, "issuer" | "subject">;

/** A deposited key in answers, which never contain it. */
export interface OwnKey {
  readonly id: string;
  readonly account_id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly person: string;
  readonly verified_at: string | null;
  readonly updated_at: string;
}

export const shownOwnKey = [
  "id",
  "account_id",
  "issuer",
  "subject",
  "person",
  "verified_at",
  "updated_at",
] as const;

/** Who has a key for an account. */
export async function ownKeysOn({ store }: Core, accountId: string): Promise<OwnKey[]> {
  return store.db
    .selectFrom("own_keys")
    .select(shownOwnKey)
    .where("account_id", "=", accountId)
    .orderBy("person")
    .orderBy("id")
    .execute();
}

/** Deletes a person's key, as an owner of the account. @throws GatewayError 404 */
export async function revokeOwnKey(core: Core, accountId: string, id: string, act: Act): Promise<void> {
  await transact(core, act, async (db, note) => {
    const found = await db
      .selectFrom("own_keys")
      .select(["issuer", "subject"])
      .where("id", "=", id)
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    if (!found) throw notFound("key", id);
    await db.deleteFrom("own_keys").where("id", "=", id).where("account_id", "=", accountId).execute();
    note({ action: "own_key.revoke", accountId, detail: found });
  });
}

/** Deletes all keys of a person, or of an account. */
export async function eraseOwnKeys(db: Db, of: Person | { readonly account_id: string }): Promise<void> {
  const gone = db.deleteFrom("own_keys");
  await (
    "account_id" in of
      ? gone.where("account_id", "=", of.account_id)
      : gone.where("issuer", "=", of.issuer).where("subject", "=", of.subject)
  ).execute();
}
