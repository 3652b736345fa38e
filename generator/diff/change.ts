import type { WordChange } from "./word-diff.js";

/** What a change means: `breaking` for saved prompts and agents, `widening` where it newly permits something. */
export type Verdict = "harmless" | "widening" | "breaking";

const verdicts: readonly Verdict[] = ["harmless", "widening", "breaking"];

/** One thing that is different about a tool. */
export interface Change {
  /** A stable kebab-case name, such as `argument-removed`. */
  readonly kind: string;
  readonly verdict: Verdict;
  /** The argument, `description`, `title`, `hints.readOnlyHint`, …; absent for the tool itself. */
  readonly at?: string;
  /** One phrase for a reviewer, without the place. */
  readonly says: string;
  /** Where words changed. */
  readonly words?: readonly WordChange[];
  /** Why a reviewer should look twice. */
  readonly warnings?: readonly string[];
}

/** The gravest verdict; `harmless` of none. */
export function gravest(all: readonly Verdict[]): Verdict {
  return verdicts[Math.max(0, ...all.map((verdict) => verdicts.indexOf(verdict)))]!;
}

/** Whether a verdict is as grave as another, or graver. */
export function reaches(verdict: Verdict, least: Verdict): boolean {
  return verdicts.indexOf(verdict) >= verdicts.indexOf(least);
}
