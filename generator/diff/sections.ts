import { changeClasses, type Change, type ChangeClass } from "./change.js";
import type { Broken, Diff, Item } from "./result.js";

/** The changes of one class, as a reviewer reads them. */
export interface Section {
  readonly class: ChangeClass;
  readonly title: string;
  /** Changes outside the tools: servers, key, instructions and prompts. */
  readonly beside: readonly Change[];
  readonly broken: readonly Broken[];
  /** Tools with their changes of this class. Changes of calls come before changes of answers. */
  readonly entries: readonly Entry[];
  /** Changes of schemas that several tools share. */
  readonly shared: readonly SharedChange[];
}

/** A tool with its changes of one class. */
export interface Entry {
  readonly list: "added" | "removed" | "renamed" | "changed";
  readonly item: Item;
  readonly changes: readonly Change[];
}

/** One change of a schema, and the tools that it affects. */
export interface SharedChange {
  readonly change: Change;
  readonly tools: readonly string[];
}

const TITLES: Readonly<Record<ChangeClass, string>> = {
  key: "Where the key goes",
  danger: "Newly dangerous",
  breaking: "Breaking",
  widening: "Newly permitted",
  words: "Words",
  rest: "The rest",
};

/** The changes of a diff by class, most important first. Empty classes are left out. */
export function sectionsOf(diff: Diff): Section[] {
  return changeClasses.map((one) => sectionOf(diff, one)).filter((section) => sizeOf(section) > 0);
}

/** The number of blocks that the section is printed as. */
export function sizeOf({ beside, broken, entries, shared }: Section): number {
  return beside.length + broken.length + entries.length + shared.length;
}

function sectionOf(diff: Diff, one: ChangeClass): Section {
  const isOfClass = (change: { readonly class: ChangeClass }) => change.class === one;
  const all = (["removed", "renamed", "changed", "added"] as const).flatMap((list) =>
    diff[list].map((item): Entry => ({ list, item, changes: item.changes.filter(isOfClass) })),
  );
  const shared = sharedBySeveral(all);
  const entries = all
    .map((entry) => ({ ...entry, changes: entry.changes.filter((change) => !isIn(shared, change)) }))
    .filter(({ changes }) => changes.length > 0);
  return {
    class: one,
    title: TITLES[one],
    beside: [...diff.destination, ...diff.surface].filter(isOfClass),
    broken: diff.broken.filter(isOfClass),
    entries: [...entries].sort((a, b) => Number(isOfAnswers(a)) - Number(isOfAnswers(b))),
    shared: [...shared.values()],
  };
}

function isIn(shared: ReadonlyMap<string, SharedChange>, change: Change): boolean {
  const key = keyOf(change);
  return key !== undefined && shared.has(key);
}

/** Whether only the answer changed. */
function isOfAnswers({ changes }: Entry): boolean {
  return changes.every(({ at = "" }) => /^answer\b/.test(at));
}

/** Changes that several tools share, by their key. */
function sharedBySeveral(entries: readonly Entry[]): Map<string, SharedChange> {
  const found = new Map<string, { change: Change; tools: string[] }>();
  for (const { item, changes } of entries) {
    for (const change of changes) {
      const key = keyOf(change);
      if (key === undefined) continue;
      const known = found.get(key);
      if (!known) found.set(key, { change, tools: [item.tool] });
      else if (known.tools.at(-1) !== item.tool) known.tools.push(item.tool);
    }
  }
  return new Map(
    [...found].filter(([, { change, tools }]) => tools.length >= (change.shared ? 2 : FEWEST_ALIKE)),
  );
}

/** Tools with the same change outside of a shared schema that are shown as one line. */
const FEWEST_ALIKE = 3;

/** A key for equal changes of two tools; undefined for a change of the tool itself or of its description. */
function keyOf({ kind, at, shared, says, words, warnings }: Change): string | undefined {
  if (shared) return `${kind} ${shared.schema} ${shared.at} ${says}`;
  return at === undefined || words || warnings ? undefined : `${kind} ${at} ${says}`;
}

/** The place of a change that several tools share: the schema and the place in it, or only the place. */
export function placeOf({ change: { at = "", shared } }: SharedChange): string[] {
  return (shared ? [shared.schema, shared.at] : [at]).filter((part) => part !== "");
}

/** What it says. The schema is named already, so it is not named again as an option. */
export function saidOf({ change: { says, shared } }: SharedChange): string {
  const suffix = ` (in ${shared?.schema})`;
  return says.endsWith(suffix) ? says.slice(0, -suffix.length) : says;
}
