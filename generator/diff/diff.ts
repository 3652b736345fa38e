import { abilitiesOf } from "./abilities.js";
import { change, changeClasses, firstClass, gravest, type Change } from "./change.js";
import { SchemaComparison } from "./contract/compare.js";
import { destinationChanges } from "./destination.js";
import { effectsOf } from "./effects.js";
import { heldChanges, newTexts } from "./held-changes.js";
import { match, type Pair } from "./match.js";
import { brokenReferences, namesGone } from "./references.js";
import type { Broken, Diff, Item } from "./result.js";
import { reusedNames } from "./reuse.js";
import type { Misfit, State, ToolState } from "./state.js";
import { surfaceChanges } from "./surface-changes.js";
import { toolChanges } from "./tool-changes.js";
import { unseenDifferences } from "./unseen.js";

/** Compares two states, tool by tool. */
export function diff(one: State, other: State): Diff {
  const knowWorkflows = one.hasWorkflows && other.hasWorkflows;
  const [base, head] = knowWorkflows ? [one, other] : [withoutWorkflows(one), withoutWorkflows(other)];
  const held = heldChanges(base.held, head.held);
  const lists = itemsOf(base, head, held);
  const destination = destinationChanges(base.destination, head.destination);
  const surface = [...heldBeside(held, base, head), ...surfaceChanges(base.surface, head.surface)];
  const broken = newMisfits(base.misfits, head.misfits);
  const unseen = unseenDifferences(base, head);
  const items = Object.values(lists).flat();
  const verdicts = [...destination, ...items, ...surface, ...broken].map(({ verdict }) => verdict);
  const changes = [...destination, ...items.flatMap((item) => item.changes), ...surface];
  const classes = [...changes, ...broken].map((one) => one.class);
  return {
    base: base.label,
    head: head.label,
    verdict: gravest(verdicts),
    ...(classes.length > 0 ? { class: firstClass(classes) } : {}),
    summary: {
      tools: { before: base.tools.length, after: head.tools.length },
      tokens: { before: tokensOf(base.tools), after: tokensOf(head.tools) },
      verdicts: counted(["breaking", "widening", "harmless"], verdicts),
      classes: counted(changeClasses, classes),
      undescribed: lists.added.filter(({ described }) => !described).length,
      warnings: [...changes, ...unseen].filter(({ warnings }) => warnings).length,
    },
    abilities: abilitiesOf({ destination, ...lists }),
    destination,
    ...lists,
    surface,
    broken,
    unseen,
  };
}

/** A document says nothing about workflows, so they are not missing there. */
function withoutWorkflows(state: State): State {
  return { ...state, tools: state.tools.filter(({ workflow }) => workflow === undefined) };
}

/** Whether nothing changed. */
export function isEmpty({
  destination,
  added,
  removed,
  renamed,
  changed,
  surface,
  broken,
  unseen,
}: Diff): boolean {
  return [destination, added, removed, renamed, changed, surface, broken, unseen].every(
    ({ length }) => length === 0,
  );
}

function itemsOf(
  base: State,
  head: State,
  held: ReadonlyMap<string, readonly Change[]>,
): Record<"added" | "removed" | "renamed" | "changed", Item[]> {
  const { pairs, added, removed } = match(base.tools, head.tools);
  const gone = namesGone(base.tools, head.tools);
  const reused = reusedNames(base.tools, head.tools, pairs);
  const comparison = new SchemaComparison();
  const beside = (tool: ToolState) => [
    ...(reused.get(tool) ?? []),
    ...(held.get(tool.operation) ?? []),
    ...brokenReferences(tool, gone),
  ];
  const matched = pairs
    .map(withSharedInput)
    .flatMap((pair) =>
      itemOf(pair, [
        ...toolChanges(pair, comparison, head.openFields ?? []),
        ...newTexts(pair.base, pair.head),
        ...beside(pair.head),
      ]),
    );
  return {
    added: byTool(added.map((tool) => addedItem(tool, [...newTexts(undefined, tool), ...beside(tool)]))),
    removed: byTool(removed.map((tool) => removedItem(tool, held.get(tool.operation) ?? []))),
    renamed: byTool(matched.filter(isRenamed)),
    changed: byTool(matched.filter((item) => !isRenamed(item))),
  };
}

/** Most tools have the same input on both sides. As one object, comparisons see at once that nothing differs. */
function withSharedInput(pair: Pair): Pair {
  const { base, head } = pair;
  const isSame = JSON.stringify(base.input) === JSON.stringify(head.input);
  return isSame ? { base: { ...base, input: head.input }, head } : pair;
}

/** Texts that are left out and belong to no tool of either side, because an operation that needs one is not a tool. */
function heldBeside(held: ReadonlyMap<string, readonly Change[]>, base: State, head: State): Change[] {
  const shown = new Set([...base.tools, ...head.tools].map(({ operation }) => operation));
  return [...held]
    .filter(([operation]) => !shown.has(operation))
    .flatMap(([operation, changes]) =>
      changes.map((one) => ({ ...one, at: `${operation} ${one.at}`.trim() })),
    );
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
      ...about(head),
      ...weightOf(changes),
      ...(Object.keys(before).length > 0 ? { before } : {}),
      tokens: { before: base.tokens, after: head.tokens },
      changes,
    },
  ];
}

/** With another method or another operation behind its name, a tool is not merely renamed. */
function isRenamed({ before, changes }: Item): boolean {
  const isOther = changes.some(({ kind }) => kind === "method-changed" || kind === "operation-replaced");
  return before !== undefined && !isOther;
}

function addedItem(tool: ToolState, beside: readonly Change[]): Item {
  const { destroys, notifies } = effectsOf(tool);
  const changes = [
    destroys
      ? change("destructive-tool-added", "is new and may delete or destroy")
      : notifies
        ? change("notifying-tool-added", "is new and may notify people")
        : change("tool-added", "is new"),
    ...beside,
  ];
  return { ...about(tool), ...weightOf(changes), tokens: { before: 0, after: tool.tokens }, changes };
}

function removedItem(tool: ToolState, held: readonly Change[]): Item {
  const changes = [change("tool-removed", "is gone"), ...held];
  return { ...about(tool), ...weightOf(changes), tokens: { before: tool.tokens, after: 0 }, changes };
}

function about({ operation, name, described, access }: ToolState) {
  return { operation, tool: name, described, access };
}

function weightOf(changes: readonly Change[]): Pick<Item, "class" | "verdict"> {
  return {
    class: firstClass(changes.map((one) => one.class)),
    verdict: gravest(changes.map(({ verdict }) => verdict)),
  };
}

function newMisfits(base: readonly Misfit[], head: readonly Misfit[]): Broken[] {
  const known = new Set(base.map(({ code, what }) => `${code} ${what}`));
  return head
    .filter(({ code, what }) => !known.has(`${code} ${what}`))
    .map((misfit) => {
      const weight = change(LOSES_ITS_SOURCE.has(misfit.code) ? "source-broken" : "source-misfit", "");
      return { ...misfit, class: weight.class, verdict: weight.verdict };
    });
}

/** A relation or a poll that reads a missing field misleads the model or the runtime. */
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

function counted<T extends string>(names: readonly T[], all: readonly T[]): Record<T, number> {
  const counts = names.map((name) => [name, all.filter((one) => one === name).length]);
  return Object.fromEntries(counts) as Record<T, number>;
}
