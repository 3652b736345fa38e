import type { Change } from "../../../generator/diff/change.js";
import type { Diff } from "../../../generator/diff/result.js";
import { areas, DEPTH, type Area, type Difference } from "./independent.js";

/** How many differences of an area a diff names, misses, and tells without there being one. */
export interface Score {
  named: number;
  missed: number;
  invented: number;
  /** Some that are missed or invented, to look at. */
  readonly examples: string[];
}

/**
 * Holds a diff to the differences that an independent comparison found.
 * @param isTool whether an operation is a tool on either side; others are left out, and reported elsewhere
 */
export function scoreOf(
  found: Diff,
  all: readonly Difference[],
  isTool: (operation: string) => boolean,
): Record<Area, Score> {
  const differences = all.filter(({ operation }) => operation === "" || isTool(operation));
  const scores = Object.fromEntries(
    areas.map((area) => [area, { named: 0, missed: 0, invented: 0, examples: [] }]),
  ) as unknown as Record<Area, Score>;
  const ours = changesByOperation(found);
  for (const difference of differences) {
    const score = scores[difference.area];
    if (isNamed(difference, ours.get(difference.operation) ?? [], found)) score.named++;
    else {
      score.missed++;
      score.examples.push(`missed ${difference.operation} ${difference.at}`);
    }
  }
  const theirs = new Map<string, Difference[]>();
  for (const one of differences) theirs.set(one.operation, [...(theirs.get(one.operation) ?? []), one]);
  // The comparison knows nothing of operations that moved: it has them as one that is gone and one that is new.
  const moved = new Set(
    [...found.changed, ...found.renamed]
      .filter(({ before }) => before?.operation)
      .map(({ operation }) => operation),
  );
  for (const [operation, changes] of [...ours].filter(([key]) => !moved.has(key) && !isFormer(key, found)))
    for (const one of changes) {
      const area = areaOf(one);
      if (!area || isFound(one, area, theirs.get(operation) ?? [])) continue;
      scores[area].invented++;
      scores[area].examples.push(`invented ${operation} ${one.at} ${one.says}`);
    }
  return scores;
}

function isFormer(operation: string, { changed, renamed }: Diff): boolean {
  return [...changed, ...renamed].some(({ before }) => before?.operation === operation);
}

/** Changes by the operation of the base and of the head. */
function changesByOperation(found: Diff): Map<string, readonly Change[]> {
  const all = [...found.changed, ...found.renamed, ...found.added, ...found.removed];
  return new Map(
    all.flatMap((item) => {
      const keys = [item.operation, ...(item.before?.operation === undefined ? [] : [item.before.operation])];
      return keys.map((key) => [key, item.changes] as const);
    }),
  );
}

function isNamed({ area, at }: Difference, changes: readonly Change[], found: Diff): boolean {
  switch (area) {
    case "operations":
      return changes.some(({ kind }) => OF_OPERATIONS.has(kind));
    case "security":
      if (changes.some(({ kind }) => kind === "tool-added" || kind === "tool-removed")) return true;
      if (at === "schemes") return found.destination.some(({ kind }) => kind === "scheme-changed");
      return changes.some(({ kind }) => kind === "security-changed");
    case "servers":
      if (changes.some(({ kind }) => kind === "tool-added" || kind === "tool-removed")) return true;
      if (changes.length === 0) return found.destination.some(({ kind }) => kind === "server-changed");
      return changes.some(({ kind }) => kind === "own-server-changed" || kind === "server-changed");
    case "parameters":
    case "bodies":
    case "answers": {
      const path = plain(at);
      if (changes.some(({ kind }) => kind === "tool-added" || kind === "tool-removed")) return true;
      // A body that is all new or all gone is told by its fields.
      if (path.length === 0) return changes.some((one) => areaOf(one) === "bodies");
      return changes.some(
        (one) =>
          isSharedWith(one, path) ||
          (areaOf(one) !== undefined &&
            (isAtOrAbove(plain(one.at!), path) ||
              (one.from !== undefined && isAtOrAbove(plain(one.from), path)))),
      );
    }
  }
}

/** A schema that an operation has at several places is told at the first: the others end as that one does. */
function isSharedWith({ at = "", shared }: Change, path: readonly string[]): boolean {
  if (!shared) return false;
  const within = plain(shared.at);
  const end = within.length === 0 ? plain(at).slice(-1) : within;
  const tail = path.slice(-end.length);
  return isAtOrAbove(end, tail) || isAtOrAbove(end, path.slice(-end.length - 1, -1));
}

const OF_OPERATIONS: ReadonlySet<string> = new Set([
  ...["tool-added", "tool-removed", "destructive-tool-added", "notifying-tool-added"],
  ...["operation-moved", "operation-replaced", "method-changed"],
]);

/** A change is found where the comparison has a difference there, below it, or above it where all is new or gone. */
function isFound({ at = "", says }: Change, area: Area, differences: readonly Difference[]): boolean {
  const path = plain(at);
  // The comparison reads all options as one, so it sees no difference between them, and it reads so deep and no deeper.
  if (path.length > DEPTH || / \(in [^)]*\)$/.test(says)) return true;
  return differences.some((one) => {
    if (area === "security" || area === "servers") return one.area === area;
    if (!IN_SCHEMAS.has(one.area)) return false;
    const other = plain(one.at);
    return isAtOrAbove(path, other) || isAtOrAbove(other, path);
  });
}

const IN_SCHEMAS: ReadonlySet<Area> = new Set(["parameters", "bodies", "answers"]);

/** The area of a change; none where it is of words, names or hints. */
function areaOf({ kind, at = "" }: Change): Area | undefined {
  if (kind === "security-changed") return "security";
  if (kind === "own-server-changed") return "servers";
  if (OF_SCHEMAS.test(kind)) return /^answer\b/.test(at) ? "answers" : "bodies";
  return undefined;
}

const OF_SCHEMAS =
  /^(?:argument-(?!moved)|type-|values-|limit-|format-|null-|default-(?:changed|told|untold)|side-effect|request-form|body-|answer-)/;

function isAtOrAbove(path: readonly string[], other: readonly string[]): boolean {
  if (path.length === 0) return true;
  return path.length <= other.length && path.every((step, index) => step === other[index]);
}

/** A path as steps of letters and digits: arguments are called by what a model can type. */
function plain(at: string): string[] {
  const steps = at
    .replaceAll("[]", ".[]")
    .split(".")
    .filter((step) => step !== "");
  const named = steps.map((step) =>
    step === "[]" || step === "*" ? step : step.toLowerCase().replaceAll(/[^a-z0-9]+/g, ""),
  );
  // An argument whose name another place has too is called after its place.
  if (named.length > 0) named[0] = named[0]!.replace(/(?<=.)(?:path|query|header|cookie|body)$/, "");
  return named[0] === "body" || named[0] === "items" ? named.slice(1) : named;
}
