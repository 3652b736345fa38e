import { readShares } from "../../gateway/oauth/share-lines.js";
import type { FlagKind, Flag as OwnFlag } from "../../gateway/options/option.js";
import {
  confirmClasses,
  isOwn,
  optionNames,
  ownNames,
  serverOptions,
  simpleNames,
  type OptionName,
  type OwnName,
  type SimpleKind,
  type SimpleName,
  type SimpleOption,
} from "../../gateway/options/options.js";
import type { ServerConfigChange } from "../../gateway/server-config.js";
import { UsageError } from "../command/errors.js";
import { choice, lines, list, number, text, toggle, type Flag, type Flags } from "../command/flags.js";
import { camelCase } from "../command/parse.js";
import { redactFlag, selectionFlags } from "../tool-flags.js";

/** Values of flags by name in camel case. */
type FlagValues = Readonly<Record<string, unknown>>;

/** The config from the flags. An option without a flag is left out. */
export function choicesOf(flags: FlagValues): ServerConfigChange {
  const simple = simpleNames.map((name) => [name, flags[camelCase(flagName(name))]] as const);
  const own = ownNames.map((name) => [name, ownReaders[name](flags)] as const);
  return Object.fromEntries<unknown>([...simple, ...own].filter(([, value]) => value !== undefined));
}

/** `call_seconds` is `--call-seconds`. */
function flagName(name: OptionName): string {
  return name.replaceAll("_", "-");
}

type OptionOf<Kind> = Extract<SimpleOption, { readonly kind: Kind }>;
type SimpleFlags = {
  readonly [Kind in SimpleKind]: (option: OptionOf<Kind>, shown: string | undefined) => Flag<unknown>;
};

const simpleFlags: SimpleFlags = {
  choice: ({ about, choices }, shown) => choice(about, Object.keys(choices), { shown }),
  number: ({ about, least, most, step }, shown) =>
    number(about, step === "any" ? { least, most, shown, fractions: true } : { least, most, shown }),
  toggle: ({ about }, shown) => toggle(about, { shown }),
  list: ({ about }) => list(about),
};

const ownFlags: Readonly<Record<FlagKind, (about: string) => Flag<unknown>>> = {
  text: (about) => text(about),
  toggle: (about) => toggle(about),
  list: (about) => list(about),
  lines: (about) => lines(about),
};

const ratePattern = /^(\d+)\/(\d+)$/;

/** Flags that are checked here more strictly than by the gateway. */
const checkedFlags: Flags = {
  methods: selectionFlags.methods,
  redact: redactFlag,
  "rate-limit": text(serverOptions.rate_limit.flags["rate-limit"].about, {
    fault: (given) => (ratePattern.test(given) ? undefined : "calls and seconds, such as 60/60"),
  }),
};

/** The flags of a server URL's options. */
const optionFlags: Flags = Object.fromEntries(optionNames.flatMap((name) => Object.entries(flagsOf(name))));

function flagsOf(name: OptionName): Flags {
  const flags = isOwn(name) ? ownFlagsOf(name) : { [flagName(name)]: simpleFlag(name) };
  return Object.fromEntries(Object.entries(flags).map(([flag, made]) => [flag, checkedFlags[flag] ?? made]));
}

function simpleFlag(name: SimpleName): Flag<unknown> {
  const option: SimpleOption = serverOptions[name];
  const shown = option.default === undefined ? undefined : String(option.default);
  return simpleFlags[option.kind](option as never, shown);
}

function ownFlagsOf(name: OwnName): Flags {
  const flags: Readonly<Record<string, OwnFlag>> = serverOptions[name].flags;
  return Object.fromEntries(
    Object.entries(flags).map(([flag, { takes, about }]) => [flag, ownFlags[takes](about)]),
  );
}

/** Adds the flags of a server URL's options, which `choicesOf` reads. */
export function withOptionFlags<Own extends Flags>(own: Own): Own {
  return { ...own, ...optionFlags };
}

/** Flags by the field of the API that a fault names. The longest path that fits counts. */
export const fieldFlags: Readonly<Record<string, string>> = {
  ...Object.fromEntries(optionNames.map((name) => [`config.${name}`, `--${Object.keys(flagsOf(name))[0]}`])),
  "config.tools.deny": "--deny",
  "config.oauth.groups": "--oauth-group",
  "config.oauth.issuer": "--oauth-issuer",
  "config.oauth.without_token": "--oauth-without-token",
  config: "--methods, --permissions, --tags, --tools, --deny",
  name: "--name",
  expires_at: "--expires",
};

type OwnReaders = { readonly [Name in OwnName]: (flags: FlagValues) => ServerConfigChange[Name] };

const ownReaders: OwnReaders = {
  methods: ({ methods }) => methods as string[] | undefined,
  permissions: ({ permissions }) => permissionsOf(permissions as string[] | undefined),
  tags: ({ tags }) => tags as string[] | undefined,
  tools: toolsOf,
  require_api_token_auth: ({ requireApiToken }) => requireApiToken as boolean | undefined,
  oauth: oauthOf,
  rate_limit: ({ rateLimit }) => rateLimitOf(rateLimit as string | undefined),
  confirm: ({ confirm }) => confirmOf(confirm as string[] | undefined),
};

/** The gateway checks groups and levels. */
function permissionsOf(given: readonly string[] | undefined): ServerConfigChange["permissions"] {
  const parts = given?.map((one) => {
    const at = one.lastIndexOf("=");
    if (at < 1) throw new UsageError(`--permissions: ${one} has no level. Write it like incidents=read.`);
    return [one.slice(0, at), one.slice(at + 1)];
  });
  return parts && (Object.fromEntries(parts) as ServerConfigChange["permissions"]);
}

function toolsOf({ tools, deny }: FlagValues): ServerConfigChange["tools"] {
  const given = Object.entries({ allow: tools, deny }).filter(([, patterns]) => patterns !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function oauthOf(flags: FlagValues): ServerConfigChange["oauth"] {
  if (flags["oauth"] === false) return null;
  const shares = (flag: string) => readShares((flags[flag] as string[] | undefined)?.join("\n") ?? "");
  const oauth = {
    issuer: flags["oauthIssuer"] as string | undefined,
    scopes: shares("oauthScope"),
    groups: shares("oauthGroup"),
    without_token: flags["oauthWithoutToken"] as boolean | undefined,
  };
  if (oauth.scopes || oauth.groups) return oauth;
  const alone = Object.entries({
    "--oauth-issuer": oauth.issuer,
    "--oauth-without-token": oauth.without_token,
    "--oauth": flags["oauth"],
  }).find(([, value]) => value !== undefined);
  if (alone === undefined) return undefined;
  throw new UsageError(
    `${alone[0]} alone does not say what people may use after sign-in. Pass --oauth-scope or --oauth-group.`,
  );
}

function confirmOf(names: readonly string[] | undefined): ServerConfigChange["confirm"] {
  const only = names?.length === 1 ? names[0] : undefined;
  return confirmClasses.find((one) => one === only) ?? names;
}

function rateLimitOf(given: string | undefined): ServerConfigChange["rate_limit"] {
  const [, calls, seconds] = ratePattern.exec(given ?? "") ?? [];
  return seconds === undefined ? undefined : { calls: Number(calls), seconds: Number(seconds) };
}
