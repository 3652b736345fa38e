import type { Core } from "../core.js";
import { VaultError } from "../secrets/vault.js";
import type { Identity } from "./identity.js";
import { notePerson } from "./people.js";
import type { Provider } from "./provider.js";
import { ProviderError, RenewalRefusedError } from "./provider-error.js";

type Person = Pick<Identity, "issuer" | "subject">;

/** How long a replica has to ask the provider, before another one may. */
const holdMs = 30_000;

/**
 * Keeps the provider's refresh token of a person, sealed. With it, the provider is asked for the person's groups again,
 * without a browser. Providers give one only if the scopes or the settings of the client say so.
 */
export async function keepRenewal(
  { store, keys }: Core,
  { issuer, subject }: Person,
  refreshToken: string | undefined,
): Promise<void> {
  if (refreshToken === undefined) return;
  const sealed = keys.vault.seal(refreshToken, placeOf({ issuer, subject }));
  const row = { issuer, subject, sealed, held_until: "" };
  await store.db
    .insertInto("person_renewals")
    .values(row)
    .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doUpdateSet(row))
    .execute();
}

/**
 * Asks the provider about a person again, if it gave a refresh token. Of several replicas at once, one asks, because
 * many providers accept a refresh token once.
 * @returns false if the provider refuses the person
 */
export async function renewPerson(core: Core, provider: Provider, person: Person): Promise<boolean> {
  const refreshToken = await takeRenewal(core, person);
  if (refreshToken === undefined) return true;
  try {
    const { identity, renewal } = await provider.renew(refreshToken, person.subject);
    await notePerson(core.store.db, identity, core.now().toISOString());
    await keepRenewal(core, person, renewal ?? refreshToken);
    return true;
  } catch (error) {
    if (error instanceof RenewalRefusedError) {
      await forgetRenewal(core, person);
      return false;
    }
    // The provider may answer the next time. Until then the last answer counts, for an hour.
    if (error instanceof ProviderError) return true;
    throw error;
  }
}

/** The refresh token, if nobody else uses it now. */
async function takeRenewal(core: Core, person: Person): Promise<string | undefined> {
  const { store, keys, now } = core;
  const { issuer, subject } = person;
  const taken = await store.db
    .updateTable("person_renewals")
    .set({ held_until: new Date(now().getTime() + holdMs).toISOString() })
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .where("held_until", "<=", now().toISOString())
    .returning("sealed")
    .executeTakeFirst();
  if (!taken) return undefined;
  try {
    return keys.vault.open(taken.sealed, placeOf(person));
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    await forgetRenewal(core, person);
    return undefined;
  }
}

async function forgetRenewal({ store }: Core, { issuer, subject }: Person): Promise<void> {
  await store.db
    .deleteFrom("person_renewals")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .execute();
}

function placeOf({ issuer, subject }: Person): string {
  return `person_renewals/${issuer}/${subject}`;
}
