import type { $ZodIssue } from "zod/v4/core";
import { nearestFirst } from "../text/nearest.js";

type IssueOf<Code extends $ZodIssue["code"]> = Extract<$ZodIssue, { code: Code }>;
type Size = IssueOf<"too_small"> | IssueOf<"too_big">;

const MOST_LISTED = 30;

/** The fault of a missing required argument. */
export const REQUIRED = "is required";

/** The fault of an integer that JSON may already have rounded. */
const PAST_SAFE = `is past ${Number.MAX_SAFE_INTEGER}, where a JSON number loses digits`;

/** Whether a number is too large to be exact, in either direction. */
export function isPastSafe(issue: $ZodIssue): boolean {
  if (issue.code === "too_big") return issue.maximum === Number.MAX_SAFE_INTEGER;
  return issue.code === "too_small" && issue.minimum === Number.MIN_SAFE_INTEGER;
}

/** What is wrong with one argument, as a predicate of its name. It contains none of zod's texts. */
export function wordsOf(issue: $ZodIssue): string {
  if (isMissing(issue)) return REQUIRED;
  if (isPastSafe(issue)) return PAST_SAFE;
  switch (issue.code) {
    case "invalid_type":
      return `expected ${kindOf(issue)}, got ${given(issue.input, issue.expected)}`;
    case "invalid_value":
      return `takes ${oneOf(issue)}`;
    case "too_small":
      return issue.minimum === 1 && issue.origin === "string" ? "can't be empty" : `takes ${atLeast(issue)}`;
    case "too_big":
      return `takes ${atMost(issue)}`;
    case "invalid_format":
      return issue.format === "regex"
        ? `must match ${issue.pattern}`
        : `expected ${FORMATS[issue.format] ?? "another format"}`;
    case "not_multiple_of":
      return `takes multiples of ${issue.divisor}`;
    case "custom":
      return issue.message === "Invalid input" ? "is not accepted" : issue.message;
    default:
      return "is not accepted";
  }
}

/** The fault if no option of a union is near: what the given options take together. */
export function wordsOfUnion(issue: IssueOf<"invalid_union">, options: readonly number[]): string {
  if (issue.input === undefined) return REQUIRED;
  if (issue.errors.length === 0) return wordsOfTag(issue);
  const wanted = options.map((option) => wantedBy(issue.errors[option]!));
  return `expected ${[...new Set(wanted.flat())].join(" or ")}, got ${given(issue.input)}`;
}

/** The first thirty names, in a row. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  return names.slice(0, MOST_LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function wordsOfTag(issue: IssueOf<"invalid_union">): string {
  const { discriminator, options, input } = issue as typeof issue & {
    discriminator?: string;
    options?: unknown[];
  };
  const tag = (input as Record<string, unknown>)[discriminator ?? ""];
  if (tag === undefined) return REQUIRED;
  return options ? `takes one of ${listed(options.map(printValue))}` : "is not accepted";
}

function wantedBy(issues: readonly $ZodIssue[]): string[] {
  const atRoot = issues.filter(({ path }) => path.length === 0);
  return atRoot.flatMap((issue) => {
    if (issue.code === "invalid_type") return [kindOf(issue)];
    if (issue.code === "invalid_value") return [oneOf(issue)];
    return issue.code === "invalid_union" ? issue.errors.flatMap(wantedBy) : [];
  });
}

/** JSON has no undefined, so zod's undefined means that nothing was given. */
function isMissing(issue: $ZodIssue): boolean {
  return issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

function kindOf({ expected }: IssueOf<"invalid_type">): string {
  return KINDS[expected] ?? "another kind of value";
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

function given(input: unknown, expected?: string): string {
  if (input === null) return "null";
  if (typeof input === "number") return expected === "int" ? String(input) : "a number";
  if (typeof input === "string") return "text";
  if (typeof input === "boolean") return String(input);
  return Array.isArray(input) ? "a list" : "an object";
}

const FORMATS: Readonly<Record<string, string>> = {
  date: "a date such as 2026-01-31",
  datetime: "a date and time such as 2026-01-31T09:30:00Z",
  base64: "base64 (RFC 4648, padded, without line breaks)",
};

function oneOf({ values, input }: IssueOf<"invalid_value">): string {
  const names = values.map(printValue);
  if (names.length === 1) return names[0]!;
  return `one of ${listed(names.length > MOST_LISTED ? nearestFirst(String(input), names) : names)}`;
}

/** A text is quoted only if it could be read as something else. */
function printValue(value: unknown): string {
  return typeof value === "string" && /^[A-Za-z][\w.:/-]*$/.test(value) ? value : JSON.stringify(value);
}

function atLeast({ minimum, inclusive, origin }: IssueOf<"too_small">): string {
  const unit = unitOf(origin, minimum);
  if (unit) return `at least ${minimum} ${unit}`;
  return inclusive === false ? `more than ${minimum}` : `${minimum} or more`;
}

function atMost({ maximum, inclusive, origin }: IssueOf<"too_big">): string {
  const unit = unitOf(origin, maximum);
  if (unit) return `at most ${maximum} ${unit}`;
  return inclusive === false ? `less than ${maximum}` : `${maximum} or less`;
}

function unitOf(origin: Size["origin"], count: number | bigint): string | undefined {
  const unit = UNITS[origin];
  return unit && (count === 1 ? unit : `${unit}s`);
}

const UNITS: Readonly<Record<string, string>> = { string: "character", array: "item", object: "key" };
