import type { Core } from "../core.js";
import type { ConsentTable } from "./rows.js";

/** What a person allowed: a client, at one place for its codes, for one server URL. */
export type Consent = Omit<ConsentTable, "created_at">;

/** Whether a person allowed exactly this before. */
export async function isRemembered({ store }: Core, consent: Consent): Promise<boolean> {
  const row = await store.db
    .selectFrom("client_consents")
    .select("created_at")
    .where((the) => the.and({ ...consent }))
    .executeTakeFirst();
  return row !== undefined;
}

export async function remember({ store, now }: Core, consent: Consent): Promise<void> {
  await store.db
    .insertInto("client_consents")
    .values({ ...consent, created_at: now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
