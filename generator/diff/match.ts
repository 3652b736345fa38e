import { wordLikeness } from "../../runtime/text/nearest.js";
import type { ToolState } from "./state.js";

/** A tool before and after. */
export interface Pair {
  readonly base: ToolState;
  readonly head: ToolState;
}

export interface Matched {
  readonly pairs: readonly Pair[];
  readonly added: readonly ToolState[];
  readonly removed: readonly ToolState[];
}

/** Pairs tools of both sides: first by method and path, then the remaining ones by similarity, most similar first. */
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

/** How similar two tools are, from 0 to 1, if their method or path differs. */
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
 * Whether two paths of the same method mean the same. Versions, a prefix, plurals and names of parameters may differ.
 */
export function isSameOperation(one: ToolState, other: ToolState): boolean {
  const [[method, path], [otherMethod, otherPath]] = [split(one.operation), split(other.operation)];
  if (method !== otherMethod) return false;
  const [short, long] = [segments(path), segments(otherPath)].sort((a, b) => a.length - b.length);
  const tail = long!.slice(long!.length - short!.length);
  return (
    short!.length > 0 && short!.every((segment, index) => wordLikeness(segment, tail[index]!) >= SAME_WORD)
  );
}

/** Whether two paths differ only in the names of their parameters, so that the same URLs match both. */
export function isSameRoute(one: ToolState, other: ToolState): boolean {
  const [[method, path], [otherMethod, otherPath]] = [split(one.operation), split(other.operation)];
  return method === otherMethod && shape(path) === shape(otherPath);
}

/** Whether two paths differ only in their version. */
export function differsInVersion(one: ToolState, other: ToolState): boolean {
  const [[method, path], [otherMethod, otherPath]] = [split(one.operation), split(other.operation)];
  return method === otherMethod && segments(path).join("/") === segments(otherPath).join("/");
}

/** How similar a word and its plural are at least. */
const SAME_WORD = 0.7;

/** The segments of a path without versions. A parameter is `{}`. */
function segments(path: string): string[] {
  return shape(path)
    .split("/")
    .filter((segment) => segment !== "" && !/^v\d+(?:\.\d+)?(?:alpha|beta)?\d*$/i.test(segment));
}

/** Less similar operations of the same method are different operations. */
const LEAST_LIKENESS = 0.7;

/**
 * The last literal segment names the thing. Different last segments are different things, even in the same collection
 * with the same arguments.
 */
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

/** A proposed name comes from the operationId or the path, so it adds no evidence. */
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

/** The share of common members. Two empty lists give 0.5, since they prove nothing. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  if (all.size === 0) return 0.5;
  const both = new Set(one.filter((item) => other.includes(item)));
  return both.size / all.size;
}
