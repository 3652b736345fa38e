import { serviceRoles } from "../../gateway/identity/roles.js";
import type { ServiceToken } from "../../gateway/identity/service-tokens.js";
import { defineGroup } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { choice, text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { expiryOf, newExpiresFlag } from "./expiry.js";
import { findAccount } from "./find.js";
import { withFlagNames } from "./flag-names.js";
import { fields, table } from "./table.js";

const create = defineAction({
  name: "standpipe service-token create",
  argument: "<name>",
  about: "Make a token with which a program such as CI manages a gateway",
  flags: {
    role: choice("Role", serviceRoles),
    account: text("Id or name of the only account for which it works"),
    expires: newExpiresFlag,
  },
  async run(client, { role, account, expires = "90d" }, name) {
    if (role === undefined)
      throw new CommandError(`--role is missing. Pass one of ${serviceRoles.join(", ")}.`);
    const integrated_account_id =
      account === undefined ? undefined : (await findAccount(client, account, "--account")).id;
    const expires_at = expiryOf(expires);
    if (typeof expires_at !== "string")
      throw new CommandError("A service token needs an expiry. Pass --expires 90d.");
    const body = { name, role, integrated_account_id, expires_at };
    const { token, ...made } = await withFlagNames({ expires_at: "--expires" }, () =>
      client.ask<ServiceToken & { token: string }>("POST", "/service-tokens", body),
    );
    return {
      json: { ...made, token },
      text: `${fields({ ...made })}\n\nService token, shown this once:\n${token}`,
    };
  },
});

const list = defineAction({
  name: "standpipe service-token list",
  about: "List service tokens",
  async run(client) {
    const tokens = await client.all<ServiceToken>("/service-tokens");
    const rows = tokens.map((one) => [
      one.id,
      one.name,
      one.role,
      one.integrated_account_id ?? "all",
      one.created_by,
      one.expires_at,
      one.last_used_at,
    ]);
    const head = ["ID", "NAME", "ROLE", "ACCOUNT", "MADE BY", "EXPIRES", "LAST USED"];
    return { json: tokens, text: table(head, rows) };
  },
});

const revoke = defineAction({
  name: "standpipe service-token revoke",
  argument: "<id>",
  about: "Revoke a service token",
  async run(client, _flags, id) {
    await client.ask("DELETE", `/service-tokens/${encodeURIComponent(id)}`);
    return { json: { id, revoked: true }, text: "The service token is revoked." };
  },
});

export const command = defineGroup({
  name: "standpipe service-token",
  actions: { create, list, revoke },
  note: adminNote,
});
