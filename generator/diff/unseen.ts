import { isDeepStrictEqual } from "node:util";
import type { State, UpstreamNote } from "./state.js";
import { textChange } from "./word-changes.js";
import type { WordChange } from "./word-diff.js";

/** A difference between two documents that no model sees. */
export interface Unseen {
  readonly operation: string;
  readonly kind: "parameters-reordered" | "prose-changed";
  /** For prose: `summary`, `description` or an argument's name. */
  readonly at?: string;
  readonly words?: readonly WordChange[];
  readonly warnings?: readonly string[];
}

/** Upstream differences that no tool contains: the order of parameters, and prose. */
export function unseenDifferences(
  { upstream: notesBefore }: Pick<State, "upstream">,
  { upstream: notesAfter }: Pick<State, "upstream">,
): Unseen[] {
  // A document that an import wrote has no notes, so the notes of the other one are not needed.
  const head = [...notesAfter()].filter(
    ([, { order, prose }]) => order.length + Object.keys(prose).length > 0,
  );
  if (head.length === 0) return [];
  const base = notesBefore();
  return head.flatMap(([operation, note]) => {
    const before = base.get(operation);
    if (before)
      return [...reordered(operation, before, note), ...proseChanges(operation, before.prose, note.prose)];
    return base.size === 0 ? [] : proseChanges(operation, {}, note.prose).filter(({ warnings }) => warnings);
  });
}

function reordered(operation: string, { order: was }: UpstreamNote, { order: is }: UpstreamNote): Unseen[] {
  const same = isDeepStrictEqual(was, is) || !isDeepStrictEqual([...was].sort(), [...is].sort());
  return same ? [] : [{ operation, kind: "parameters-reordered" }];
}

function proseChanges(
  operation: string,
  before: UpstreamNote["prose"],
  after: UpstreamNote["prose"],
): Unseen[] {
  return Object.entries(after).flatMap(([at, text]) =>
    textChange(at, before[at] ?? "", text)
      .filter(({ warnings }) => at in before || warnings)
      .map(({ words, warnings }) => ({
        operation,
        kind: "prose-changed" as const,
        at,
        words,
        ...(warnings ? { warnings } : {}),
      })),
  );
}
