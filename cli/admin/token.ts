import type { ApiToken } from "../../gateway/tokens/api-tokens.js";
import { defineGroup } from "../command/command.js";
import { text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { expiresFlag, expiryOf } from "./expiry.js";
import { findAccount } from "./find.js";
import { withFlagNames } from "./flag-names.js";
import { fields, table } from "./table.js";

const create = defineAction({
  name: "standpipe token create",
  argument: "<name>",
  about: "Create an API token, for servers that require one in addition to their URL",
  flags: {
    account: text("Id or name of the only account that the token is good for"),
    expires: expiresFlag,
  },
  async run(client, { account, expires }, name) {
    const integrated_account_id =
      account === undefined ? undefined : (await findAccount(client, account, "--account")).id;
    const body = { name, integrated_account_id, expires_at: expires && expiryOf(expires) };
    const { token, ...made } = await withFlagNames({ expires_at: "--expires" }, () =>
      client.ask<ApiToken & { token: string }>("POST", "/api-tokens", body),
    );
    return { json: { ...made, token }, text: `${fields(made)}\n\nAPI token, shown this once:\n${token}` };
  },
});

const list = defineAction({
  name: "standpipe token list",
  about: "List API tokens",
  async run(client) {
    const tokens = await client.all<ApiToken>("/api-tokens");
    const rows = tokens.map((one) => [
      one.id,
      one.name,
      one.integrated_account_id,
      one.expires_at,
      one.last_used_at,
    ]);
    return { json: tokens, text: table(["ID", "NAME", "ACCOUNT", "EXPIRES", "LAST USED"], rows) };
  },
});

const revoke = defineAction({
  name: "standpipe token revoke",
  argument: "<id>",
  about: "Revoke an API token",
  async run(client, _flags, id) {
    await client.ask("DELETE", `/api-tokens/${encodeURIComponent(id)}`);
    return { json: { id, revoked: true }, text: "The API token is revoked." };
  },
});

export const command = defineGroup({
  name: "standpipe token",
  actions: { create, list, revoke },
  note: adminNote,
});
