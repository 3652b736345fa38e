import type { Diff } from "./result.js";
import type { Entry } from "./sections.js";
import type { Unseen } from "./unseen.js";

/** What happened to a tool, in a phrase. */
export function fate({ list, item: { described, before, access } }: Entry): string {
  switch (list) {
    case "removed":
      return "is gone";
    case "added":
      return described ? `is new (${access})` : `is new (${access}) and needs a description`;
    case "renamed":
      return before?.tool === undefined ? "has another id upstream" : `was ${before.tool}`;
    case "changed":
      return "changed";
  }
}

/** Whether a change is more than the tool being added or removed. */
export function isTold({ kind }: { readonly kind: string }): boolean {
  return kind !== "tool-added" && kind !== "tool-removed";
}

/** The summary, one sentence a line. */
export function summaryLines({ summary, added, removed, renamed, changed }: Diff): string[] {
  const { verdicts, undescribed, warnings } = summary;
  return [
    `${verdicts.breaking} breaking, ${verdicts.widening} widening, ${verdicts.harmless} harmless, each tool once by its worst change.`,
    `${added.length} added, ${removed.length} removed, ${renamed.length} renamed, ${changed.length} changed.`,
    ...(undescribed > 0 ? [`${count(undescribed, "new operation")} without a description: not served.`] : []),
    ...(warnings > 0
      ? [`${count(warnings, "warning")}: text that looks like instructions to a model, or hides something.`]
      : []),
  ];
}

/** Warnings about texts that no tool contains, one line for each reason. */
export function unseenWarnings(unseen: readonly Unseen[]): string[] {
  const counts = new Map<string, number>();
  for (const { warnings = [] } of unseen)
    for (const warning of warnings) counts.set(warning, (counts.get(warning) ?? 0) + 1);
  return [...counts].map(([warning, number]) => `${count(number, "text")} upstream in no tool: ${warning}.`);
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** `+12`, `-3` or `±0`. */
export function signed(number: number): string {
  return number > 0 ? `+${number}` : number < 0 ? String(number) : "±0";
}

/** The first names, and how many more there are. */
export function names(all: readonly string[], most: number): string {
  const shown = all.slice(0, most).join(", ");
  return all.length > most ? `${shown} and ${all.length - most} more` : shown;
}
