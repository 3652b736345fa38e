import { diffWordsWithSpace } from "diff";

/** Consecutive words that stayed, or were added or removed. */
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

/** The added words as one text, which no reviewer has read before. */
export function newWords(changes: readonly WordChange[]): string {
  return changes
    .filter(({ change }) => change === "added")
    .map(({ text }) => text)
    .join(" … ");
}
