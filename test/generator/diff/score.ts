import type { Change } from "../../../generator/diff/change.js";
import type { Diff } from "../../../generator/diff/result.js";
import { DEPTH } from "./independent-schemas.js";
import { areas, type Area, type Difference } from "./independent.js";

/** How many differences of an area a diff reports, misses, and invents. */
export interface Score {
  named: number;
  missed: number;
  invented: number;
  /** Some missed or invented ones, for a look. */
  readonly examples: string[];
}

/**
 * Compares a diff with the differences of an independent comparison.
 * @param isTool whether an operation is a tool on either side; others are skipped, because they are reported elsewhere
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
  // The comparison treats a moved operation as one removed and one added.
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
      // A new or removed body is reported by its fields.
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

/** A schema at several places of an operation is reported at the first. The other places end in the same path. */
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

/**
 * A change counts as found if the comparison has a difference there, below it, or above it for a new or removed
 * subtree.
 */
function isFound({ at = "", says }: Change, area: Area, differences: readonly Difference[]): boolean {
  const path = plain(at);
  // The comparison merges all options and has a fixed depth, so it sees no differences between options or below that
  // depth.
  if (path.length > DEPTH || / \(in [^)]*\)$/.test(says)) return true;
  return differences.some((one) => {
    if (area === "security" || area === "servers") return one.area === area;
    if (!IN_SCHEMAS.has(one.area)) return false;
    const other = plain(one.at);
    return isAtOrAbove(path, other) || isAtOrAbove(other, path);
  });
}

const IN_SCHEMAS: ReadonlySet<Area> = new Set(["parameters", "bodies", "answers"]);

/** The area of a change; undefined for descriptions, names and hints. */
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

/** A path of letters and digits, because argument names have only those. */
function plain(at: string): string[] {
  const steps = at
    .replaceAll("[]", ".[]")
    .split(".")
    .filter((step) => step !== "");
  const named = steps.map((step) =>
    step === "[]" || step === "*" ? step : step.toLowerCase().replaceAll(/[^a-z0-9]+/g, ""),
  );
  // An argument whose name another place also uses has its place as a suffix.
  if (named.length > 0) named[0] = named[0]!.replace(/(?<=.)(?:path|query|header|cookie|body)$/, "");
  return named[0] === "body" || named[0] === "items" ? named.slice(1) : named;
}
