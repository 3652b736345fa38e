import type { OwnKey } from "../../gateway/own-keys/own-keys.js";
import { defineGroup } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { accountIdOf } from "./records.js";
import { table } from "./table.js";

/** A key of the person who asks. */
interface HeldKey {
  readonly integrated_account_id: string;
  readonly account: string;
  readonly verified_at: string | null;
}

const ownPath = "/session/own-keys";
const keysOf = (account: string) => `/integrated-account/${account}/own-keys`;

const list = defineAction({
  name: "standpipe own-key list",
  about: "List your own keys, or with --account who has a key for an account",
  flags: { account: text("Id or name of an account that you own") },
  async run(client, { account }) {
    const id = await accountIdOf(client, account);
    if (id === undefined) {
      const { result } = await client.ask<{ readonly result: readonly HeldKey[] }>("GET", ownPath);
      const rows = result.map((key) => [key.account, key.integrated_account_id, key.verified_at]);
      return { json: result, text: table(["ACCOUNT", "ID", "CHECKED"], rows) };
    }
    const { result } = await client.ask<{ readonly result: readonly OwnKey[] }>("GET", keysOf(id));
    const rows = result.map((key) => [key.id, key.person, key.subject, key.verified_at]);
    return { json: result, text: table(["ID", "PERSON", "ID AT THE PROVIDER", "CHECKED"], rows) };
  },
});

const remove = defineAction({
  name: "standpipe own-key remove",
  argument: "<account>",
  about: "Remove your own key for an account, by its id or name",
  async run(client, _flags, account) {
    const { result } = await client.ask<{ readonly result: readonly HeldKey[] }>("GET", ownPath);
    const key = result.find((one) => account === one.integrated_account_id || account === one.account);
    if (!key)
      throw new CommandError(`You have no own key for "${account}". standpipe own-key list shows yours.`);
    await client.ask("DELETE", `${ownPath}/${encodeURIComponent(key.integrated_account_id)}`);
    return { json: { account: key.integrated_account_id, removed: true }, text: "Your key is removed." };
  },
});

const revoke = defineAction({
  name: "standpipe own-key revoke",
  argument: "<id>",
  about: "Delete a person's own key, as an owner of its account",
  flags: { account: text("Id or name of the account") },
  async run(client, { account }, id) {
    const of = await accountIdOf(client, account);
    if (of === undefined) throw new CommandError("--account is missing. Pass the account of the key.");
    await client.ask("DELETE", `${keysOf(of)}/${encodeURIComponent(id)}`);
    return { json: { id, revoked: true }, text: "The key is revoked." };
  },
});

export const command = defineGroup({
  name: "standpipe own-key",
  actions: { list, remove, revoke },
  note: adminNote,
});
