import { wordLikeness } from "../../runtime/text/nearest.js";
import type { ToolState } from "./state.js";

/** The same tool on both sides. */
export interface Pair {
  readonly base: ToolState;
  readonly head: ToolState;
}

export interface Matched {
  readonly pairs: readonly Pair[];
  readonly added: readonly ToolState[];
  readonly removed: readonly ToolState[];
}

/** Finds each tool again: by method and path, then the ones that are left by likeness, the likest first. */
export function match(base: readonly ToolState[], head: readonly ToolState[]): Matched {
  const byKey = new Map(head.map((tool) => [tool.operation, tool]));
  const same = base.flatMap((tool): Pair[] => {
    const found = byKey.get(tool.operation);
    return found ? [{ base: tool, head: found }] : [];
  });
  const moved = byLikeness(without(base, same, "base"), without(head, same, "head"));
  const pairs = [...same, ...moved];
  return { pairs, added: without(head, pairs, "head"), removed: without(base, pairs, "base") };
}

/** How like each other two tools are, from 0 to 1, where their method and path differ. */
function likeness(one: ToolState, other: ToolState): number {
  if (one.operationId !== undefined && one.operationId === other.operationId) return 1;
  if (namesOf(one).some((name) => namesOf(other).includes(name))) return 1;
  const [method, path] = split(one.operation);
  const [otherMethod, otherPath] = split(other.operation);
  if (shape(path) === shape(otherPath)) return 0.95;
  if (method !== otherMethod) return 0;
  const paths = pathLikeness(literals(path), literals(otherPath));
  return paths === 0 ? 0 : (paths + overlap(argumentsOf(one), argumentsOf(other))) / 2;
}

/**
 * Whether two places of one method mean the same: the same words, but for versions, a prefix, the plural and the names of
 * parameters.
 */
export function isSamePlace(one: ToolState, other: ToolState): boolean {
  const [[method, path], [otherMethod, otherPath]] = [split(one.operation), split(other.operation)];
  if (method !== otherMethod) return false;
  const [short, long] = [segments(path), segments(otherPath)].sort((a, b) => a.length - b.length);
  const tail = long!.slice(long!.length - short!.length);
  return (
    short!.length > 0 && short!.every((segment, index) => wordLikeness(segment, tail[index]!) >= SAME_WORD)
  );
}

/** Whether two places differ in nothing but the names of path parameters, so that the same URLs lead to both. */
export function isSameRoute(one: ToolState, other: ToolState): boolean {
  const [[method, path], [otherMethod, otherPath]] = [split(one.operation), split(other.operation)];
  return method === otherMethod && shape(path) === shape(otherPath);
}

/** Whether two places differ in nothing but their version. */
export function differsInVersion(one: ToolState, other: ToolState): boolean {
  const [[method, path], [otherMethod, otherPath]] = [split(one.operation), split(other.operation)];
  return method === otherMethod && segments(path).join("/") === segments(otherPath).join("/");
}

/** Letters that may differ in a word and its plural, as a share. */
const SAME_WORD = 0.7;

/** The segments that mean something: `{}` for a parameter, no versions. */
function segments(path: string): string[] {
  return shape(path)
    .split("/")
    .filter((segment) => segment !== "" && !/^v\d+(?:\.\d+)?(?:alpha|beta)?\d*$/i.test(segment));
}

/** Below this, two operations of one method are two things. */
const LEAST_LIKENESS = 0.7;

/** The last literal segment is the thing itself: siblings in one collection, with the same arguments, are two things. */
function pathLikeness(one: readonly string[], other: readonly string[]): number {
  const last = wordLikeness(one.at(-1) ?? "", other.at(-1) ?? "");
  if (last < 0.7) return 0;
  return (last + overlap(one.slice(0, -1), other.slice(0, -1))) / 2;
}

function byLikeness(base: readonly ToolState[], head: readonly ToolState[]): Pair[] {
  const candidates = base
    .flatMap((one) => head.map((other) => ({ base: one, head: other, likeness: likeness(one, other) })))
    .filter((candidate) => candidate.likeness >= LEAST_LIKENESS)
    .sort((one, other) => other.likeness - one.likeness);
  const taken = new Set<ToolState>();
  return candidates.flatMap((candidate) => {
    if (taken.has(candidate.base) || taken.has(candidate.head)) return [];
    taken.add(candidate.base).add(candidate.head);
    return [{ base: candidate.base, head: candidate.head }];
  });
}

function without(tools: readonly ToolState[], pairs: readonly Pair[], side: keyof Pair): ToolState[] {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return tools.filter((tool) => !taken.has(tool));
}

/** A proposed name is upstream's operationId again, or made of the path, and proves nothing more. */
function namesOf({ name, aliases, described }: ToolState): readonly string[] {
  return described ? [name, ...aliases] : [];
}

function split(operation: string): [method: string, path: string] {
  const [method = "", path = ""] = operation.split(" ");
  return [method, path];
}

/** A path without the names of its parameters. */
function shape(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}");
}

function literals(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "" && !segment.startsWith("{"));
}

function argumentsOf({ input }: ToolState): string[] {
  const properties = Object.entries(input.properties as Record<string, { readonly type?: unknown }>);
  return properties.map(([name, { type }]) => `${name} ${String(type)}`);
}

/** Common members over all members; two empty lists say nothing, so they count for half. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  if (all.size === 0) return 0.5;
  const both = new Set(one.filter((item) => other.includes(item)));
  return both.size / all.size;
}
