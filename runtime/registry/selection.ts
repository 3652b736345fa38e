import { suggestion } from "../text/nearest.js";
import type { Catalogue, IndexEntry } from "../contract/catalogue.js";
import { matches } from "./glob.js";
import { methodGroups } from "./methods.js";

/** Which tools exist for a client. What is left out doesn't restrict; of what is given, everything must admit a tool. */
export interface Selection {
  /** Kinds of access and groups of them: list, get, create, update, delete, custom, read, write. */
  readonly methods?: readonly string[];
  /** Any of these admits. */
  readonly tags?: readonly string[];
  /** Tool names in which `*` stands for anything; one without `*` may be any name that the tool answers to. */
  readonly allow?: readonly string[];
  /** As `allow`, and stronger. */
  readonly deny?: readonly string[];
  /** Parts of which at least one must admit a tool too; of an empty list none does. */
  readonly anyOf?: readonly Selection[];
}

/** A selection that can't be made; its message says what would do. */
export class SelectionError extends Error {
  override readonly name = "SelectionError";
}

/**
 * The canonical names of the tools that a selection admits.
 * @throws SelectionError for a method, tag or name that the catalogue doesn't have, and when no tool is left.
 */
export function select(catalogue: Catalogue, selection: Selection): ReadonlySet<string> {
  const admits = admission(catalogue, selection);
  const visible = catalogue.tools
    .map(({ name }) => name)
    .filter((name) => admits(name, catalogue.index[name]!));
  if (visible.length === 0) throw nothingLeft(catalogue, tagsOf(catalogue));
  return new Set(visible);
}

type Admission = (name: string, entry: IndexEntry) => boolean;

function admission(catalogue: Catalogue, selection: Selection): Admission {
  const methods = known("method", selection.methods, Object.keys(methodGroups));
  const wanted = known("tag", selection.tags, tagsOf(catalogue));
  const accesses = methods && new Set(methods.flatMap((method) => methodGroups[method]!));
  const allowed = named(catalogue, "allow", selection.allow);
  const denied = named(catalogue, "deny", selection.deny);
  const parts = selection.anyOf?.map((part) => admission(catalogue, part));
  return (name, entry) => {
    if (accesses && !accesses.has(entry.access)) return false;
    if (wanted && !entry.tags.some((tag) => wanted.includes(tag))) return false;
    if (parts && !parts.some((admits) => admits(name, entry))) return false;
    return (!allowed || allowed.has(name)) && !denied?.has(name);
  };
}

/** All tags of the tools in a catalogue, or of the visible ones, in the order of the alphabet. */
export function tagsOf(catalogue: Catalogue, visible?: ReadonlySet<string>): string[] {
  const entries = Object.entries(catalogue.index).filter(([name]) => visible?.has(name) ?? true);
  return [...new Set(entries.flatMap(([, { tags }]) => tags))].sort();
}

function known(kind: string, given: readonly string[] | undefined, valid: readonly string[]) {
  if (given === undefined) return undefined;
  // An empty list must not widen what it was meant to narrow.
  if (given.length === 0)
    throw new SelectionError(`No ${kind} is named. Valid ${kind}s: ${valid.join(", ")}.`);
  const wrong = given.find((name) => !valid.includes(name));
  if (wrong === undefined) return given;
  const near = suggestion(wrong, valid);
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new SelectionError(`Unknown ${kind} "${wrong}".${hint} Valid ${kind}s: ${valid.join(", ")}.`);
}

/** Canonical names that patterns match. A pattern that matches nothing is a slip, and a risk where it was to deny. */
function named(catalogue: Catalogue, kind: "allow" | "deny", patterns: readonly string[] | undefined) {
  if (patterns === undefined) return undefined;
  if (patterns.length === 0 && kind === "allow")
    throw new SelectionError("The list of allowed tools is empty.");
  const names = new Set<string>();
  for (const pattern of patterns) {
    const found = catalogue.tools.filter(({ name }) => answersTo(pattern, name, catalogue.index[name]!));
    if (found.length === 0) throw noSuchTool(catalogue, kind, pattern);
    for (const { name } of found) names.add(name);
  }
  return names;
}

function answersTo(pattern: string, name: string, { aliases, managed }: IndexEntry): boolean {
  if (matches(pattern, name)) return true;
  // A rename must not bring back what a former name denies.
  return pattern === managed || aliases.some((alias) => matches(pattern, alias));
}

function noSuchTool(catalogue: Catalogue, kind: string, pattern: string): SelectionError {
  const near = suggestion(
    pattern,
    catalogue.tools.map(({ name }) => name),
  );
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  return new SelectionError(`No tool matches "${pattern}", which is to ${kind}.${hint}`);
}

function nothingLeft(catalogue: Catalogue, tags: readonly string[]): SelectionError {
  return new SelectionError(
    `The selection leaves none of the ${catalogue.tools.length} tools. ` +
      `Methods: ${Object.keys(methodGroups).join(", ")}. Tags: ${tags.join(", ")}.`,
  );
}
