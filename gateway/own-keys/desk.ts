import { baseUrlOf } from "../accounts/base-url.js";
import { checkKey, requireUsable } from "../accounts/key-check.js";
import { apiOf, type ServedApi } from "../apis.js";
import { transact } from "../audit/transact.js";
import { connectionsOf, endOwnConnection, type OwnConnection } from "../authorization/own-connections.js";
import type { Act, Core } from "../core.js";
import { badRequest, conflict, GatewayError } from "../error.js";
import { newId } from "../id.js";
import type { Identity } from "../identity/identity.js";
import type { ServerConfig } from "../server-config.js";
import type { AccountRow } from "../store/schema.js";
import type { Db } from "../store/store.js";
import { shownOwnKey, type OwnKey, type Person } from "./own-keys.js";
import { ownKeyContext } from "./table.js";

/**
 * What signed-in people do with their own keys and clients. Most of them have no role at the gateway, so this uses the whole store,
 * and each function touches only what belongs to the given person.
 */
export interface OwnKeyDesk {
  /** The person's keys, with the names of their accounts. */
  keysOf(person: Person): Promise<readonly (OwnKey & { readonly account: string })[]>;
  /**
   * An account whose server URLs ask for own keys, and its API.
   * @throws GatewayError 404
   */
  account(accountId: string): Promise<{ readonly name: string; readonly api: ServedApi }>;
  /**
   * Stores or replaces the key of the person.
   * @throws GatewayError 400 if the API refuses the key, 404, 502 if the API cannot be reached
   */
  deposit(accountId: string, given: Given, act: Act): Promise<void>;
  /** Removes the key of the person. Removing twice is not an error. */
  remove(accountId: string, person: Person, act: Act): Promise<void>;
  /** The clients that the person allowed, newest first. */
  connectionsOf(person: Person): Promise<readonly OwnConnection[]>;
  /** Ends the access of a client of the person. @throws GatewayError 404 */
  endConnection(id: string, person: Person, act: Act): Promise<void>;
}

interface Given {
  readonly identity: Identity;
  readonly key: string;
}

export function createOwnKeyDesk(core: Core): OwnKeyDesk {
  return {
    keysOf: (person) => keysOf(core, person),
    async account(accountId) {
      const account = await accountAsking(core, accountId);
      return { name: account.name, api: apiOf(core, account) };
    },
    deposit: (...given) => deposit(core, ...given),
    remove: (...given) => remove(core, ...given),
    connectionsOf: (person) => connectionsOf(core, person),
    endConnection: (...given) => endOwnConnection(core, ...given),
  };
}

/** A person's keys, with the names of their accounts. */
function keysOf({ store }: Core, { issuer, subject }: Person) {
  return store.db
    .selectFrom("own_keys")
    .innerJoin("accounts", "accounts.id", "own_keys.account_id")
    .select(shownOwnKey.map((column) => `own_keys.${column}` as const))
    .select("accounts.name as account")
    .where("own_keys.issuer", "=", issuer)
    .where("own_keys.subject", "=", subject)
    .orderBy("accounts.name")
    .execute();
}

/**
 * An account for which people deposit keys: it has a server URL with `upstream: person`.
 * @throws GatewayError 404
 */
async function accountAsking(
  { store, now }: Pick<Core, "now"> & { readonly store: { readonly db: Db } },
  accountId: string,
): Promise<AccountRow> {
  const account = await store.db
    .selectFrom("accounts")
    .selectAll()
    .where("id", "=", accountId)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  const servers = await store.db
    .selectFrom("servers")
    .select("config")
    .where("account_id", "=", accountId)
    .where("revoked_at", "is", null)
    .where((row) => row.or([row("expires_at", "is", null), row("expires_at", ">", now().toISOString())]))
    .execute();
  const isAsked = servers.some(({ config }) => (JSON.parse(config) as ServerConfig).upstream === "person");
  if (!account || !isAsked)
    throw new GatewayError(404, "No server URL of such an account asks for your own key.");
  return account;
}

/**
 * Stores or replaces the key of a signed-in person.
 * @throws GatewayError 400 if the API refuses the key, 404, 502 if the API cannot be reached
 */
async function deposit(core: Core, accountId: string, { identity, key }: Given, act: Act): Promise<void> {
  const account = await accountAsking(core, accountId);
  const api = apiOf(core, account);
  const baseUrl = baseUrlOf(core, account);
  if (baseUrl === undefined) throw conflict("The gateway no longer knows the base URL of this account.");
  if (key.trim() === "") throw badRequest("api_key: must not be empty");
  if (key.length > 20_000) throw badRequest("api_key: must have at most 20000 characters");
  requireUsable(api, baseUrl, key.trim());
  const verified_at = await checkKey(api, baseUrl, key.trim(), core.now);
  const { issuer, subject, name: person } = identity;
  const at = core.now().toISOString();
  const place = { account_id: accountId, issuer, subject };
  const held = {
    person,
    api_key: core.keys.vault.seal(key.trim(), ownKeyContext(place)),
    verified_at,
    updated_at: at,
  };
  await transact(core, act, async (db, note) => {
    // The check took time, and the account may be deleted meanwhile.
    await accountAsking({ now: core.now, store: { db } }, accountId);
    const id = newId("own", core.now().getTime());
    await db
      .insertInto("own_keys")
      .values({ id, ...place, ...held, created_at: at })
      .onConflict((row) => row.columns(["account_id", "issuer", "subject"]).doUpdateSet(held))
      .execute();
    note({ action: "own_key.deposit", accountId, detail: { issuer, subject } });
  });
}

/** Removes the key of the person who asks. Removing twice is not an error. */
async function remove(core: Core, accountId: string, { issuer, subject }: Person, act: Act): Promise<void> {
  await transact(core, act, async (db, note) => {
    await db
      .deleteFrom("own_keys")
      .where("account_id", "=", accountId)
      .where("issuer", "=", issuer)
      .where("subject", "=", subject)
      .execute();
    note({ action: "own_key.remove", accountId, detail: { issuer, subject } });
  });
}
