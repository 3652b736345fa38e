import { readFile } from "node:fs/promises";
import { referencePattern } from "../../gateway/accounts/references/reference.js";
import type { Account } from "../../gateway/accounts/accounts.js";
import { defineGroup } from "../command/command.js";
import { CommandError, UsageError } from "../command/errors.js";
import { text, toggle } from "../command/flags.js";
import { variableText } from "../serve/credentials.js";
import { variablePrefix } from "../../runtime/index.js";
import { isHttpUrl } from "../connect/server-url.js";
import { adminNote, defineAction } from "./action.js";
import { ApiRefusal, type AdminClient } from "./client.js";
import { ruleFlags, rulesFrom } from "./approval-rules.js";
import { findAccount } from "./find.js";
import { withFlagNames } from "./flag-names.js";
import { fields, table } from "./table.js";

const add = defineAction({
  name: "standpipe account add",
  argument: "<name>",
  about: "Add an account; set its key in <API>_API_KEY, such as FIREHYDRANT_API_KEY, or pass --key-file",
  flags: {
    api: text("Name of its API; required where the gateway serves several"),
    region: text("Region of the API, or sandbox where the gateway has one", { shown: "the first one" }),
    "base-url": text("URL of the API instead of a region: one of the gateway's STANDPIPE_BASE_URLS", {
      fault: (given) => (isHttpUrl(given) ? undefined : "an http or https URL"),
    }),
    "key-file": text("File that holds the API key; - reads stdin"),
    "key-reference": text(
      "Where the gateway reads the key, instead of storing it: file:/PATH, env:NAME or exec:COMMAND",
      {
        fault: (given) => (referencePattern.test(given) ? undefined : "file:/PATH, env:NAME or exec:COMMAND"),
      },
    ),
    verify: toggle("Check the key at the API; --no-verify saves it without a check", { default: true }),
  },
  async run(client, { api: given, region, baseUrl, keyFile, keyReference, verify }, name) {
    if (keyFile !== undefined && keyReference !== undefined)
      throw new UsageError("--key-file and --key-reference: only one of them is allowed.");
    const api = await chosenApi(client, given);
    const body = {
      name,
      api: api.name,
      ...(keyReference === undefined
        ? { api_key: await apiKey(api, keyFile) }
        : { key_reference: keyReference }),
      region,
      base_url: baseUrl,
      verify,
    };
    const account = await withFlagNames(fieldFlags, () =>
      client.ask<Account>("POST", "/integrated-account", body),
    ).catch(nameNoVerify);
    return { json: account, text: fields({ ...account }) };
  },
});

const fieldFlags = {
  region: "--region",
  base_url: "--base-url",
  api_key: "The API key",
  key_reference: "--key-reference",
  name: "The name",
};

/** The gateway answers 502 where it could not check the key at the API. */
function nameNoVerify(error: unknown): never {
  if (error instanceof ApiRefusal && error.status === 502)
    throw new CommandError(`${error.message} Pass --no-verify to save the key without a check.`);
  throw error;
}

const list = defineAction({
  name: "standpipe account list",
  about: "List accounts",
  async run(client) {
    const accounts = await client.all<Account>("/integrated-account");
    const rows = accounts.map(({ id, name, api, region, base_url, key_reference, verified_at }) => [
      id,
      name,
      api,
      region ?? base_url,
      key_reference ?? "stored",
      verified_at,
    ]);
    return { json: accounts, text: table(["ID", "NAME", "API", "WHERE", "KEY", "KEY VERIFIED"], rows) };
  },
});

const update = defineAction({
  name: "standpipe account update",
  argument: "<account>",
  about: "Change an account's name, or its rules for the approvals of its server URLs",
  flags: { name: text("New name"), ...ruleFlags },
  async run(client, { name, ...flags }, given) {
    const { id, approvals: before } = await findAccount(client, given);
    const approvals = rulesFrom(flags, before);
    if (name === undefined && approvals === undefined)
      throw new UsageError("Nothing to change. Pass --name, or a flag of approvals.");
    const change = { name, approvals };
    const account = await withFlagNames(ruleFields, () =>
      client.ask<Account>("PATCH", `/integrated-account/${id}`, change),
    );
    return { json: account, text: fields({ ...account }) };
  },
});

const ruleFields = {
  name: "--name",
  "approvals.approvers": "--approvers",
  "approvals.approvals_needed": "--approvals-needed",
  "approvals.approval_minutes": "--approval-minutes",
};

const remove = defineAction({
  name: "standpipe account remove",
  argument: "<account>",
  about: "Delete an account's key and revoke its servers",
  async run(client, _flags, given) {
    const { id, name } = await findAccount(client, given);
    await client.ask("DELETE", `/integrated-account/${id}`);
    return { json: { id, deleted: true }, text: `Account ${name} is deleted and its servers are revoked.` };
  },
});

export const command = defineGroup({
  name: "standpipe account",
  actions: { add, list, update, remove },
  note: adminNote,
});

interface ListedApi {
  readonly name: string;
  readonly credentials: readonly string[];
}

/** The API that is named, or the only one. @throws UsageError where there are several and none is named */
async function chosenApi(client: AdminClient, given: string | undefined): Promise<ListedApi> {
  const { result } = await client.ask<{ result: ListedApi[] }>("GET", "/apis");
  const wanted = given ?? (result.length === 1 ? result[0]!.name : undefined);
  const found = result.find(({ name }) => name === wanted);
  if (found) return found;
  throw new UsageError(`--api takes ${result.map(({ name }) => name).join(" or ")}.`);
}

/** Never a flag: every user of a machine can read the command lines of its processes. */
async function apiKey({ name, credentials }: ListedApi, keyFile: string | undefined): Promise<string> {
  const usual = `${variablePrefix(name)}_API_KEY`;
  const given = keyFile === undefined ? fromEnvironment(credentials, usual) : await readKey(keyFile);
  if (given?.trim()) return given.trim();
  throw new CommandError(
    keyFile === undefined
      ? `The API key is missing. Set ${credentials.length > 1 ? `those you have of ${credentials.join(", ")}` : usual}, or pass --key-file with the path of a file.`
      : `--key-file ${keyFile} is empty. Pass a file that contains the API key.`,
  );
}

/** One key as it is; of several credentials, those that are set, by name. */
function fromEnvironment(credentials: readonly string[], usual: string): string | undefined {
  const set = credentials.flatMap((name) => {
    const value = variableText(name, process.env);
    return value === undefined ? [] : [{ name, value }];
  });
  if (set.length === 1 && set[0]!.name === usual) return set[0]!.value;
  return set.map(({ name, value }) => `${name}=${value}`).join("\n");
}

async function readKey(path: string): Promise<string> {
  try {
    return await readFile(path === "-" ? "/dev/stdin" : path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(
      `--key-file ${path} can't be read (${code}). Pass a file that contains the API key.`,
    );
  }
}
