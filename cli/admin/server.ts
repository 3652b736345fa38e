import type { Option } from "yargs";
import { proposedConfig } from "../../gateway/server-config.js";
import type { Server } from "../../gateway/servers/server.js";
import { runActions, type Action, type CommonFlags } from "./command.js";
import { expiryOf } from "./expiry.js";
import { allServers, findAccount, findServer } from "./find.js";
import { choicesOf, configOptions } from "./server-flags.js";
import { fields, table } from "./table.js";

interface ConfigFlags extends CommonFlags {
  readonly expires?: string;
}

const settingOptions: Readonly<Record<string, Option>> = {
  ...configOptions,
  expires: { string: true, requiresArg: true, describe: "When it ends: an ISO time, 12h, 30d, or never" },
};

type Told = Server & {
  readonly token: string;
  readonly url: string;
  readonly previous_token_valid_until?: string;
};

const create: Action<ConfigFlags & { readonly account?: string }> = {
  about: "Make a server URL",
  given: "<name>",
  options: {
    account: {
      string: true,
      requiresArg: true,
      describe: "Id or name of the account; needed where there are several",
    },
    ...settingOptions,
  },
  async run(client, flags, name) {
    const { id } = await findAccount(client, flags.account);
    const config = { ...proposedConfig, ...choicesOf({ ...flags }) };
    const body = { name, config, expires_at: expiryOf(flags.expires) };
    return told(await client.ask<Told>("POST", `/integrated-account/${id}/mcp`, body));
  },
};

const listServers: Action<CommonFlags & { readonly account?: string; readonly revoked: boolean }> = {
  about: "List server URLs",
  options: {
    account: { string: true, requiresArg: true, describe: "Only this account's" },
    revoked: { boolean: true, default: false, describe: "Revoked ones too" },
  },
  async run(client, { account, revoked }) {
    const servers = await allServers(client, account, revoked);
    const rows = servers.map((one) => [
      one.id,
      one.name,
      one.state,
      one.tool_count,
      one.expires_at,
      one.last_used_at,
    ]);
    return { json: servers, text: table(["ID", "NAME", "STATE", "TOOLS", "EXPIRES", "LAST USED"], rows) };
  },
};

const show: Action = {
  about: "Show a server",
  given: "<server>",
  async run(client, _flags, given) {
    const server = await findServer(client, given);
    return { json: server, text: fields({ ...server }) };
  },
};

const update: Action<ConfigFlags & { readonly name?: string }> = {
  about: "Change a server; what isn't named stays",
  given: "<server>",
  options: { name: { string: true, requiresArg: true, describe: "New name" }, ...settingOptions },
  async run(client, flags, given) {
    const { id, integrated_account_id } = await findServer(client, given);
    const config = choicesOf({ ...flags });
    const body = {
      name: flags.name,
      config: Object.keys(config).length > 0 ? config : undefined,
      expires_at: expiryOf(flags.expires),
    };
    const server = await client.ask<Server>(
      "PATCH",
      `/integrated-account/${integrated_account_id}/mcp/${id}`,
      body,
    );
    return { json: server, text: fields({ ...server }) };
  },
};

const rotate: Action<CommonFlags & { readonly overlap?: number }> = {
  about: "Give a server a new URL; the old one works on for a while",
  given: "<server>",
  options: {
    overlap: { number: true, requiresArg: true, describe: "Seconds for which the old URL works; 86400" },
  },
  async run(client, { overlap }, given) {
    const { id, integrated_account_id } = await findServer(client, given);
    const path = `/integrated-account/${integrated_account_id}/mcp/${id}/rotate`;
    return told(await client.ask<Told>("POST", path, { overlap_seconds: overlap }));
  },
};

const revoke: Action = {
  about: "Revoke a server: its URL opens nothing any more",
  given: "<server>",
  async run(client, _flags, given) {
    const { id, name, integrated_account_id } = await findServer(client, given);
    await client.ask("DELETE", `/integrated-account/${integrated_account_id}/mcp/${id}`);
    return { json: { id, revoked: true }, text: `Server ${name} is revoked.` };
  },
};

/** `standpipe server …` */
export const run = (argv: readonly string[]): Promise<void> =>
  runActions("server", { create, list: listServers, show, update, rotate, revoke }, argv);

function told({ url, token, ...server }: Told) {
  const text = `${fields(server)}\n\nServer URL, shown this once:\n${url}`;
  return { json: { ...server, token, url }, text };
}
