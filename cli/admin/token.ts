import type { ApiToken } from "../../gateway/tokens/api-tokens.js";
import { runActions, type Action, type CommonFlags } from "./command.js";
import { expiryOf } from "./expiry.js";
import { findAccount } from "./find.js";
import { fields, table } from "./table.js";

const create: Action<CommonFlags & { readonly account?: string; readonly expires?: string }> = {
  about: "Make an API token, for servers that want one beside their URL",
  given: "<name>",
  options: {
    account: { string: true, requiresArg: true, describe: "Id or name of the only account that it opens" },
    expires: { string: true, requiresArg: true, describe: "When it ends: an ISO time, 12h, 30d, or never" },
  },
  async run(client, { account, expires }, name) {
    const integrated_account_id = account === undefined ? undefined : (await findAccount(client, account)).id;
    const body = { name, integrated_account_id, expires_at: expiryOf(expires) };
    const { token, ...made } = await client.ask<ApiToken & { token: string }>("POST", "/api-tokens", body);
    return { json: { ...made, token }, text: `${fields(made)}\n\nAPI token, shown this once:\n${token}` };
  },
};

const list: Action = {
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
};

const revoke: Action = {
  about: "Revoke an API token",
  given: "<id>",
  async run(client, _flags, id) {
    await client.ask("DELETE", `/api-tokens/${encodeURIComponent(id)}`);
    return { json: { id, revoked: true }, text: "The API token is revoked." };
  },
};

/** `standpipe token …` */
export const run = (argv: readonly string[]): Promise<void> =>
  runActions("token", { create, list, revoke }, argv);
