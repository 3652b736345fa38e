import { isDeepStrictEqual } from "node:util";
import { gravest, type Change, type Verdict } from "./change.js";
import { match, type Pair } from "./match.js";
import { brokenReferences, namesGone } from "./references.js";
import type { Misfit, State, ToolState } from "./state.js";
import { suspicions } from "./suspicion.js";
import { toolChanges } from "./tool-changes.js";
import { unseenDifferences, type Unseen } from "./unseen.js";
import { textChange, wordsOf } from "./word-changes.js";

/** One tool that is not as it was. */
export interface Item {
  /** `METHOD /path` on the head side, on the base side of a removed tool. */
  readonly operation: string;
  readonly tool: string;
  readonly verdict: Verdict;
  /** What it was called before, where that is something else. */
  readonly before?: { readonly operation?: string; readonly tool?: string; readonly operationId?: string };
  /** False for a tool that needs words before it is served. */
  readonly described: boolean;
  /** What it does: the head's, the base's of a removed tool. */
  readonly access: ToolState["access"];
  /** Before and after; 0 where there is none. */
  readonly tokens: { readonly before: number; readonly after: number };
  readonly changes: readonly Change[];
}

/** Words, relations or repairs that fitted the base and don't fit the head. */
interface Broken extends Misfit {
  readonly verdict: Verdict;
}

/** What is different between two states of the tools. */
export interface Diff {
  readonly base: string;
  readonly head: string;
  readonly verdict: Verdict;
  readonly summary: Summary;
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** Matched, and called otherwise; whatever else changed stands in the item. */
  readonly renamed: readonly Item[];
  readonly changed: readonly Item[];
  /** Instructions, prompts and the curated set. */
  readonly surface: readonly Change[];
  readonly broken: readonly Broken[];
  /** Differences upstream that no model sees. */
  readonly unseen: readonly Unseen[];
}

interface Summary {
  readonly tools: { readonly before: number; readonly after: number };
  readonly tokens: { readonly before: number; readonly after: number };
  /** Of tools, of the surface, and of what no longer fits. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** New operations that wait for words. */
  readonly undescribed: number;
  readonly warnings: number;
}

/** Compares two states, tool by tool. */
export function diff(base: State, head: State): Diff {
  const { pairs, added, removed } = match(base.tools, head.tools);
  const gone = namesGone(base.tools, head.tools);
  const matched = pairs.flatMap((pair) =>
    itemOf(pair, [...toolChanges(pair), ...brokenReferences(pair.head, gone)]),
  );
  const lists = {
    added: byTool(added.map((tool) => addedItem(tool, gone))),
    removed: byTool(removed.map(removedItem)),
    renamed: byTool(matched.filter(isRenamed)),
    changed: byTool(matched.filter((item) => !isRenamed(item))),
  };
  const surface = surfaceChanges(base, head);
  const broken = newMisfits(base.misfits, head.misfits);
  const unseen = unseenDifferences(base.upstream, head.upstream);
  const items = Object.values(lists).flat();
  const verdicts = [...items, ...surface, ...broken].map(({ verdict }) => verdict);
  return {
    base: base.label,
    head: head.label,
    verdict: gravest(verdicts),
    summary: {
      tools: { before: base.tools.length, after: head.tools.length },
      tokens: { before: tokensOf(base.tools), after: tokensOf(head.tools) },
      verdicts: countVerdicts(verdicts),
      undescribed: lists.added.filter(({ described }) => !described).length,
      warnings: [...items.flatMap(({ changes }) => changes), ...surface, ...unseen].filter(
        ({ warnings }) => warnings,
      ).length,
    },
    ...lists,
    surface,
    broken,
    unseen,
  };
}

/** Whether anything at all is different. */
export function isEmpty({ added, removed, renamed, changed, surface, broken, unseen }: Diff): boolean {
  return [added, removed, renamed, changed, surface, broken, unseen].every((list) => list.length === 0);
}

function itemOf({ base, head }: Pair, changes: readonly Change[]): Item[] {
  if (changes.length === 0) return [];
  const before = {
    ...(base.operation === head.operation ? {} : { operation: base.operation }),
    ...(base.name === head.name ? {} : { tool: base.name }),
    ...(changes.some(({ kind }) => kind === "operation-id-changed") ? { operationId: base.operationId } : {}),
  };
  return [
    {
      operation: head.operation,
      tool: head.name,
      verdict: gravest(changes.map(({ verdict }) => verdict)),
      ...(Object.keys(before).length > 0 ? { before } : {}),
      described: head.described,
      access: head.access,
      tokens: { before: base.tokens, after: head.tokens },
      changes,
    },
  ];
}

/** Another method at the same path is no mere renaming, whatever the names say. */
function isRenamed({ before, changes }: Item): boolean {
  return before !== undefined && !changes.some(({ kind }) => kind === "method-changed");
}

function addedItem(tool: ToolState, gone: ReadonlySet<string>): Item {
  const texts = new Map([
    ["title", tool.title],
    ["description", tool.description],
    ...wordsOf({ ...tool.input }),
  ]);
  const suspicious = [...texts].filter(([, text]) => suspicions(text).length > 0);
  return {
    operation: tool.operation,
    tool: tool.name,
    verdict: "widening",
    described: tool.described,
    access: tool.access,
    tokens: { before: 0, after: tool.tokens },
    changes: [
      ...suspicious.flatMap(([at, text]) => textChange(at, "", text)),
      ...brokenReferences(tool, gone),
    ],
  };
}

function removedItem({ operation, name, described, access, tokens }: ToolState): Item {
  return {
    operation,
    tool: name,
    verdict: "breaking",
    described,
    access,
    tokens: { before: tokens, after: 0 },
    changes: [],
  };
}

function surfaceChanges({ surface: base }: State, { surface: head }: State): Change[] {
  if (!base || !head) return [];
  const prompts = new Map(base.prompts.map((prompt) => [prompt.name, prompt]));
  const names = new Set(head.prompts.map(({ name }) => name));
  const lost = base.prompts.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  return [
    ...textChange("instructions", base.instructions, head.instructions),
    ...head.curated
      .filter((name) => !base.curated.includes(name))
      .map((name) => listing("curated-added", name, "joins")),
    ...base.curated
      .filter((name) => !head.curated.includes(name))
      .map((name) => listing("curated-removed", name, "leaves")),
    ...lost.map((name): Change => ({
      kind: "prompt-removed",
      verdict: "breaking",
      at: `prompts.${name}`,
      says: "is gone",
    })),
    ...head.prompts.flatMap((prompt) => promptChanges(prompts.get(prompt.name), prompt)),
  ];
}

function listing(kind: string, name: string, verb: string): Change {
  return {
    kind,
    verdict: "harmless",
    at: "curated",
    says: `${name} ${verb} the curated set; calls work either way`,
  };
}

type Prompt = NonNullable<State["surface"]>["prompts"][number];

function promptChanges(before: Prompt | undefined, after: Prompt): Change[] {
  const at = `prompts.${after.name}`;
  if (!before)
    return [
      { kind: "prompt-added", verdict: "widening", at, says: "is new" },
      ...textChange(`${at}.text`, "", after.text),
    ];
  const texts = (["title", "description", "text"] as const).flatMap((part) =>
    textChange(`${at}.${part}`, before[part], after[part]),
  );
  if (isDeepStrictEqual(before.arguments, after.arguments)) return texts;
  return [
    ...texts,
    { kind: "prompt-arguments-changed", verdict: "breaking", at, says: "takes other arguments" },
  ];
}

function newMisfits(base: readonly Misfit[], head: readonly Misfit[]): Broken[] {
  const known = new Set(base.map(({ code, what }) => `${code} ${what}`));
  return head
    .filter(({ code, what }) => !known.has(`${code} ${what}`))
    .map((misfit) => ({ ...misfit, verdict: LOSES_ITS_SOURCE.has(misfit.code) ? "breaking" : "harmless" }));
}

/** A relation or a poll that reads what is no longer there leads a model, or the runtime, nowhere. */
const LOSES_ITS_SOURCE: ReadonlySet<string> = new Set([
  "unknown-operation",
  "unknown-field",
  "poll-argument-missing",
]);

function byTool(items: readonly Item[]): Item[] {
  return [...items].sort((one, other) => (one.tool < other.tool ? -1 : 1));
}

function tokensOf(tools: readonly ToolState[]): number {
  return tools.reduce((sum, { tokens }) => sum + tokens, 0);
}

function countVerdicts(all: readonly Verdict[]): Record<Verdict, number> {
  const count = (wanted: Verdict) => all.filter((verdict) => verdict === wanted).length;
  return { breaking: count("breaking"), widening: count("widening"), harmless: count("harmless") };
}
