import { suggestion } from "../text/nearest.js";
import type { Catalogue, CatalogueWorkflow, IndexEntry } from "../contract/catalogue.js";
import { compileGlob, MOST_STARS, type Glob } from "./glob.js";
import { isInLevel, levelOf, OTHER_GROUPS, type Level } from "./levels.js";
import { methodGroups } from "./methods.js";

/** Which tools exist for a client. Missing parts do not restrict. A tool must match all given parts. */
export interface Selection {
  /** Access classes and their groups: list, get, create, update, delete, custom, read, write. */
  readonly methods?: readonly string[];
  /** How much of each group, with `*` for every other one. Tools of other groups do not match. */
  readonly permissions?: Readonly<Record<string, Level>>;
  /** Tools with any of these tags. */
  readonly tags?: readonly string[];
  /** Tool names in which `*` matches anything. One without `*` may be any name of the tool. */
  readonly allow?: readonly string[];
  /** Like `allow`, but overrides it. */
  readonly deny?: readonly string[];
  /** Selections of which at least one must also match the tool; an empty list matches no tool. */
  readonly anyOf?: readonly Selection[];
}

/** An invalid selection. Its message lists valid values. */
export class SelectionError extends Error {
  override readonly name = "SelectionError";
}

/**
 * The canonical names of the tools in a selection.
 * @throws SelectionError for a method, tag or name that the catalogue does not have, and if no tool is left.
 */
export function select(catalogue: Catalogue, selection: Selection): ReadonlySet<string> {
  const admits = admission(catalogue, selection);
  const visible = catalogue.tools
    .map(({ name }) => name)
    .filter((name) => admits(name, catalogue.index[name]!));
  if (visible.length === 0) throw nothingLeft(catalogue, tagsOf(catalogue));
  return new Set(visible);
}

/**
 * The workflows of a catalogue that exist for a client: those that the selection admits like a tool, and whose calls are
 * all visible.
 * @param visible the canonical names of the client's tools
 */
export function selectWorkflows(
  catalogue: Catalogue,
  selection: Selection | undefined,
  visible: ReadonlySet<string>,
): CatalogueWorkflow[] {
  const admits = selection ? admission(catalogue, selection) : () => true;
  return (catalogue.workflows ?? []).filter(
    ({ tool, entry }) => admits(tool.name, entry) && entry.calls.every((name) => visible.has(name)),
  );
}

type Admission = (name: string, entry: IndexEntry) => boolean;

function admission(catalogue: Catalogue, selection: Selection): Admission {
  const methods = known("method", selection.methods, () => Object.keys(methodGroups));
  const tags = known("tag", selection.tags, () => tagsOf(catalogue));
  const { permissions } = selection;
  known("group", permissions && Object.keys(permissions), () => [OTHER_GROUPS, ...groupsOf(catalogue)]);
  const wanted = tags && new Set(tags);
  const accesses = methods && new Set(methods.flatMap((method) => methodGroups[method]!));
  const allowed = named(catalogue, "allow", selection.allow);
  const denied = named(catalogue, "deny", selection.deny);
  const parts = selection.anyOf?.map((part) => admission(catalogue, part));
  return (name, entry) => {
    if (accesses && !accesses.has(entry.access)) return false;
    if (permissions && !isInLevel(levelOf(permissions, entry.group), entry.access)) return false;
    if (wanted && !entry.tags.some((tag) => wanted.has(tag))) return false;
    if (parts && !parts.some((admits) => admits(name, entry))) return false;
    return (!allowed || allowed.has(name)) && !denied?.has(name);
  };
}

/** All tags of the tools in a catalogue, or of the visible ones, sorted. */
export function tagsOf(catalogue: Catalogue, visible?: ReadonlySet<string>): string[] {
  const entries = Object.entries(catalogue.index).filter(([name]) => visible?.has(name) ?? true);
  return [...new Set(entries.flatMap(([, { tags }]) => tags))].sort();
}

/** All groups of the tools in a catalogue, sorted. */
export function groupsOf({ index }: Catalogue): string[] {
  return [...new Set(Object.values(index).map(({ group }) => group))].sort();
}

function known(kind: string, given: readonly string[] | undefined, all: () => readonly string[]) {
  if (given === undefined) return undefined;
  const valid = all();
  // An empty list must not allow more than a short one.
  if (given.length === 0)
    throw new SelectionError(`No ${kind} is named. Valid ${kind}s: ${valid.join(", ")}.`);
  const wrong = given.find((name) => !valid.includes(name));
  if (wrong === undefined) return given;
  const near = suggestion(wrong, valid);
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new SelectionError(`Unknown ${kind} "${wrong}".${hint} Valid ${kind}s: ${valid.join(", ")}.`);
}

/**
 * Canonical names that match patterns. A pattern without a match is a mistake, and dangerous if it was meant to deny.
 */
function named(catalogue: Catalogue, kind: "allow" | "deny", patterns: readonly string[] | undefined) {
  if (patterns === undefined) return undefined;
  if (patterns.length === 0 && kind === "allow")
    throw new SelectionError("The list of allowed tools is empty.");
  const names = new Set<string>();
  const distinct = new Set(patterns);
  const open = [...distinct].filter((pattern) => pattern.includes("*"));
  if (open.length > MOST_OPEN_PATTERNS)
    throw new SelectionError(`At most ${MOST_OPEN_PATTERNS} patterns with * are possible.`);
  for (const pattern of distinct) {
    const glob = compileGlob(pattern);
    if (glob === undefined)
      throw new SelectionError(`A pattern has more than ${MOST_STARS} stars. Use fewer.`);
    const found = everyTool(catalogue).filter(({ name, entry }) => answersTo(pattern, glob, name, entry));
    if (found.length === 0) throw noSuchTool(catalogue, pattern);
    for (const { name } of found) names.add(name);
  }
  return names;
}

/** Tools and workflows. */
function everyTool({ tools, index, workflows = [] }: Catalogue): { name: string; entry: IndexEntry }[] {
  return [
    ...tools.map(({ name }) => ({ name, entry: index[name]! })),
    ...workflows.map(({ tool, entry }) => ({ name: tool.name, entry })),
  ];
}

const MOST_OPEN_PATTERNS = 200;

function answersTo(pattern: string, glob: Glob, name: string, { aliases, managed }: IndexEntry): boolean {
  if (glob(name)) return true;
  // Renaming a tool must not undo a denial of its former name.
  return pattern === managed || aliases.some(glob);
}

function noSuchTool(catalogue: Catalogue, pattern: string): SelectionError {
  const near = suggestion(
    pattern,
    everyTool(catalogue).map(({ name }) => name),
  );
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  return new SelectionError(`No tool matches "${pattern}".${hint}`);
}

function nothingLeft(catalogue: Catalogue, tags: readonly string[]): SelectionError {
  return new SelectionError(
    `The selection leaves none of the ${catalogue.tools.length} tools. ` +
      `Methods: ${Object.keys(methodGroups).join(", ")}. Tags: ${tags.join(", ")}.`,
  );
}
