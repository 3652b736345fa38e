import type { Change, Verdict } from "./change.js";
import type { Diff, Item } from "./diff.js";

/** One thing that is shown, with the list it is of. */
export interface Entry extends Item {
  readonly list: "added" | "removed" | "renamed" | "changed";
}

/** Every item of a verdict: removed and renamed first, then changed, then added. */
export function entriesOf(diff: Diff, verdict: Verdict): Entry[] {
  return (["removed", "renamed", "changed", "added"] as const).flatMap((list) =>
    diff[list].filter((item) => item.verdict === verdict).map((item) => ({ ...item, list })),
  );
}

/** Every item with something to look at twice. */
export function entriesWithWarnings(diff: Diff): Entry[] {
  return (["breaking", "widening", "harmless"] as const)
    .flatMap((verdict) => entriesOf(diff, verdict))
    .filter(({ changes }) => changes.some(({ warnings }) => warnings));
}

/** The gravest changes first; words last. */
export function inOrder(changes: readonly Change[]): Change[] {
  const rank = ({ verdict, words }: Change) =>
    words ? 3 : { breaking: 0, widening: 1, harmless: 2 }[verdict];
  return [...changes].sort((one, other) => rank(one) - rank(other));
}

/** What became of a tool, in a phrase. */
export function fate({ list, described, before, access }: Entry): string {
  switch (list) {
    case "removed":
      return "is gone";
    case "added":
      return described ? `is new (${access})` : `is new (${access}) and waits for words`;
    case "renamed":
      return before?.tool === undefined ? "is called otherwise upstream" : `was ${before.tool}`;
    case "changed":
      return "changed";
  }
}

/** The summary in sentences, one each. */
export function summaryLines({ summary, added, removed, renamed, changed }: Diff): string[] {
  const { verdicts, undescribed, warnings } = summary;
  return [
    `${verdicts.breaking} breaking, ${verdicts.widening} widening, ${verdicts.harmless} harmless.`,
    `${added.length} added, ${removed.length} removed, ${renamed.length} renamed, ${changed.length} changed.`,
    ...(undescribed > 0
      ? [`${count(undescribed, "new operation")} without words: not served until described.`]
      : []),
    ...(warnings > 0
      ? [`${count(warnings, "warning")}: words that look like instructions to a model, or hide something.`]
      : []),
  ];
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** `+12`, `-3` or `±0`. */
export function signed(number: number): string {
  return number > 0 ? `+${number}` : number < 0 ? String(number) : "±0";
}
