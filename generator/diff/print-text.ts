import type { Change } from "./change.js";
import { isEmpty } from "./diff.js";
import type { Broken, Diff } from "./result.js";
import { fate, isTold, names, signed, summaryLines, unseenWarnings } from "./print.js";
import {
  placeOf,
  saidOf,
  sectionsOf,
  sizeOf,
  type Entry,
  type Section,
  type SharedChange,
} from "./sections.js";
import { visible } from "../suspicion/signs.js";
import type { Unseen } from "./unseen.js";
import type { WordChange } from "./word-diff.js";

/** A diff as plain text: the summary, then all changes, most important first. */
export function printText(diff: Diff): string {
  if (isEmpty(diff)) return `No changes between ${diff.base} and ${diff.head}.\n`;
  const { tools, tokens } = diff.summary;
  const parts = [
    [
      `${diff.base} → ${diff.head}`,
      ...diff.abilities.map(visible),
      ...summaryLines(diff),
      `${tools.before} → ${tools.after} tools, ${tokens.before} → ${tokens.after} tokens (${signed(tokens.after - tokens.before)}).`,
    ].join("\n"),
    ...sectionsOf(diff).map(sectionText),
    ...titled("Only upstream, in no tool", [
      ...unseenWarnings(diff.unseen).map((line) => `  WARNING: ${line}`),
      ...diff.unseen.map(unseenLines),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionText(section: Section): string {
  const { title, beside, broken, entries, shared } = section;
  const blocks = [
    ...beside.map((one) => changeLines(one)),
    ...broken.map(brokenLines),
    ...shared.map(sharedLines),
    ...entries.map(entryLines),
  ];
  return `${title} (${sizeOf(section)})\n${blocks.join("\n")}`;
}

function titled(title: string, blocks: readonly string[]): string[] {
  return blocks.length === 0 ? [] : [`${title} (${blocks.length})\n${blocks.join("\n")}`];
}

function entryLines(entry: Entry): string {
  const { tool, operation, tokens } = entry.item;
  const head = `  ${visible(tool)} ${fate(entry)}: ${visible(operation)}, ${signed(tokens.after - tokens.before)} tokens`;
  return [head, ...entry.changes.filter(isTold).map((one) => changeLines(one))].join("\n");
}

function sharedLines(shared: SharedChange): string {
  const { tools } = shared;
  const says = `${placeOf(shared).join(" ")} ${saidOf(shared)}`;
  return `  ${visible(says)}\n     in ${tools.length} tools: ${names(tools, MOST_TOOLS)}`;
}

const MOST_TOOLS = 8;

function brokenLines({ what, at }: Broken): string {
  return `  ${visible(what)}\n     ${visible(at)}`;
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

/** `Lists [-all-] {+open+} incidents`. Long unchanged parts are cut. */
function inBrackets(words: readonly WordChange[]): string {
  return words
    .map(({ change, text }, index) => {
      if (change === "added") return `{+${visible(text)}+}`;
      if (change === "removed") return `[-${visible(text)}-]`;
      return visible(shortened(text, index === 0, index === words.length - 1));
    })
    .join("");
}

/** An unchanged part, cut to what helps to find the place. */
export function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= MOST_SAME) return text;
  const half = MOST_SAME / 2;
  return `${isFirst ? "" : text.slice(0, half)} … ${isLast ? "" : text.slice(-half)}`;
}

const MOST_SAME = 120;
