import type { Catalogue } from "../../../../runtime/contract/catalogue.js";
import { accesses, methodGroups } from "../../../../runtime/registry/methods.js";
import { select, SelectionError, tagsOf } from "../../../../runtime/registry/selection.js";
import { printShares, readShares } from "../../../oauth/share-lines.js";
import type { OAuth } from "../../../oauth/shares.js";
import { changedConfig, type ServerConfig, type ServerConfigChange } from "../../../server-config.js";
import { sentEnding, type Ending } from "../../expiry.js";
import { first, type Fields } from "../../page-handler.js";

/** Kinds of access as the form lists them. */

/** What a form of a server shows, whether it comes from a config or was sent. */
export interface ServerForm extends Ending {
  readonly name: string;
  readonly methods: ReadonlySet<string>;
  /** None of them stands for all. */
  readonly tags: ReadonlySet<string>;
  /** Ticked tools: a server holds those of them that its methods and tags admit. */
  readonly tools: ReadonlySet<string>;
  /** Whether tools that a later release adds are held too. */
  readonly later: "include" | "exclude";
  readonly confirmList: string;
  /** What scopes and groups open, as it is written. */
  readonly shares: { readonly scopes: string; readonly groups: string };
  readonly config: ServerConfig;
}

/** A new server's form. Deleting is asked about unless somebody says otherwise. */
export function newForm(catalogue: Catalogue): ServerForm {
  return formOf(catalogue, { name: "", config: { confirm: "delete" }, expires_at: null }, "never");
}

/** The form of a server as it is. */
export function formOf(
  catalogue: Catalogue,
  {
    name,
    config,
    expires_at,
  }: { readonly name: string; readonly config: ServerConfig; readonly expires_at: string | null },
  expires = "keep",
): ServerForm {
  const { confirm } = config;
  return {
    name,
    methods: new Set((config.methods ?? accesses).flatMap((method) => methodGroups[method] ?? [])),
    tags: new Set(config.tags ?? []),
    tools: ticked(catalogue, config),
    later: config.tools?.allow ? "exclude" : "include",
    expires,
    expires_at: expires_at?.slice(0, 16) ?? "",
    confirmList: typeof confirm === "object" ? confirm.join("\n") : "",
    shares: { scopes: printShares(config.oauth?.scopes), groups: printShares(config.oauth?.groups) },
    config,
  };
}

/** What was sent, as the form shows it and as the config asked for. Faults of the config are the service's to find. */
export function sentForm(catalogue: Catalogue, fields: Fields, before?: ServerConfig): ServerForm {
  const methods = new Set(fields["methods"] ?? []);
  const tags = new Set(fields["tags"] ?? []);
  const tools = new Set(fields["tool"] ?? []);
  const later = first(fields, "later") === "exclude" ? "exclude" : "include";
  const confirmList = first(fields, "confirm_list") ?? "";
  const credential = first(fields, "credential");
  const shares = {
    scopes: first(fields, "oauth_scopes") ?? "",
    groups: first(fields, "oauth_groups") ?? "",
  };
  const shape: ServerConfig = {
    methods: methodsOf(methods, before),
    tags: tags.size === 0 || tags.size === tagsOf(catalogue).length ? undefined : [...tags],
  };
  const config = changedConfig({}, {
    ...shape,
    tools: toolsOf(catalogue, shape, tools, later, before),
    surface: chosen(first(fields, "surface"), "curated"),
    names: chosen(first(fields, "names"), "canonical"),
    confirm: confirmOf(first(fields, "confirm"), confirmList),
    require_api_token_auth: credential === "api_token" ? true : undefined,
    oauth: credential === "oauth" ? oauthOf(fields, shares) : undefined,
    rate_limit: rateOf(first(fields, "rate_calls"), first(fields, "rate_seconds")),
    result_token_budget: numberOf(first(fields, "result_token_budget")),
    connect_seconds: numberOf(first(fields, "connect_seconds")),
    first_byte_seconds: numberOf(first(fields, "first_byte_seconds")),
    call_seconds: numberOf(first(fields, "call_seconds")),
    redact: someOf(wordsIn(first(fields, "redact") ?? "")),
    on_429: chosen(first(fields, "on_429"), "wait"),
    resolve_names: first(fields, "resolve_names") ? undefined : false,
  } as ServerConfigChange);
  return {
    name: first(fields, "name") ?? "",
    methods,
    tags,
    tools,
    later,
    ...sentEnding(fields),
    confirmList,
    shares,
    config,
  };
}

function oauthOf(fields: Fields, shares: ServerForm["shares"]): OAuth {
  const issuer = first(fields, "oauth_issuer");
  const [scopes, groups] = [readShares(shares.scopes), readShares(shares.groups)];
  return {
    ...(issuer === undefined ? {} : { issuer }),
    ...(scopes ? { scopes } : {}),
    ...(groups ? { groups } : {}),
    ...(first(fields, "oauth_without_token") ? { without_token: true } : {}),
  };
}

/** The change that makes a config into another one: what it no longer says is taken away. */
export function changeTo(before: ServerConfig, config: ServerConfig): ServerConfigChange {
  const gone = Object.keys(before).filter((name) => !(name in config));
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...config };
}

function methodsOf(
  methods: ReadonlySet<string>,
  before: ServerConfig | undefined,
): readonly string[] | undefined {
  if (accesses.every((access) => methods.has(access))) return undefined;
  // The groups that somebody wrote elsewhere stay as they are where they still say the same.
  const kept = before?.methods;
  const same = kept && sameSet(new Set(kept.flatMap((method) => methodGroups[method] ?? [])), methods);
  return same ? kept : [...methods];
}

/** The shortest way to say which of the matching tools are ticked. */
function toolsOf(
  catalogue: Catalogue,
  shape: ServerConfig,
  tools: ReadonlySet<string>,
  later: "include" | "exclude",
  before: ServerConfig | undefined,
): ServerConfig["tools"] {
  const matching = admitted(catalogue, shape);
  const held = matching.filter((name) => tools.has(name));
  const isLater = before?.tools?.allow ? "exclude" : "include";
  const kept = admitted(catalogue, { ...shape, tools: before?.tools });
  if (before?.tools && isLater === later && sameSet(new Set(kept), new Set(held))) return before.tools;
  if (later === "exclude") return { allow: held };
  const deny = matching.filter((name) => !tools.has(name));
  return deny.length === 0 ? undefined : { deny };
}

function admitted(catalogue: Catalogue, { methods, tags, tools }: ServerConfig): string[] {
  try {
    return [...select(catalogue, { methods, tags, allow: tools?.allow, deny: tools?.deny })];
  } catch (error) {
    if (error instanceof SelectionError) return [];
    throw error;
  }
}

function ticked(catalogue: Catalogue, { tools }: ServerConfig): ReadonlySet<string> {
  return new Set(tools ? admitted(catalogue, { tools }) : catalogue.tools.map(({ name }) => name));
}

function confirmOf(confirm: string | undefined, list: string): ServerConfig["confirm"] {
  if (confirm === "list") return wordsIn(list);
  return confirm === "delete" || confirm === "write" ? confirm : undefined;
}

function rateOf(calls: string | undefined, seconds: string | undefined) {
  if (calls === undefined) return undefined;
  return { calls: numberOf(calls), seconds: numberOf(seconds ?? "60") };
}

function someOf(words: readonly string[]): readonly string[] | undefined {
  return words.length > 0 ? words : undefined;
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function chosen(value: string | undefined, usual: string): string | undefined {
  return value === usual ? undefined : value;
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value));
}
