import {
  accesses,
  type Catalogue,
  methodGroups,
  select,
  SelectionError,
  tagsOf,
} from "../../../../runtime/index.js";
import type { ServerConfig } from "../../../server-config.js";
import { viewOf } from "../../../server-selection.js";
import { first } from "../../page-handler.js";
import { permissionsOf } from "./levels.js";
import type { Sent } from "./sent.js";

/** The checkboxes that select tools. */
export interface Ticked {
  readonly methods: ReadonlySet<string>;
  /** An empty set selects all tags. */
  readonly tags: ReadonlySet<string>;
  /** A server has those that its methods and tags allow. */
  readonly tools: ReadonlySet<string>;
  /** Whether the form has the list of single tools. */
  readonly isPicked: boolean;
  /** Whether the server also gets tools of later releases. */
  readonly later: "include" | "exclude";
}

export function tickedBy(catalogue: Catalogue, { methods, tags, tools }: ServerConfig): Ticked {
  const all = catalogue.tools.map(({ name }) => name);
  return {
    methods: new Set((methods ?? accesses).flatMap(accessesOf)),
    tags: new Set(tags ?? []),
    tools: new Set(tools ? admitted(catalogue, { tools }) : all),
    later: tools?.allow ? "exclude" : "include",
    isPicked: tools !== undefined,
  };
}

export function ticked({ fields, catalogue }: Sent): Ticked {
  // The list opens with all tools ticked.
  const isOpening = first(fields, "picked") === undefined;
  const all = catalogue.tools.map(({ name }) => name);
  return {
    methods: new Set(fields["methods"] ?? []),
    tags: new Set(fields["tags"] ?? []),
    tools: new Set(isOpening ? all : (fields["tool"] ?? [])),
    isPicked: first(fields, "picked") !== undefined || first(fields, "pick") !== undefined,
    later: first(fields, "later") === "exclude" ? "exclude" : "include",
  };
}

export function methodsOf(sent: Sent): ServerConfig["methods"] {
  const { methods } = ticked(sent);
  if (accesses.every((access) => methods.has(access))) return undefined;
  // A config may name a group such as `read`. It stays while it has the same meaning.
  const kept = sent.before?.methods;
  return kept && sameSet(new Set(kept.flatMap(accessesOf)), methods) ? kept : [...methods];
}

export function tagsIn(sent: Sent): ServerConfig["tags"] {
  const { tags } = ticked(sent);
  return tags.size === 0 || tags.size === tagsOf(sent.catalogue).length ? undefined : [...tags];
}

/** The shortest lists for the ticked tools. A form without the list of tools keeps what the server has. */
export function toolsOf(sent: Sent): ServerConfig["tools"] {
  const { catalogue, before, fields } = sent;
  if (first(fields, "picked") === undefined) return before?.tools;
  const { tools, later } = ticked(sent);
  const shape: ServerConfig = {
    methods: methodsOf(sent),
    permissions: permissionsOf(sent),
    tags: tagsIn(sent),
  };
  const matching = admitted(catalogue, shape);
  const chosen = matching.filter((name) => tools.has(name));
  const isLater = before?.tools?.allow ? "exclude" : "include";
  const kept = admitted(catalogue, { ...shape, tools: before?.tools });
  if (before?.tools && isLater === later && sameSet(new Set(kept), new Set(chosen))) return before.tools;
  if (later === "exclude") return { allow: chosen };
  const deny = matching.filter((name) => !tools.has(name));
  return deny.length === 0 ? undefined : { deny };
}

function accessesOf(method: string): readonly string[] {
  return methodGroups[method] ?? [];
}

function admitted(catalogue: Catalogue, config: ServerConfig): string[] {
  try {
    return [...select(catalogue, viewOf(config).selection ?? {})];
  } catch (error) {
    if (error instanceof SelectionError) return [];
    throw error;
  }
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value));
}
