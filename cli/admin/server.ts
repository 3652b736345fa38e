import type { Server } from "../../gateway/servers/server.js";
import { defineGroup } from "../command/command.js";
import { UsageError } from "../command/errors.js";
import { number, text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { expiresFlag, expiryOf, newExpiresFlag } from "./expiry.js";
import { findAccount, findServer } from "./find.js";
import { withFlagNames } from "./flag-names.js";
import { list, revokeAll } from "./servers.js";
import { choicesOf, fieldFlags, withOptionFlags } from "./server-flags.js";
import { fields } from "./table.js";

/** A server with its token, which the gateway shows once. */
type NewServer = Server & {
  readonly token: string;
  readonly url: string;
  readonly previous_token_valid_until?: string;
};

const create = defineAction({
  name: "standpipe server create",
  argument: "<name>",
  about: "Create a server URL",
  flags: withOptionFlags({
    account: text("Id or name of the account; required where there are several"),
    expires: newExpiresFlag,
  }),
  async run(client, flags, name) {
    const config = choicesOf(flags);
    const body = { name, config, expires_at: flags.expires && expiryOf(flags.expires) };
    const { id } = await findAccount(client, flags.account, "--account");
    return printedOnce(
      await withFlagNames({ ...fieldFlags, name: "The name" }, () =>
        client.ask<NewServer>("POST", `/integrated-account/${id}/mcp`, body),
      ),
    );
  },
});

const show = defineAction({
  name: "standpipe server show",
  argument: "<server>",
  about: "Show a server",
  async run(client, _flags, given) {
    const server = await findServer(client, given);
    return { json: server, text: fields({ ...server }) };
  },
});

const update = defineAction({
  name: "standpipe server update",
  argument: "<server>",
  about: "Change a server; settings without a flag stay as they are",
  flags: withOptionFlags({ name: text("New name"), expires: expiresFlag }),
  async run(client, flags, given) {
    const config = choicesOf(flags);
    const body = {
      name: flags.name,
      config: Object.keys(config).length > 0 ? config : undefined,
      expires_at: flags.expires && expiryOf(flags.expires),
    };
    if (Object.values(body).every((value) => value === undefined))
      throw new UsageError("Nothing to change is given. Pass a flag such as --name.");
    const found = await findServer(client, given);
    const server = await withFlagNames(fieldFlags, () => client.ask<Server>("PATCH", pathOf(found), body));
    return { json: server, text: fields({ ...server }) };
  },
});

const rotate = defineAction({
  name: "standpipe server rotate",
  argument: "<server>",
  about: "Give a server a new URL; the old one works for a while",
  flags: {
    overlap: number("Seconds for which the old URL works", { least: 0, most: 2_592_000, shown: "86400" }),
  },
  async run(client, { overlap }, given) {
    const path = `${pathOf(await findServer(client, given))}/rotate`;
    return printedOnce(await client.ask<NewServer>("POST", path, { overlap_seconds: overlap }));
  },
});

const revoke = defineAction({
  name: "standpipe server revoke",
  argument: "<server>",
  about: "Revoke a server: its URL stops working",
  async run(client, _flags, given) {
    const server = await findServer(client, given);
    const { id, name, state } = server;
    if (state === "revoked")
      return { json: { id, revoked: true }, text: `Server ${name} is already revoked.` };
    await client.ask("DELETE", pathOf(server));
    return { json: { id, revoked: true }, text: `Server ${name} is revoked.` };
  },
});

export const command = defineGroup({
  name: "standpipe server",
  actions: { create, list, show, update, rotate, revoke, "revoke-all": revokeAll },
  note: adminNote,
});

function pathOf({ id, integrated_account_id }: Server): string {
  return `/integrated-account/${integrated_account_id}/mcp/${id}`;
}

function printedOnce({ url, token, ...server }: NewServer) {
  const text = `${fields(server)}\n\nServer URL, shown this once:\n${url}`;
  return { json: { ...server, token, url }, text };
}
