import { serviceRoles } from "../../gateway/identity/roles.js";
import type { ServiceToken } from "../../gateway/identity/service-tokens.js";
import { defineGroup } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { choice, text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { expiryOf, newExpiresFlag } from "./expiry.js";
import { accountIdOf, defineList, defineRemoval, makeToken } from "./records.js";

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
    const integrated_account_id = await accountIdOf(client, account);
    const expires_at = expiryOf(expires);
    if (typeof expires_at !== "string")
      throw new CommandError("A service token needs an expiry. Pass --expires 90d.");
    const body = { name, role, integrated_account_id, expires_at };
    return makeToken(client, "/service-tokens", "Service token", body);
  },
});

const list = defineList<ServiceToken>({
  name: "standpipe service-token list",
  about: "List service tokens",
  path: "/service-tokens",
  columns: {
    ID: ({ id }) => id,
    NAME: ({ name }) => name,
    ROLE: ({ role }) => role,
    ACCOUNT: ({ integrated_account_id }) => integrated_account_id ?? "all",
    "MADE BY": ({ created_by }) => created_by,
    EXPIRES: ({ expires_at }) => expires_at,
    "LAST USED": ({ last_used_at }) => last_used_at,
  },
});

const revoke = defineRemoval({
  name: "standpipe service-token revoke",
  about: "Revoke a service token",
  path: "/service-tokens",
  is: "revoked",
  text: "The service token is revoked.",
});

export const command = defineGroup({
  name: "standpipe service-token",
  actions: { create, list, revoke },
  note: adminNote,
});
