import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { ReviewedChange, ReviewSection, SurfaceDiff } from "../../gateway/review/comparison.js";
import type { Change } from "../../generator/diff/change.js";
import { diff } from "../../generator/diff/diff.js";
import { stateOfCatalogue } from "../../generator/diff/from-catalogue.js";
import { fate, isTold } from "../../generator/diff/print.js";
import { placeOf, saidOf, sectionsOf, type Section } from "../../generator/diff/sections.js";
import { verify } from "../../generator/diff/verify.js";
import { parseSurfaceLock, surfaceLock } from "../../generator/render/surface-lock.js";
import { estimating } from "../../generator/render/tokens.js";
import { type Catalogue, ownTools } from "../../runtime/index.js";

/** The differences between the served catalogue and the one on disk, for the gateway's review. */
export async function surfaceDiff(served: Catalogue, committed: Catalogue): Promise<SurfaceDiff> {
  // A comparison of all tools takes a part of a second, and usually nothing changed.
  if (isDeepStrictEqual(served, committed)) return noDiff(served);
  // Each step has a turn of the event loop of its own, so that calls go on in between.
  await setImmediate();
  const before = await stateOf(served, "served");
  await setImmediate();
  const after = await stateOf(committed, "on disk");
  await setImmediate();
  const found = diff(before, after);
  const { verdicts, tools, tokens } = found.summary;
  return { verdicts, tools, tokens, abilities: found.abilities, sections: sectionsOf(found).map(sectionOf) };
}

function noDiff({ index, workflows = [] }: Catalogue): SurfaceDiff {
  const entries = [...Object.values(index), ...workflows.map(({ entry }) => entry)];
  const sum = entries.reduce((total, { tokens = 0 }) => total + tokens, 0);
  return {
    verdicts: { breaking: 0, widening: 0, harmless: 0 },
    tools: { before: entries.length, after: entries.length },
    tokens: { before: sum, after: sum },
    abilities: [],
    sections: [],
  };
}

function stateOf(catalogue: Catalogue, label: string) {
  const costs = Object.entries(catalogue.index).flatMap(([name, { tokens }]) =>
    tokens === undefined ? [] : [{ name, tokens }],
  );
  return stateOfCatalogue(catalogue, label, costs, estimating);
}

function sectionOf({ class: name, title, beside, shared, entries }: Section): ReviewSection {
  return {
    name,
    title,
    beside: beside.map(changeOf),
    shared: shared.map((one) => ({
      at: placeOf(one).join(" "),
      says: saidOf(one),
      verdict: one.change.verdict,
      tools: one.tools,
    })),
    tools: entries.map((entry) => ({
      tool: entry.item.tool,
      operation: entry.item.operation,
      says: fate(entry),
      tokens: entry.item.tokens,
      changes: entry.changes.filter(isTold).map(changeOf),
    })),
  };
}

function changeOf({ at, says, verdict, words, warnings }: Change): ReviewedChange {
  return {
    says,
    verdict,
    ...(at === undefined ? {} : { at }),
    ...(words ? { words } : {}),
    ...(warnings ? { warnings } : {}),
  };
}

/** Compares the served surface with the text of `surface.lock`. */
export function lockDifferences(
  served: Catalogue,
  lock: string,
): { readonly compared: number; readonly differences: readonly string[] } {
  const own = ownToolsOf(served);
  const reviewed = parseSurfaceLock(lock);
  const { parts } = surfaceLock(served, own);
  const { differences } = verify(reviewed, { tools: [...served.tools, ...own], parts, whole: true });
  return { compared: reviewed.parts.size, differences };
}

/** The hash of everything that is served, as the manifest of a release has it. */
export function servedHash(served: Catalogue): string {
  return surfaceLock(served, ownToolsOf(served)).surface;
}

function ownToolsOf({ knowledge }: Catalogue) {
  return [...ownTools, ...(knowledge?.tools ?? [])];
}
