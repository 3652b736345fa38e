import { readShares } from "../../gateway/oauth/share-lines.js";
import type { ServerConfigChange } from "../../gateway/server-config.js";
import type { Server } from "../../gateway/servers/server.js";
import { surfaces, type Surface } from "../../runtime/contract/surfaces.js";
import { nameStyles } from "../../runtime/registry/registry.js";
import type { Option } from "yargs";
import { SettingsError } from "../settings.js";
import { runActions, type Action, type CommonFlags } from "./command.js";
import { expiryOf } from "./expiry.js";
import { allServers, findAccount, findServer } from "./find.js";
import { fields, table } from "./table.js";

interface ConfigFlags extends CommonFlags {
  readonly methods?: readonly string[];
  readonly tags?: readonly string[];
  readonly tools?: readonly string[];
  readonly deny?: readonly string[];
  readonly surface?: Surface;
  readonly names?: "canonical" | "managed";
  readonly requireApiToken?: boolean;
  readonly oauth?: boolean;
  readonly oauthScope?: readonly string[];
  readonly oauthGroup?: readonly string[];
  readonly oauthIssuer?: string;
  readonly oauthWithoutToken?: boolean;
  readonly rateLimit?: string;
  readonly resultTokenBudget?: number;
  readonly on429?: "wait" | "pass";
  readonly redact?: readonly string[];
  readonly connectSeconds?: number;
  readonly firstByteSeconds?: number;
  readonly callSeconds?: number;
  readonly resolveNames?: boolean;
  readonly confirm?: readonly string[];
  readonly expires?: string;
}

const list = { array: true, string: true, requiresArg: true, coerce: splitAtCommas } as const;
const lines = { array: true, string: true, requiresArg: true } as const;
const configOptions: Readonly<Record<string, Option>> = {
  methods: { ...list, describe: "Only tools that do this: list get create update delete custom read write" },
  tags: { ...list, describe: "Only tools with any of these tags" },
  tools: { ...list, describe: "Only tools whose names match, such as 'list_*'" },
  deny: { ...list, describe: "No tool whose name matches" },
  surface: { choices: surfaces, describe: "Which tools are listed" },
  names: { choices: nameStyles, describe: "Under which names tools are listed" },
  "require-api-token": { boolean: true, describe: "Want an API token too, in the Authorization header" },
  "oauth-scope": {
    ...lines,
    describe:
      "Have people sign in, and what a scope opens: 'incidents:read = read on incidents', 'staff = all'",
  },
  "oauth-group": { ...lines, describe: "Have people sign in, and what a group opens, in the same way" },
  "oauth-issuer": { string: true, requiresArg: true, describe: "The one issuer whose access tokens count" },
  "oauth-without-token": { boolean: true, describe: "Signing in is enough: a URL without a token works too" },
  oauth: { boolean: true, describe: "--no-oauth: nobody need sign in any more" },
  "rate-limit": { string: true, requiresArg: true, describe: "Calls within seconds, such as 60/60" },
  "result-token-budget": { number: true, requiresArg: true, describe: "Most tokens of a result" },
  "on-429": { choices: ["wait", "pass"], describe: "At the API's rate limit: wait, or say so at once" },
  redact: { ...list, describe: "Hide in results and the log, beside secrets: emails, and fields by name" },
  "connect-seconds": { number: true, requiresArg: true, describe: "Most seconds to reach the API" },
  "first-byte-seconds": { number: true, requiresArg: true, describe: "Most seconds until the API answers" },
  "call-seconds": { number: true, requiresArg: true, describe: "Most seconds of a call" },
  "resolve-names": { boolean: true, describe: "Take names where ids are wanted; --no-resolve-names doesn't" },
  confirm: { ...list, describe: "Ask a person before: none, delete, write, or tool names" },
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
    ...configOptions,
  },
  async run(client, flags, name) {
    const { id } = await findAccount(client, flags.account);
    const body = { name, config: configOf(flags), expires_at: expiryOf(flags.expires) };
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
  options: { name: { string: true, requiresArg: true, describe: "Another name" }, ...configOptions },
  async run(client, flags, given) {
    const { id, integrated_account_id } = await findServer(client, given);
    const config = configOf(flags);
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

function configOf(flags: ConfigFlags): ServerConfigChange {
  const { tools: allow, deny, confirm } = flags;
  const config = {
    methods: flags.methods,
    tags: flags.tags,
    tools: allow || deny ? { allow, deny } : undefined,
    surface: flags.surface,
    names: flags.names,
    require_api_token_auth: flags.requireApiToken,
    oauth: oauthOf(flags),
    rate_limit: rateLimitOf(flags.rateLimit),
    result_token_budget: flags.resultTokenBudget,
    on_429: flags.on429,
    redact: flags.redact,
    connect_seconds: flags.connectSeconds,
    first_byte_seconds: flags.firstByteSeconds,
    call_seconds: flags.callSeconds,
    resolve_names: flags.resolveNames,
    confirm: confirm?.length === 1 && isClass(confirm[0]!) ? confirm[0] : confirm,
  };
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}

function oauthOf(flags: ConfigFlags): ServerConfigChange["oauth"] {
  if (flags.oauth === false) return null;
  const oauth = {
    issuer: flags.oauthIssuer,
    scopes: readShares(flags.oauthScope?.join("\n") ?? ""),
    groups: readShares(flags.oauthGroup?.join("\n") ?? ""),
    without_token: flags.oauthWithoutToken,
  };
  if (flags.oauth && !oauth.scopes && !oauth.groups)
    throw new SettingsError("--oauth-scope or --oauth-group says what a sign-in opens.");
  return Object.values(oauth).some((value) => value !== undefined) ? oauth : undefined;
}

function isClass(text: string): text is "none" | "delete" | "write" {
  return ["none", "delete", "write"].includes(text);
}

function rateLimitOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const [, calls, seconds] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (seconds === undefined) throw new SettingsError("--rate-limit takes calls and seconds, such as 60/60.");
  return { calls: Number(calls), seconds: Number(seconds) };
}

function splitAtCommas(values: readonly string[] | undefined): string[] | undefined {
  return values?.flatMap((value) => value.split(",")).filter((value) => value !== "");
}
