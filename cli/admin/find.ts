import type { Account } from "../../gateway/accounts/accounts.js";
import type { Server } from "../../gateway/servers/server.js";
import { suggestion } from "../../runtime/text/nearest.js";
import { CommandError } from "../command/errors.js";
import { quoted } from "../command/flags.js";
import type { AdminClient } from "./client.js";

/**
 * The account with an id or name; the only one there is where nothing is given.
 * @param flag that gives it; none for a command's argument
 * @throws CommandError where there is none, or several
 */
export async function findAccount(
  client: AdminClient,
  given: string | undefined,
  flag?: string,
): Promise<Account> {
  const accounts = await client.all<Account>("/integrated-account");
  if (given === undefined && accounts.length !== 1) {
    const names = accounts.map(({ name }) => name).join(", ");
    throw new CommandError(
      accounts.length === 0
        ? "There is no account yet. Add one with standpipe account add."
        : `There are several accounts. Pass --account with one of ${names}.`,
    );
  }
  return onlyOne({ kind: "account", flag }, given ?? accounts[0]!.id, accounts);
}

/**
 * The server with an id or name. A name means a live server, or the newest revoked one where none is live.
 * @throws CommandError where there is none, or several
 */
export async function findServer(client: AdminClient, given: string, flag?: string): Promise<Server> {
  const servers = await allServers(client, undefined, true);
  const live = servers.filter(({ state }) => state !== "revoked");
  const revoked = servers.filter(({ name, state }) => name === given && state === "revoked");
  const isLive = live.some(({ name }) => name === given);
  return onlyOne({ kind: "server", flag }, isLive ? given : (revoked[0]?.id ?? given), servers, live);
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
      : [await findAccount(client, account, "--account")];
  const lists = accounts.map(({ id }) =>
    client.all<Server>(`/integrated-account/${id}/mcp?revoked=${revoked}`),
  );
  return (await Promise.all(lists)).flat();
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Wanted {
  readonly kind: "account" | "server";
  readonly flag?: string;
}

/** @param named those that may be meant by their name */
function onlyOne<Item extends Named>(
  { kind, flag }: Wanted,
  given: string,
  items: readonly Item[],
  named: readonly Item[] = items,
): Item {
  const exact = items.find(({ id }) => id === given);
  const found = named.filter(({ name }) => name === given);
  const where = flag === undefined ? "" : `${flag}: `;
  if (exact ?? found.length === 1) return exact ?? found[0]!;
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(", ");
    throw new CommandError(`${where}Several ${kind}s are called ${quoted(given)}. Pass an id: ${ids}.`);
  }
  const near = suggestion(
    given,
    named.map(({ name }) => name),
  );
  const hint = near === undefined ? `standpipe ${kind} list shows all.` : `Did you mean ${quoted(near)}?`;
  throw new CommandError(`${where}There is no ${kind} ${quoted(given)}. ${hint}`);
}
