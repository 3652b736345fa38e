import type { $ZodIssue } from "zod/v4/core";

type UnionIssue = Extract<$ZodIssue, { code: "invalid_union" }>;

/** The distance of an option from the given value. Each kind of distance outweighs all lesser ones. */
const WRONG_KIND = 1_000_000;
const WRONG_VALUE = 10_000;
const WRONG_TAG = 100;

/**
 * The indexes of the union's options that the value was probably meant for: those with the fewest faults. A tag of
 * another option (`type: "b"`) counts most. If the value has the type of no option, all are named.
 */
export function nearestOptions({ errors, input }: UnionIssue): number[] {
  const distances = errors.map((issues) => distanceOf(issues, input));
  const least = Math.min(...distances);
  if (least < WRONG_VALUE) return [distances.indexOf(least)];
  const kind = least >= WRONG_KIND ? WRONG_KIND : WRONG_VALUE;
  return distances.flatMap((distance, index) => (Math.abs(distance - kind) < kind / 2 ? [index] : []));
}

function distanceOf(issues: readonly $ZodIssue[], input: unknown): number {
  return issues.reduce((sum, issue) => sum + weightOf(issue, input), 0);
}

function weightOf(issue: $ZodIssue, input: unknown): number {
  if (issue.code === "unrecognized_keys") return issue.keys.length;
  if (issue.path.length === 0) return weightAtRoot(issue, input);
  return issue.code === "invalid_value" && issue.path.length === 1 ? WRONG_TAG : 1;
}

function weightAtRoot(issue: $ZodIssue, input: unknown): number {
  if (issue.code === "invalid_type") return WRONG_KIND;
  if (issue.code === "invalid_value") {
    return issue.values.some((value) => typeof value === typeof input) ? WRONG_VALUE : WRONG_KIND;
  }
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return 1;
  return Math.min(...issue.errors.map((inner) => distanceOf(inner, input)));
}
