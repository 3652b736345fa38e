import type { Catalogue } from "../runtime/catalogue.js";
import type { NameStyle, Surface, View } from "../runtime/registry.js";
import { select, SelectionError, type Selection } from "../runtime/selection.js";
import { badRequest } from "./error.js";

/** What a server URL may do and how it answers. What is left out is as the runtime has it by default. */
export interface ServerConfig {
  readonly methods?: readonly string[];
  readonly tags?: readonly string[];
  readonly tools?: { readonly allow?: readonly string[]; readonly deny?: readonly string[] };
  readonly surface?: Surface;
  readonly names?: NameStyle;
  /** Wants an API token in the Authorization header beside the URL's own token. */
  readonly require_api_token_auth?: boolean;
  readonly rate_limit?: RateLimitConfig;
  /** Tokens of a result. */
  readonly result_token_budget?: number;
  /** What a read does when the API's rate limit is used up. */
  readonly on_429?: "wait" | "pass";
  /** Whether arguments take names where ids are wanted. */
  readonly resolve_names?: boolean;
  /** Which calls a person must agree to: a class of access, or patterns of tool names. */
  readonly confirm?: Confirm;
}

export type Confirm = "none" | "delete" | "write" | readonly string[];

/** Calls of tools within so many seconds. */
export interface RateLimitConfig {
  readonly calls: number;
  readonly seconds: number;
}

/** A change of a config: what is given replaces, null takes away, the rest stays. */
export type ServerConfigChange = { readonly [Name in keyof ServerConfig]?: ServerConfig[Name] | null };

export function changedConfig(config: ServerConfig, change: ServerConfigChange): ServerConfig {
  const fields = Object.entries({ ...config, ...change }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(fields);
}

/** The runtime's view of what a config asks for. */
export function viewOf({ methods, tags, tools, surface, names }: ServerConfig): View {
  const selection: Selection = { methods, tags, allow: tools?.allow, deny: tools?.deny };
  const restricts = Object.values(selection).some((part) => part !== undefined);
  return { surface, names, ...(restricts ? { selection } : {}) };
}

/**
 * The canonical names of the tools that a config admits.
 * @throws GatewayError 400 that names every fault of the selection, and what would be valid
 */
export function admittedTools(catalogue: Catalogue, config: ServerConfig): readonly string[] {
  const { selection = {} } = viewOf(config);
  const { methods, tags, allow, deny } = selection;
  // Each part by itself first: the runtime stops at the first fault, and all of them are to be named.
  const parts: Readonly<Record<string, Selection>> = {
    "config.methods": { methods },
    "config.tags": { tags },
    "config.tools.allow": { allow },
    "config.tools.deny": { deny },
  };
  const given = Object.entries(parts).filter(([, part]) => Object.values(part)[0] !== undefined);
  const faults = given.flatMap(([name, part]) =>
    faultOf(catalogue, part).map((fault) => `${name}: ${fault}`),
  );
  if (Array.isArray(config.confirm)) {
    const wrong = faultOf(catalogue, { allow: config.confirm });
    faults.push(...wrong.map((fault) => `config.confirm: ${fault.replace("to allow", "to be confirmed")}`));
  }
  if (faults.length > 0) throw badRequest(...faults);
  const together = faultOf(catalogue, selection);
  if (together.length > 0) throw badRequest(...together.map((fault) => `config: ${fault}`));
  return [...select(catalogue, selection)];
}

function faultOf(catalogue: Catalogue, selection: Selection): string[] {
  try {
    select(catalogue, selection);
    return [];
  } catch (error) {
    if (error instanceof SelectionError) return [error.message];
    throw error;
  }
}
