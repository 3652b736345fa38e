import type { $ZodIssue, $ZodType } from "zod/v4/core";
import type { ArgumentFault } from "../contract/fault.js";
import type { ToolModule } from "../contract/tool.js";
import { nearestFirst, suggestion, synonym } from "../text/nearest.js";
import { printPath } from "./path.js";
import { invalidArguments } from "./refuse.js";
import { keysOf, optionsOf, schemasAt, takesText } from "./schema.js";
import { isRecord } from "../values/record.js";
import { isTooMany, unsendable } from "./sendable.js";
import { nearestOptions } from "./union.js";
import { isPastSafe, listed, wordsOf, wordsOfUnion } from "./words.js";

/**
 * Checks arguments against a tool's input and changes nothing.
 * @throws Fault of kind `invalid_arguments` with every wrong argument, by its path.
 */
export function checkArguments(tool: ToolModule, args: Record<string, unknown>): void {
  refuseTooMany(args);
  const broken = unsendable(args);
  // Endless nesting could overflow the stack in the schema's own code.
  if (broken.length > 0) throw invalidArguments(broken);
  const issues = issuesOf(tool, args);
  if (issues.length === 0) return;
  throw invalidArguments(faultsOf(issues.slice(0, MOST_ISSUES), [], [tool.input]), countOf(issues));
}

/** zod also reads inherited members, so a missing argument named `constructor` looks like a wrong one. */
function issuesOf({ input }: ToolModule, args: Record<string, unknown>): readonly $ZodIssue[] {
  const { error } = input.safeParse(args);
  if (!error) return [];
  return input.safeParse(withoutPrototypes(args), { reportInput: true }).error?.issues ?? [];
}

function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (!isRecord(value)) return value;
  const bare = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) bare[key] = withoutPrototypes(member);
  return bare;
}

/** Whether arguments contain more values than a call accepts. It stops counting there. */
export function holdTooMany(args: Readonly<Record<string, unknown>>): boolean {
  return isTooMany(args, MOST_VALUES);
}

/** @throws Fault of kind `invalid_arguments` for arguments with too many values */
export function refuseTooMany(args: Readonly<Record<string, unknown>>): void {
  if (!holdTooMany(args)) return;
  const message = `hold more than ${MOST_VALUES} values: make several calls`;
  throw invalidArguments([{ argument: "arguments", message }]);
}

function countOf(issues: readonly $ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
}

/** Checking this many takes some milliseconds. */
export const MOST_VALUES = 10_000;
const MOST_ISSUES = 100;
/** The number of names to make suggestions for. Each is compared with all known names. */
const MOST_SUGGESTIONS = 20;

/** @param schemas allowed values at `base`, where the issues' paths begin */
function faultsOf(
  issues: readonly $ZodIssue[],
  base: readonly PropertyKey[],
  schemas: readonly $ZodType[],
): ArgumentFault[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    switch (issue.code) {
      case "unrecognized_keys":
        return unknownKeys(issue, path, keysOf(schemasAt(schemas, issue.path)));
      case "invalid_union":
        return unionFaults(issue, path, schemasAt(schemas, issue.path));
      case "invalid_key":
      case "invalid_element":
        return issue.issues.map((inner) => ({
          argument: printPath(path),
          message: `as a key: ${wordsOf(inner)}`,
        }));
      default:
        return [{ argument: printPath(path), message: messageOf(issue, schemasAt(schemas, issue.path)) }];
    }
  });
}

/** Names that are not given yet come first, because a misspelt argument is usually the missing one. */
function unknownKeys(
  { keys, input }: Extract<$ZodIssue, { code: "unrecognized_keys" }>,
  path: readonly PropertyKey[],
  known: readonly string[],
): ArgumentFault[] {
  const free = known.filter((name) => !isRecord(input) || !Object.hasOwn(input, name));
  return keys.slice(0, MOST_ISSUES).map((key, index) => ({
    argument: printPath([...path, key]),
    message:
      index < MOST_SUGGESTIONS
        ? `is not an argument here; ${suggestionFor(key, free, known)}`
        : "is not an argument here",
  }));
}

function suggestionFor(key: string, free: readonly string[], known: readonly string[]): string {
  const near = synonym(key, free) ?? suggestion(key, free) ?? suggestion(key, known);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length === 0 ? "none are" : `it takes ${listed(nearestFirst(key, known))}`;
}

/** For a union, the faults of its nearest option; if none is near, the fault that no option fits. */
function unionFaults(
  issue: Extract<$ZodIssue, { code: "invalid_union" }>,
  path: readonly PropertyKey[],
  schemas: readonly $ZodType[],
): ArgumentFault[] {
  const nearest = nearestOptions(issue);
  if (nearest.length !== 1) return [{ argument: printPath(path), message: wordsOfUnion(issue, nearest) }];
  const options = optionsOf(schemas);
  const option = options.length === issue.errors.length ? [options[nearest[0]!]!] : options;
  return faultsOf(issue.errors[nearest[0]!]!, path, option);
}

/** @param schemas allowed values in the issue's place */
function messageOf(issue: $ZodIssue, schemas: readonly $ZodType[]): string {
  const message = wordsOf(issue);
  return isPastSafe(issue) && takesText(schemas) ? `${message}; give all its digits as text` : message;
}
