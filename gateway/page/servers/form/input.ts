import type { Catalogue, Preset } from "../../../../runtime/index.js";
import { printShares, readShares } from "../../../oauth/share-lines.js";
import {
  ownNames,
  serverOptions,
  simpleNames,
  type OwnName,
  type SimpleKind,
  type SimpleName,
} from "../../../options/options.js";
import {
  changedConfig,
  PROPOSED_DAYS,
  proposedConfig,
  type ServerConfig,
  type ServerConfigChange,
} from "../../../server-config.js";
import { sentEnding, type Ending } from "../../expiry.js";
import { first, type Fields } from "../../page-handler.js";
import { leveled, leveledBy, permissionsOf, type Leveled } from "./levels.js";
import { methodsOf, tagsIn, ticked, tickedBy, toolsOf, type Ticked } from "./selection.js";
import type { Sent } from "./sent.js";

/** The values of a server's form, from a config or from a request. */
export interface ServerForm extends Ending, Ticked, Leveled {
  readonly name: string;
  readonly confirmList: string;
  /** The lines for the access of scopes and groups. */
  readonly shares: { readonly scopes: string; readonly groups: string };
  readonly config: ServerConfig;
  /** Whether the form has the list of the tools that are in. */
  readonly isHeldShown: boolean;
}

/** The form of a new server, filled by a preset if one is chosen. */
export function newForm(catalogue: Catalogue, preset?: Preset): ServerForm {
  const config = { ...proposedConfig, ...(preset ? { permissions: preset.groups } : {}) };
  const expires = String((preset?.days ?? PROPOSED_DAYS) * 86_400);
  return formOf(catalogue, { name: "", config, expires_at: null }, expires);
}

interface Shown {
  readonly name: string;
  readonly config: ServerConfig;
  readonly expires_at: string | null;
}

/** The form of an existing server. */
export function formOf(
  catalogue: Catalogue,
  { name, config, expires_at }: Shown,
  expires = "keep",
): ServerForm {
  const { confirm, oauth } = config;
  return {
    name,
    ...tickedBy(catalogue, config),
    ...leveledBy(catalogue, config),
    expires,
    expires_at: expires_at?.slice(0, 16) ?? "",
    confirmList: typeof confirm === "object" ? confirm.join("\n") : "",
    shares: { scopes: printShares(oauth?.scopes), groups: printShares(oauth?.groups) },
    config,
    isHeldShown: false,
  };
}

/** A sent form, with its config. The service checks the config. */
export function sentForm(sent: Sent): ServerForm {
  const { fields } = sent;
  return {
    name: first(fields, "name") ?? "",
    ...ticked(sent),
    ...leveled(sent),
    ...sentEnding(fields),
    confirmList: first(fields, "confirm_list") ?? "",
    shares: { scopes: first(fields, "oauth_scopes") ?? "", groups: first(fields, "oauth_groups") ?? "" },
    config: changedConfig({}, chosenIn(sent)),
    isHeldShown: first(fields, "held_shown") !== undefined || first(fields, "preview") === "held",
  };
}

/** Whether a form is sent only to see more of it, and nothing is made. */
export function isAsking(fields: Fields): boolean {
  return first(fields, "pick") !== undefined || first(fields, "preview") !== undefined;
}

/** The change from one config to another: missing fields are removed. */
export function changeTo(before: ServerConfig, config: ServerConfig): ServerConfigChange {
  const gone = Object.keys(before).filter((name) => !(name in config));
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...config };
}

function chosenIn(sent: Sent): ServerConfigChange {
  const simple = simpleNames.map((name) => [name, readSimple(sent.fields, name)]);
  const own = ownNames.map((name) => [name, ownReaders[name](sent)]);
  return Object.fromEntries([...simple, ...own]) as ServerConfigChange;
}

function readSimple(fields: Fields, name: SimpleName): unknown {
  return simpleReaders[serverOptions[name].kind](first(fields, name));
}

/** Parses a field by kind. Text that is not a number becomes NaN, which the schema refuses. */
const simpleReaders: Readonly<Record<SimpleKind, (text: string | undefined) => unknown>> = {
  number: numberOf,
  choice: (text) => text,
  toggle: (text) => text !== undefined,
  list: (text = "") => (text === "" ? undefined : wordsIn(text)),
};

type OwnReaders = { readonly [Name in OwnName]: (sent: Sent) => ServerConfig[Name] };

const ownReaders: OwnReaders = {
  methods: methodsOf,
  permissions: permissionsOf,
  tags: tagsIn,
  tools: toolsOf,
  require_api_token_auth: ({ fields }) => first(fields, "credential") === "api_token",
  oauth: ({ fields }) => (first(fields, "credential") === "oauth" ? oauthOf(fields) : undefined),
  rate_limit: ({ fields }) => rateOf(first(fields, "rate_calls"), first(fields, "rate_seconds")),
  confirm: ({ fields }) => {
    const chosen = first(fields, "confirm") as ServerConfig["confirm"] | "list";
    return chosen === "list" ? wordsIn(first(fields, "confirm_list") ?? "") : chosen;
  },
};

function oauthOf(fields: Fields): ServerConfig["oauth"] {
  const issuer = first(fields, "oauth_issuer");
  const scopes = readShares(first(fields, "oauth_scopes") ?? "");
  const groups = readShares(first(fields, "oauth_groups") ?? "");
  return {
    ...(issuer === undefined ? {} : { issuer }),
    ...(scopes ? { scopes } : {}),
    ...(groups ? { groups } : {}),
    ...(first(fields, "oauth_without_token") ? { without_token: true } : {}),
  };
}

function rateOf(calls: string | undefined, seconds = "60"): ServerConfig["rate_limit"] {
  return calls === undefined ? undefined : { calls: Number(calls), seconds: Number(seconds) };
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
