import {
  accesses,
  type Catalogue,
  methodGroups,
  select,
  SelectionError,
  tagsOf,
} from "../../../../runtime/index.js";
import type { ServerConfig } from "../../../server-config.js";
import { first, type Fields } from "../../page-handler.js";

/** A sent form, and the data to read it with. */
export interface Sent {
  readonly fields: Fields;
  readonly catalogue: Catalogue;
  /** The config of an existing server. */
  readonly before?: ServerConfig;
}

/** The checkboxes that select tools. */
export interface Ticked {
  readonly methods: ReadonlySet<string>;
  /** An empty set selects all tags. */
  readonly tags: ReadonlySet<string>;
  /** A server has those that its methods and tags allow. */
  readonly tools: ReadonlySet<string>;
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
  };
}

export function ticked({ fields }: Sent): Ticked {
  return {
    methods: new Set(fields["methods"] ?? []),
    tags: new Set(fields["tags"] ?? []),
    tools: new Set(fields["tool"] ?? []),
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

/** The shortest lists for the ticked tools. */
export function toolsOf(sent: Sent): ServerConfig["tools"] {
  const { catalogue, before } = sent;
  const { tools, later } = ticked(sent);
  const shape: ServerConfig = { methods: methodsOf(sent), tags: tagsIn(sent) };
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

function admitted(catalogue: Catalogue, { methods, tags, tools }: ServerConfig): string[] {
  try {
    return [...select(catalogue, { methods, tags, allow: tools?.allow, deny: tools?.deny })];
  } catch (error) {
    if (error instanceof SelectionError) return [];
    throw error;
  }
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value));
}
