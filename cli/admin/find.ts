import type { Account } from "../../gateway/accounts/accounts.js";
import type { Server } from "../../gateway/servers/server.js";
import { suggestion } from "../../runtime/index.js";
import { CommandError } from "../command/errors.js";
import { quoted } from "../command/flags.js";
import type { AdminClient } from "./client.js";

/**
 * The account with an id or name; by default the only one.
 * @param flag that has the name; undefined for a command's argument
 * @throws CommandError if there is none, or several
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
  return onlyOne({ kind: "account", flag, others: accounts }, given ?? accounts[0]!.id, accounts);
}

/**
 * The server with an id or name. A name means the live server, or the newest revoked one if none is live.
 * @param flag that has the name; undefined for a command's argument
 * @throws CommandError if there is none, or several
 */
export async function findServer(client: AdminClient, given: string, flag?: string): Promise<Server> {
  const query = new URLSearchParams({ called: given, revoked: "true" });
  const found = await client.all<Server>(`/servers?${query.toString()}`);
  const live = found.filter(({ state }) => state !== "revoked");
  const meant = live.length > 0 ? live : found.slice(0, 1);
  // Other names are only requested to make a suggestion.
  const others = found.length > 0 ? [] : await client.all<Server>("/servers");
  return onlyOne({ kind: "server", flag, others }, given, [
    ...found.filter(({ id }) => id === given),
    ...meant,
  ]);
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Wanted {
  readonly kind: "account" | "server";
  readonly flag?: string;
  /** The servers whose names may be suggested. */
  readonly others: readonly Named[];
}

function onlyOne<Item extends Named>(
  { kind, flag, others }: Wanted,
  given: string,
  items: readonly Item[],
): Item {
  const exact = items.find(({ id }) => id === given);
  const found = items.filter(({ name }) => name === given);
  if (exact ?? found.length === 1) return exact ?? found[0]!;
  const where = flag === undefined ? "" : `${flag}: `;
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(", ");
    throw new CommandError(`${where}Several ${kind}s are called ${quoted(given)}. Pass an id: ${ids}.`);
  }
  const near = suggestion(
    given,
    others.map(({ name }) => name),
  );
  const hint = near === undefined ? `standpipe ${kind} list shows all.` : `Did you mean ${quoted(near)}?`;
  throw new CommandError(`${where}There is no ${kind} ${quoted(given)}. ${hint}`);
}
