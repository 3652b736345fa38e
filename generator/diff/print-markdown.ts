import type { Change } from "./change.js";
import { isEmpty, type Diff } from "./diff.js";
import { shortened } from "./print-text.js";
import {
  count,
  entriesOf,
  entriesWithWarnings,
  fate,
  inOrder,
  signed,
  summaryLines,
  type Entry,
} from "./print.js";
import { visible } from "./suspicion.js";
import type { Unseen } from "./unseen.js";
import type { WordChange } from "./word-diff.js";

/** The first line of every such text, by which a job finds its own comment again. */
const MARKER = "<!-- standpipe diff -->";

/** Characters that a pull request's body and a comment hold on GitHub, with room to spare. */
const MOST = 60_000;

/**
 * A diff for a pull request: the summary, what to look at twice, the breaking ones, and the long tail folded. What does
 * not fit is counted. Nothing in it that comes from a document can be markup, a mention or a link.
 */
export function printMarkdown(diff: Diff, most = MOST): string {
  if (isEmpty(diff))
    return `${MARKER}\n**No tool changes** between ${code(diff.base)} and ${code(diff.head)}.\n`;
  const widening = entriesOf(diff, "widening");
  return fitted(
    [
      { opens: opening(diff), blocks: [], closes: "" },
      open(
        "Look twice",
        entriesWithWarnings(diff)
          .map((entry) => warned(entry))
          .concat(diff.unseen.flatMap(warnedUnseen)),
      ),
      open("Breaking", [...entriesOf(diff, "breaking").map(entryBlock), ...brokenBlocks(diff, "breaking")]),
      folded(
        "Changed, and newly permitting something",
        widening.filter(({ list }) => list !== "added").map(entryBlock),
      ),
      folded("New tools", widening.filter(({ list }) => list === "added").map(entryBlock)),
      folded("Harmless", [...entriesOf(diff, "harmless").map(entryBlock), ...brokenBlocks(diff, "harmless")]),
      folded(
        "Instructions, prompts and the curated set",
        diff.surface.map((change) => changeBlock(change)),
      ),
      folded("Upstream alone, in no tool", unseenBlocks(diff.unseen)),
    ],
    most,
  );
}

function opening(diff: Diff): string {
  const { tools, tokens } = diff.summary;
  const [verdicts, ...rest] = summaryLines(diff);
  return [
    MARKER,
    `## ${verdicts!.replace(/\.$/, "")}`,
    "",
    `${code(diff.base)} → ${code(diff.head)}. ${rest.join(" ")}`,
    "",
    "| | before | after | |",
    "| --- | ---: | ---: | ---: |",
    `| tools | ${tools.before} | ${tools.after} | ${signed(tools.after - tools.before)} |`,
    `| tokens (o200k) | ${tokens.before} | ${tokens.after} | ${signed(tokens.after - tokens.before)} |`,
  ].join("\n");
}

interface Section {
  readonly opens: string;
  readonly blocks: readonly string[];
  readonly closes: string;
}

function open(title: string, blocks: readonly string[]): Section {
  return { opens: `### ${title} (${blocks.length})\n`, blocks, closes: "" };
}

function folded(title: string, blocks: readonly string[]): Section {
  return {
    opens: `<details><summary>${title} (${blocks.length})</summary>\n`,
    blocks,
    closes: "\n</details>",
  };
}

/** Sections as far as they fit, the first ones first; each says how many of its blocks are left out. */
function fitted(sections: readonly Section[], most: number): string {
  let left = most;
  const printed = sections.flatMap(({ opens, blocks, closes }, index) => {
    if (index > 0 && blocks.length === 0) return [];
    left -= opens.length + closes.length + LEFT_OUT_LENGTH;
    const shown: string[] = [];
    for (const block of blocks) {
      if (block.length + 1 > left) break;
      left -= block.length + 1;
      shown.push(block);
    }
    const rest = blocks.length - shown.length;
    return [
      [
        opens,
        ...shown,
        ...(rest > 0 ? [`- … and ${rest} more; \`standpipe diff\` shows them all.`] : []),
        closes,
      ]
        .join("\n")
        .trimEnd(),
    ];
  });
  return `${printed.join("\n\n")}\n`;
}

const LEFT_OUT_LENGTH = 80;

function entryBlock(entry: Entry): string {
  const { tool, operation, tokens, changes } = entry;
  const head = `- **${code(tool)}** ${plain(fate(entry))} · ${code(operation)} · ${signed(tokens.after - tokens.before)} tokens`;
  return [head, ...inOrder(changes).map((change) => changeBlock(change, "  "))].join("\n");
}

function changeBlock({ verdict, at, says, words, warnings }: Change, indent = ""): string {
  const place = at === undefined ? "" : `${code(at)} `;
  const weight = verdict === "harmless" ? "" : `**${verdict}** `;
  return [
    `${indent}- ${weight}${place}${plain(says)}${warning(warnings)}`,
    ...(words ? [pre(words, `${indent}  `)] : []),
  ].join("\n");
}

function warned({ tool, operation, changes }: Entry): string {
  const places = changes.filter(({ warnings }) => warnings);
  return [
    `- :warning: **${code(tool)}** · ${code(operation)}`,
    ...places.map((change) => changeBlock(change, "  ")),
  ].join("\n");
}

function warnedUnseen(unseen: Unseen): string[] {
  if (!unseen.warnings) return [];
  const { operation, at, words, warnings } = unseen;
  const head = `- :warning: ${code(operation)}: upstream's ${code(at ?? "")}${warning(warnings)}; no tool carries it`;
  return [words ? `${head}\n${pre(words, "  ")}` : head];
}

function brokenBlocks({ broken }: Diff, verdict: Change["verdict"]): string[] {
  return broken
    .filter((one) => one.verdict === verdict)
    .map(({ at, what }) => `- ${plain(what)} (${code(at)})`);
}

function unseenBlocks(unseen: readonly Unseen[]): string[] {
  const reordered = unseen.filter(({ kind }) => kind === "parameters-reordered");
  const prose = unseen.filter(({ kind }) => kind === "prose-changed");
  const names = reordered.map(({ operation }) => code(operation)).join(", ");
  return [
    ...(reordered.length > 0
      ? [`- ${count(reordered.length, "operation")} with parameters in another order: ${names}`]
      : []),
    ...prose.map(({ operation, at, words }) => `- ${code(operation)} ${code(at!)}\n${pre(words!, "  ")}`),
  ];
}

function warning(warnings: readonly string[] | undefined): string {
  return warnings ? ` :warning: ${warnings.join("; ")}` : "";
}

/** Words that came and went, in a block where GitHub looks for neither markup, mentions nor links. */
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

/** A name as code; a backtick in it would end the code. */
function code(text: string): string {
  return `\`${visible(text)
    .replaceAll(/[`\s]+/g, " ")
    .trim()}\``;
}

/** A phrase that can't be markup, a mention, a reference or a link. */
function plain(text: string): string {
  return visible(text)
    .replaceAll(/[\\`*_{}[\]<>|~!]/g, (character) => `\\${character}`)
    .replaceAll(/[@#]|:(?=\/\/)/g, (character) => `${character}<!-- -->`);
}
