import type { ApiToken } from "../../gateway/tokens/api-tokens.js";
import { defineGroup } from "../command/command.js";
import { text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { expiresFlag, expiryOf } from "./expiry.js";
import { accountIdOf, defineList, defineRemoval, makeToken } from "./records.js";

const create = defineAction({
  name: "standpipe token create",
  argument: "<name>",
  about: "Create an API token, for servers that require one in addition to their URL",
  flags: {
    account: text("Id or name of the only account that the token is good for"),
    expires: expiresFlag,
  },
  async run(client, { account, expires }, name) {
    const integrated_account_id = await accountIdOf(client, account);
    const body = { name, integrated_account_id, expires_at: expires && expiryOf(expires) };
    return makeToken(client, "/api-tokens", "API token", body);
  },
});

const list = defineList<ApiToken>({
  name: "standpipe token list",
  about: "List API tokens",
  path: "/api-tokens",
  columns: {
    ID: ({ id }) => id,
    NAME: ({ name }) => name,
    ACCOUNT: ({ integrated_account_id }) => integrated_account_id,
    EXPIRES: ({ expires_at }) => expires_at,
    "LAST USED": ({ last_used_at }) => last_used_at,
  },
});

const revoke = defineRemoval({
  name: "standpipe token revoke",
  about: "Revoke an API token",
  path: "/api-tokens",
  is: "revoked",
  text: "The API token is revoked.",
});

export const command = defineGroup({
  name: "standpipe token",
  actions: { create, list, revoke },
  note: adminNote,
});
