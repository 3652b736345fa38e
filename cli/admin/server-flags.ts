import type { Option } from "yargs";
import { readShares } from "../../gateway/oauth/share-lines.js";
import type { Flag, FlagKind } from "../../gateway/options/option.js";
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
import { changedConfig, type ServerConfigChange } from "../../gateway/server-config.js";
import { SettingsError } from "../settings.js";

/** Flags as yargs reads them, by their names. */
export type FlagValues = Readonly<Record<string, unknown>>;

/** What the flags say of a config. An option without a flag is left out. */
export function choicesOf(flags: FlagValues): ServerConfigChange {
  const simple = simpleNames.map((name) => [name, flags[flagName(name)]]);
  const own = ownNames.map((name) => [name, ownReaders[name](flags)]);
  return Object.fromEntries([...simple, ...own].filter(([, value]) => value !== undefined));
}

/** `call_seconds` is `--call-seconds`. */
function flagName(name: OptionName): string {
  return name.replaceAll("_", "-");
}

function simpleFlag(name: SimpleName): Record<string, Option> {
  const option: SimpleOption = serverOptions[name];
  return {
    [flagName(name)]: {
      ...simpleFlags[option.kind](option as never),
      ...describe(option.about, option.default),
    },
  };
}

function describe(about: string, usual: unknown): Option {
  const words =
    { true: "on by default", false: "off by default" }[String(usual)] ?? `default ${String(usual)}`;
  return { describe: usual === undefined ? about : `${about}; ${words}` };
}

function ownFlags(name: OwnName): Record<string, Option> {
  const flags: Readonly<Record<string, Flag>> = serverOptions[name].flags;
  const options = Object.entries(flags).map(([flag, { takes, about }]) => [
    flag,
    { ...flagKinds[takes], describe: about },
  ]);
  return Object.fromEntries(options);
}

const texts = { array: true, string: true, requiresArg: true } as const;
const flagKinds: Readonly<Record<FlagKind, Option>> = {
  text: { string: true, requiresArg: true },
  toggle: { boolean: true },
  list: { ...texts, coerce: splitAtCommas },
  lines: texts,
};

type OptionOf<Kind> = Extract<SimpleOption, { readonly kind: Kind }>;
type SimpleFlags = { readonly [Kind in SimpleKind]: (option: OptionOf<Kind>) => Option };

const simpleFlags: SimpleFlags = {
  choice: ({ choices }) => ({ choices: Object.keys(choices) }),
  number: () => ({ number: true, requiresArg: true }),
  toggle: () => flagKinds.toggle,
  list: () => flagKinds.list,
};

/** The flags of a server URL's options. */
export const configOptions: Readonly<Record<string, Option>> = Object.fromEntries(
  optionNames.flatMap((name) => Object.entries(isOwn(name) ? ownFlags(name) : simpleFlag(name))),
);

type OwnReaders = { readonly [Name in OwnName]: (flags: FlagValues) => ServerConfigChange[Name] };

const ownReaders: OwnReaders = {
  methods: ({ methods }) => methods as string[] | undefined,
  tags: ({ tags }) => tags as string[] | undefined,
  tools: ({ tools, deny }) =>
    tools || deny ? (changedConfig({}, { allow: tools, deny } as object) as object) : undefined,
  require_api_token_auth: (flags) => flags["require-api-token"] as boolean | undefined,
  oauth: oauthOf,
  rate_limit: (flags) => rateLimitOf(flags["rate-limit"] as string | undefined),
  confirm: ({ confirm }) => confirmOf(confirm as string[] | undefined),
};

function oauthOf(flags: FlagValues): ServerConfigChange["oauth"] {
  if (flags["oauth"] === false) return null;
  const lines = (flag: string) => readShares((flags[flag] as string[] | undefined)?.join("\n") ?? "");
  const oauth = {
    issuer: flags["oauth-issuer"] as string | undefined,
    scopes: lines("oauth-scope"),
    groups: lines("oauth-group"),
    without_token: flags["oauth-without-token"] as boolean | undefined,
  };
  if (flags["oauth"] && !oauth.scopes && !oauth.groups)
    throw new SettingsError(
      "--oauth needs to know what a sign-in gives access to. Pass --oauth-scope or --oauth-group.",
    );
  return Object.values(oauth).some((value) => value !== undefined) ? oauth : undefined;
}

function confirmOf(names: readonly string[] | undefined): ServerConfigChange["confirm"] {
  const only = names?.length === 1 ? names[0] : undefined;
  return confirmClasses.find((one) => one === only) ?? names;
}

function rateLimitOf(text: string | undefined): ServerConfigChange["rate_limit"] {
  if (text === undefined) return undefined;
  const [, calls, seconds] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (seconds === undefined) throw new SettingsError("--rate-limit takes calls and seconds, such as 60/60.");
  return { calls: Number(calls), seconds: Number(seconds) };
}

function splitAtCommas(values: readonly string[] | undefined): string[] | undefined {
  return values?.flatMap((value) => value.split(",")).filter((value) => value !== "");
}
