import { readFile } from "node:fs/promises";
import type { Account } from "../../gateway/accounts/accounts.js";
import { SettingsError, variablePrefix } from "../settings.js";
import { ApiRefusal, type AdminClient } from "./client.js";
import { runActions, type Action, type CommonFlags } from "./command.js";
import { findAccount } from "./find.js";
import { fields, table } from "./table.js";

interface AddFlags extends CommonFlags {
  readonly api?: string;
  readonly region?: string;
  readonly baseUrl?: string;
  readonly keyFile?: string;
  readonly verify: boolean;
}

const add: Action<AddFlags> = {
  about: "Add an account; its key comes from <API>_API_KEY, such as FIREHYDRANT_API_KEY, or --key-file",
  given: "<name>",
  options: {
    api: { string: true, requiresArg: true, describe: "Name of its API; required where there are several" },
    region: {
      string: true,
      requiresArg: true,
      describe: "A region of the API, or sandbox where one runs; the first region by default",
    },
    "base-url": {
      string: true,
      requiresArg: true,
      describe: "Instead of a region: one of STANDPIPE_BASE_URLS",
    },
    "key-file": { string: true, requiresArg: true, describe: "File that holds the API key; - is stdin" },
    verify: {
      boolean: true,
      default: true,
      describe: "Check the key at the API; --no-verify saves it without a check",
    },
  },
  async run(client, { api: given, region, baseUrl, keyFile, verify }, name) {
    const api = await chosenApi(client, given);
    const body = { name, api, api_key: await apiKey(api, keyFile), region, base_url: baseUrl, verify };
    const account = await client.ask<Account>("POST", "/integrated-account", body).catch((error: unknown) => {
      throw withOwnFix(error);
    });
    return { json: account, text: fields({ ...account }) };
  },
};

const list: Action = {
  about: "List accounts",
  async run(client) {
    const accounts = await client.all<Account>("/integrated-account");
    const rows = accounts.map(({ id, name, api, region, base_url, verified_at }) => [
      id,
      name,
      api,
      region ?? base_url,
      verified_at,
    ]);
    return { json: accounts, text: table(["ID", "NAME", "API", "WHERE", "KEY VERIFIED"], rows) };
  },
};

const remove: Action = {
  about: "Delete an account's key and revoke its servers",
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

/** The API that is named, or the only one. @throws SettingsError where there are several and none is named */
async function chosenApi(client: AdminClient, given: string | undefined): Promise<string> {
  const { result } = await client.ask<{ result: { name: string }[] }>("GET", "/apis");
  const names = result.map(({ name }) => name);
  const only = names.length === 1 ? names[0] : undefined;
  const name = given ?? only;
  if (name !== undefined && names.includes(name)) return name;
  throw new SettingsError(`--api takes ${names.join(" or ")}.`);
}

/** The API's own advice is for those who write its JSON. */
function withOwnFix(error: unknown): unknown {
  if (!(error instanceof ApiRefusal) || error.fix === undefined) return error;
  return new ApiRefusal(`${error.message} Pass --no-verify to save the key without a check.`);
}

/** Never a flag: everyone on the machine can see a command line. */
async function apiKey(api: string, keyFile: string | undefined): Promise<string> {
  const variable = `${variablePrefix(api)}_API_KEY`;
  const given = keyFile === undefined ? process.env[variable] : await readKey(keyFile);
  if (given?.trim()) return given.trim();
  throw new SettingsError(`There is no API key. Set ${variable}, or pass a file with --key-file.`);
}

async function readKey(path: string): Promise<string> {
  try {
    return await readFile(path === "-" ? "/dev/stdin" : path, "utf8");
  } catch {
    throw new SettingsError(`${path} can't be read.`);
  }
}
