import type { Account } from "../../gateway/accounts/accounts.js";
import type { Server } from "../../gateway/servers/server.js";
import { suggestion } from "../../runtime/text/nearest.js";
import { SettingsError } from "../settings.js";
import type { AdminClient } from "./client.js";

/**
 * The account of an id or name; the only one there is where nothing is given.
 * @throws SettingsError where it is none, or several
 */
export async function findAccount(client: AdminClient, given: string | undefined): Promise<Account> {
  const accounts = await client.all<Account>("/integrated-account");
  if (given === undefined && accounts.length !== 1) {
    const named = accounts.map(({ name }) => name).join(", ");
    throw new SettingsError(
      accounts.length === 0
        ? "There is no account yet; add one first."
        : `Say which with --account: ${named}.`,
    );
  }
  return onlyOne("account", given ?? accounts[0]!.id, accounts);
}

/** @throws SettingsError where an id or name stands for no server, or for several */
export async function findServer(client: AdminClient, given: string): Promise<Server> {
  return onlyOne("server", given, await allServers(client, undefined, true));
}

/** Servers of one account, or of all. */
export async function allServers(
  client: AdminClient,
  account: string | undefined,
  revoked: boolean,
): Promise<Server[]> {
  const accounts =
    account === undefined
      ? await client.all<Account>("/integrated-account")
      : [await findAccount(client, account)];
  const lists = accounts.map(({ id }) =>
    client.all<Server>(`/integrated-account/${id}/mcp?revoked=${revoked}`),
  );
  return (await Promise.all(lists)).flat();
}

function onlyOne<Item extends { readonly id: string; readonly name: string }>(
  kind: string,
  given: string,
  items: readonly Item[],
): Item {
  const exact = items.find(({ id }) => id === given);
  const named = items.filter(
    (item) => item.name === given && (item as { state?: string }).state !== "revoked",
  );
  if (exact ?? named.length === 1) return exact ?? named[0]!;
  if (named.length === 0) {
    const near = suggestion(
      given,
      items.map(({ name }) => name),
    );
    throw new SettingsError(
      `There is no ${kind} ${given}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
    );
  }
  throw new SettingsError(
    `Several are called ${given}; give an id: ${named.map(({ id }) => id).join(", ")}.`,
  );
}
