import { diffWordsWithSpace } from "diff";

/** A run of words that stayed, came or went. */
export interface WordChange {
  readonly change: "same" | "added" | "removed";
  readonly text: string;
}

/** Compares two texts word by word. */
export function wordDiff(before: string, after: string): WordChange[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    change: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

/** What came, as one text: what a reviewer has not read before. */
export function newWords(changes: readonly WordChange[]): string {
  return changes
    .filter(({ change }) => change === "added")
    .map(({ text }) => text)
    .join(" … ");
}
