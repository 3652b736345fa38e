import type { Catalogue } from "../../../runtime/index.js";
import { printShares } from "../../oauth/share-lines.js";
import { isOwn, optionNames, serverOptions, type OwnName, type SimpleName } from "../../options/options.js";
import { defaultOf, type ServerConfig } from "../../server-config.js";
import { confirmWords } from "./form/confirm.js";

type Row = readonly [label: string, words: string];

/** A config as text: one row per option, and several for sign-in. */
export function configWords(config: ServerConfig, catalogue?: Catalogue): readonly Row[] {
  return optionNames.flatMap((name) =>
    isOwn(name) ? ownRows[name](config) : [[serverOptions[name].label, simpleWords(name, config, catalogue)]],
  );
}

/** Lists that mean everybody if they are empty. */
const whenEmpty: Partial<Record<SimpleName, string>> = {
  approvers: "everybody whose role may approve",
};

function simpleWords(name: SimpleName, config: ServerConfig, catalogue?: Catalogue): string {
  const option = serverOptions[name];
  const value = config[name] ?? defaultOf(name, catalogue);
  switch (option.kind) {
    case "number":
      return String(value);
    case "toggle":
      return value ? "yes" : "no";
    case "choice":
      return (option.choices as Record<string, string>)[value as string] ?? "the API's default";
    case "list":
      return value === undefined ? (whenEmpty[name] ?? "none") : (value as string[]).join(", ");
  }
}

const row =
  (label: string, words: (config: ServerConfig) => string) =>
  (config: ServerConfig): Row[] => [[label, words(config)]];
const several = (names: readonly string[] | undefined, none: string) => names?.join(", ") ?? none;

const ownRows: { readonly [Name in OwnName]: (config: ServerConfig) => readonly Row[] } = {
  methods: row(serverOptions.methods.label, ({ methods }) => several(methods, "all")),
  permissions: ({ permissions }) =>
    permissions ? [[serverOptions.permissions.label, permissionWords(permissions)]] : [],
  tags: row(serverOptions.tags.label, ({ tags }) => several(tags, "all")),
  tools: ({ tools = {} }) => [
    ...(tools.allow ? [["Only tools", tools.allow.join(", ")] as const] : []),
    ...(tools.deny ? [["Without tools", tools.deny.join(", ")] as const] : []),
  ],
  require_api_token_auth: row(serverOptions.require_api_token_auth.label, (config) =>
    config.require_api_token_auth ? "required" : "not required",
  ),
  oauth: ({ oauth }) => (oauth ? signInRows(oauth) : [[serverOptions.oauth.label, "not required"]]),
  rate_limit: row(serverOptions.rate_limit.label, ({ rate_limit: limit }) =>
    limit ? `${limit.calls} in ${limit.seconds} s` : "none",
  ),
  confirm: row(serverOptions.confirm.label, ({ confirm = serverOptions.confirm.default }) =>
    typeof confirm === "string" ? confirmWords[confirm] : `Calls of ${confirm.join(", ")}`,
  ),
};

function permissionWords(permissions: NonNullable<ServerConfig["permissions"]>): string {
  return Object.entries(permissions)
    .map(([group, level]) => `${group === "*" ? "all other groups" : group}: ${level}`)
    .join(", ");
}

function signInRows(oauth: NonNullable<ServerConfig["oauth"]>): Row[] {
  const { issuer = "any provider that the operator set up", scopes, groups, without_token } = oauth;
  const access = (shares: typeof scopes) => printShares(shares).replaceAll("\n", "; ");
  return [
    ["Sign-in at", issuer],
    ...(scopes ? [["Access by scope", access(scopes)] as const] : []),
    ...(groups ? [["Access by group", access(groups)] as const] : []),
    ["Token in the URL", without_token ? "not required" : "required"],
  ];
}
