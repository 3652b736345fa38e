import type { Change, ChangeClass } from "./change.js";
import { isEmpty } from "./diff.js";
import type { Broken, Diff } from "./result.js";
import { fitted, type Part } from "./fit.js";
import { shortened } from "./print-text.js";
import { count, fate, isTold, names, signed, summaryLines, unseenWarnings } from "./print.js";
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

/** The first line of each report. A job finds its own comment by it. */
const MARKER = "<!-- standpipe diff -->";

/** Characters that fit into a comment on GitHub, with some reserve. */
const MOST = 60_000;

export interface MarkdownOptions {
  /** The size limit in characters, `MOST` by default. */
  readonly most?: number;
  /** URL of the full report. */
  readonly full?: string;
}

/**
 * A diff for a pull request: what an agent can newly do, then the changes by class, most important first. The report
 * counts what it leaves out. Text from a document cannot become markup, a mention or a link.
 */
export function printMarkdown(diff: Diff, { most = MOST, full }: MarkdownOptions = {}): string {
  if (isEmpty(diff))
    return `${MARKER}\n**No tool changes** between ${code(diff.base)} and ${code(diff.head)}.\n`;
  const parts = [
    { opens: opening(diff, full), blocks: [], closes: "", share: 1 },
    ...sectionsOf(diff).map(partOf),
    ...unseenPart(diff.unseen),
  ];
  const where =
    full === undefined ? "`standpipe diff` shows them all" : `[the whole report](${full}) shows them all`;
  return fitted(parts, most, (number) => `- … and ${number} more; ${where}.`);
}

function opening(diff: Diff, full: string | undefined): string {
  const { tools, tokens } = diff.summary;
  const [verdicts, ...rest] = summaryLines(diff);
  const link = full === undefined ? "" : ` [The whole report](${full}).`;
  return [
    MARKER,
    `## ${verdicts!.replace(/\.$/, "")}`,
    "",
    diff.abilities.length === 0 ? "An agent can do nothing new." : diff.abilities.map(withNames).join(" "),
    "",
    `${code(diff.base)} → ${code(diff.head)}. ${rest.join(" ")}${link}`,
    "",
    "| | before | after | |",
    "| --- | ---: | ---: | ---: |",
    `| tools | ${tools.before} | ${tools.after} | ${signed(tools.after - tools.before)} |`,
    `| tokens (o200k) | ${tokens.before} | ${tokens.after} | ${signed(tokens.after - tokens.before)} |`,
  ].join("\n");
}

/** Whether a section is open or folded, and its share of the space. */
const MANNERS: Readonly<Record<ChangeClass, { readonly isOpen: boolean; readonly share: number }>> = {
  key: { isOpen: true, share: 4 },
  danger: { isOpen: true, share: 4 },
  breaking: { isOpen: true, share: 6 },
  widening: { isOpen: false, share: 3 },
  words: { isOpen: false, share: 1 },
  rest: { isOpen: false, share: 1 },
};

function partOf(section: Section): Part {
  const { isOpen, share } = MANNERS[section.class];
  const blocks = [
    ...section.beside.map((one) => changeBlock(one)),
    ...section.broken.map(brokenBlock),
    ...section.shared.map(sharedBlock),
    ...section.entries.map(entryBlock),
  ];
  const title = `${section.title} (${sizeOf(section)})`;
  return isOpen
    ? { opens: `### ${title}\n`, blocks, closes: "", share }
    : { ...folded(title), blocks, share };
}

function folded(title: string): Pick<Part, "opens" | "closes"> {
  return { opens: `<details><summary>${title}</summary>\n`, closes: "\n</details>" };
}

/** Changes that no tool contains come last: first the number of warnings, then the prose. */
function unseenPart(unseen: readonly Unseen[]): Part[] {
  if (unseen.length === 0) return [];
  const blocks = [...unseenWarnings(unseen).map((line) => `- :warning: ${line}`), ...unseenBlocks(unseen)];
  return [{ ...folded(`Only upstream, in no tool (${unseen.length})`), blocks, share: 1 }];
}

function entryBlock(entry: Entry): string {
  const { tool, operation, tokens } = entry.item;
  const head = `- **${code(tool)}** ${plain(fate(entry))} · ${code(operation)} · ${signed(tokens.after - tokens.before)} tokens`;
  return [head, ...entry.changes.filter(isTold).map((one) => changeBlock(one, "  "))].join("\n");
}

function sharedBlock(shared: SharedChange): string {
  const { length } = shared.tools;
  const place = placeOf(shared).map(code).join(" ");
  return `- ${place} ${plain(saidOf(shared))} · in ${length} tools: ${names(shared.tools.map(code), MOST_TOOLS)}`;
}

const MOST_TOOLS = 5;

function changeBlock({ at, says, words, warnings }: Change, indent = ""): string {
  const place = at === undefined ? "" : `${code(at)} `;
  return [
    `${indent}- ${place}${plain(says)}${warning(warnings)}`,
    ...(words ? [pre(words, `${indent}  `)] : []),
  ].join("\n");
}

function brokenBlock({ at, what }: Broken): string {
  return `- ${plain(what)} (${code(at)})`;
}

function unseenBlocks(unseen: readonly Unseen[]): string[] {
  const reordered = unseen.filter(({ kind }) => kind === "parameters-reordered");
  const prose = unseen.filter(({ kind }) => kind === "prose-changed");
  const operations = reordered.map(({ operation }) => code(operation)).join(", ");
  return [
    ...(reordered.length > 0
      ? [`- ${count(reordered.length, "operation")} with parameters in another order: ${operations}`]
      : []),
    ...prose.map(({ operation, at, words }) => `- ${code(operation)} ${code(at!)}\n${pre(words!, "  ")}`),
  ];
}

function warning(warnings: readonly string[] | undefined): string {
  return warnings ? ` :warning: ${warnings.join("; ")}` : "";
}

/** Added and removed words in a `<pre>`, where GitHub renders no markup, mentions or links. */
function pre(words: readonly WordChange[], indent: string): string {
  const text = words.map(({ change, text }, index) => {
    if (change === "added") return `<ins>${escaped(text)}</ins>`;
    if (change === "removed") return `<del>${escaped(text)}</del>`;
    return escaped(shortened(text, index === 0, index === words.length - 1));
  });
  return `${indent}<pre>${text.join("")}</pre>`;
}

function escaped(text: string): string {
  return visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", " ");
}

/** A name as code. A backtick would end the code, so it is replaced. */
function code(text: string): string {
  return `\`${visible(text)
    .replaceAll(/[`\s]+/g, " ")
    .trim()}\``;
}

/** A sentence with the names of tools as code. */
function withNames(sentence: string): string {
  return sentence
    .split(/\b([a-z0-9]+(?:_[a-z0-9]+)+)\b/)
    .map((part, index) => (index % 2 === 1 ? code(part) : plain(part)))
    .join("");
}

/** Escapes a text so that it cannot be markup, a mention, a reference or a link. */
function plain(text: string): string {
  return visible(text)
    .replaceAll(/[\\`*_{}[\]<>|~!]/g, (character) => `\\${character}`)
    .replaceAll(/[@#]|:(?=\/\/)/g, (character) => `${character}<!-- -->`);
}
