import { readFile } from "node:fs/promises";
import type { Account } from "../../gateway/accounts/accounts.js";
import { SettingsError } from "../settings.js";
import { runActions, type Action, type CommonFlags } from "./command.js";
import { findAccount } from "./find.js";
import { fields, table } from "./table.js";

interface AddFlags extends CommonFlags {
  readonly region?: string;
  readonly baseUrl?: string;
  readonly keyFile?: string;
  readonly verify: boolean;
}

const add: Action<AddFlags> = {
  about: "Add a FireHydrant organisation; its key comes from FIREHYDRANT_API_KEY or --key-file",
  given: "<name>",
  options: {
    region: { string: true, requiresArg: true, describe: "us (default), eu, or sandbox where one runs" },
    "base-url": {
      string: true,
      requiresArg: true,
      describe: "Instead of a region: one of STANDPIPE_BASE_URLS",
    },
    "key-file": { string: true, requiresArg: true, describe: "File that holds the API key; - is stdin" },
    verify: {
      boolean: true,
      default: true,
      describe: "Ask FireHydrant whether it takes the key; --no-verify doesn't",
    },
  },
  async run(client, { region, baseUrl, keyFile, verify }, name) {
    const body = { name, api_key: await apiKey(keyFile), region, base_url: baseUrl, verify };
    const account = await client.ask<Account>("POST", "/integrated-account", body);
    return { json: account, text: fields({ ...account }) };
  },
};

const list: Action = {
  about: "List accounts",
  async run(client) {
    const accounts = await client.all<Account>("/integrated-account");
    const rows = accounts.map(({ id, name, region, base_url, verified_at }) => [
      id,
      name,
      region ?? base_url,
      verified_at,
    ]);
    return { json: accounts, text: table(["ID", "NAME", "WHERE", "KEY VERIFIED"], rows) };
  },
};

const remove: Action = {
  about: "Forget an account's key and revoke its servers",
  given: "<account>",
  async run(client, _flags, given) {
    const { id, name } = await findAccount(client, given);
    await client.ask("DELETE", `/integrated-account/${id}`);
    return { json: { id, deleted: true }, text: `Account ${name} is deleted and its servers are revoked.` };
  },
};

/** `standpipe account …` */
export const run = (argv: readonly string[]): Promise<void> =>
  runActions("account", { add, list, remove }, argv);

/** Never a flag: what stands on a command line is for everyone on the machine to see. */
async function apiKey(keyFile: string | undefined): Promise<string> {
  const given = keyFile === undefined ? process.env["FIREHYDRANT_API_KEY"] : await readKey(keyFile);
  if (given?.trim()) return given.trim();
  throw new SettingsError("There is no API key: set FIREHYDRANT_API_KEY, or name a file with --key-file.");
}

async function readKey(path: string): Promise<string> {
  try {
    return await readFile(path === "-" ? "/dev/stdin" : path, "utf8");
  } catch {
    throw new SettingsError(`${path} can't be read.`);
  }
}
