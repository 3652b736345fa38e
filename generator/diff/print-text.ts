import type { Change, Verdict } from "./change.js";
import { isEmpty, type Diff } from "./diff.js";
import { entriesOf, fate, inOrder, signed, summaryLines, type Entry } from "./print.js";
import { visible } from "./suspicion.js";
import type { Unseen } from "./unseen.js";
import type { WordChange } from "./word-diff.js";

/** A diff for a terminal: the summary, then every tool, the breaking ones first. */
export function printText(diff: Diff): string {
  if (isEmpty(diff)) return `Nothing is different between ${diff.base} and ${diff.head}.\n`;
  const { tools, tokens } = diff.summary;
  const parts = [
    [
      `${diff.base} → ${diff.head}`,
      ...summaryLines(diff),
      `${tools.before} → ${tools.after} tools, ${tokens.before} → ${tokens.after} tokens (${signed(tokens.after - tokens.before)}).`,
    ].join("\n"),
    ...(["breaking", "widening", "harmless"] as const).flatMap((verdict) => section(diff, verdict)),
    ...titled("Instructions, prompts and the curated set", diff.surface.map(changeLines)),
    ...titled(
      "No longer fitting the contract",
      diff.broken.map(({ verdict, at, what }) => `  ${verdict}: ${visible(what)}\n    ${visible(at)}`),
    ),
    ...titled("Upstream alone, in no tool", diff.unseen.map(unseenLines)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(diff: Diff, verdict: Verdict): string[] {
  return titled(
    `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}`,
    entriesOf(diff, verdict).map(entryLines),
  );
}

function titled(title: string, blocks: readonly string[]): string[] {
  return blocks.length === 0 ? [] : [`${title} (${blocks.length})\n${blocks.join("\n")}`];
}

function entryLines(entry: Entry): string {
  const { tool, operation, tokens, changes } = entry;
  const head = `  ${tool} ${fate(entry)}: ${visible(operation)}, ${signed(tokens.after - tokens.before)} tokens`;
  return [head, ...inOrder(changes).map((change) => changeLines(change))].join("\n");
}

function changeLines({ at, says, words, warnings, verdict }: Change): string {
  const place = at === undefined ? "" : `${visible(at)} `;
  const mark = { breaking: "!", widening: "+", harmless: " " }[verdict];
  return [`   ${mark} ${place}${visible(says)}`, ...wordLines(words), ...warningLines(warnings)].join("\n");
}

function wordLines(words: readonly WordChange[] | undefined): string[] {
  return words ? [`       ${inBrackets(words)}`] : [];
}

function warningLines(warnings: readonly string[] | undefined): string[] {
  return (warnings ?? []).map((warning) => `     WARNING: ${warning}`);
}

function unseenLines({ operation, kind, at, words, warnings }: Unseen): string {
  const says =
    kind === "parameters-reordered" ? "parameters in another order" : `prose of ${visible(at!)} changed`;
  return [`  ${visible(operation)}: ${says}`, ...wordLines(words), ...warningLines(warnings)].join("\n");
}

/** `Lists [-all-] {+open+} incidents`, long unchanged stretches cut. */
function inBrackets(words: readonly WordChange[]): string {
  return words
    .map(({ change, text }, index) => {
      if (change === "added") return `{+${visible(text)}+}`;
      if (change === "removed") return `[-${visible(text)}-]`;
      return visible(shortened(text, index === 0, index === words.length - 1));
    })
    .join("");
}

/** A stretch that stayed, as far as it helps to find the place. */
export function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= MOST_SAME) return text;
  const half = MOST_SAME / 2;
  return `${isFirst ? "" : text.slice(0, half)} … ${isLast ? "" : text.slice(-half)}`;
}

const MOST_SAME = 120;
