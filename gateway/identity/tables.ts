import type { Kysely } from "kysely";

/** Sessions of people that an OpenID provider verified. A session without an issuer is one of the admin token. */
export async function addIdentities({ schema }: Kysely<unknown>): Promise<void> {
  for (const name of ["issuer", "subject", "provider_session"])
    await schema.alterTable("sessions").addColumn(name, "text").execute();
  await schema
    .alterTable("sessions")
    .addColumn("groups", "text", (column) => column.notNull().defaultTo("[]"))
    .execute();
  await schema.createIndex("sessions_by_subject").on("sessions").columns(["issuer", "subject"]).execute();
}
