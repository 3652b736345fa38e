import type { Core } from "../../core.js";

/** The most values of a filter. */
export const MOST_CHOICES = 500;

/** Names of accounts by ids. */
export async function accountNames({ store }: Core): Promise<ReadonlyMap<string, string>> {
  const rows = await store.db
    .selectFrom("accounts")
    .select(["id", "name"])
    .where("deleted_at", "is", null)
    .orderBy("name")
    .limit(MOST_CHOICES)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
