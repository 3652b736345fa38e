import type { Kysely } from "kysely";

/** A person's own key for an account. */
export interface OwnKeyTable {
  id: string;
  account_id: string;
  /** The provider, and its id of the person. */
  issuer: string;
  subject: string;
  /** The person's name at the provider, for owners. */
  person: string;
  /** Encrypted by the vault, for this account and this person only. */
  api_key: string;
  /** When the API last accepted the key. */
  verified_at: string | null;
  created_at: string;
  updated_at: string;
}

/** The vault's place of a person's key. It cannot be decrypted as the key of another person or account. */
export function ownKeyContext({
  account_id,
  issuer,
  subject,
}: Pick<OwnKeyTable, "account_id" | "issuer" | "subject">): string {
  return `own_keys/${JSON.stringify([account_id, issuer, subject])}`;
}

export async function addOwnKeys({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("own_keys")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("account_id", "text", (column) => column.notNull().references("accounts.id"))
    .addColumn("issuer", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("api_key", "text", (column) => column.notNull())
    .addColumn("verified_at", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addUniqueConstraint("own_keys_of_person", ["account_id", "issuer", "subject"])
    .execute();
  await schema.createIndex("own_keys_by_person").on("own_keys").columns(["issuer", "subject"]).execute();
}
