import { change, type Change } from "./change.js";
import type { Schema } from "./schema-words.js";
import type { ToolState } from "./state.js";
import { wordsOf } from "./word-changes.js";

/** Names that the base answered to and the head does not. */
export function namesGone(base: readonly ToolState[], head: readonly ToolState[]): Set<string> {
  const answered = new Set(head.flatMap(({ name, aliases }) => [name, ...aliases]));
  return new Set(
    base.flatMap(({ name, aliases }) => [name, ...aliases]).filter((name) => !answered.has(name)),
  );
}

/** Texts of a tool that name a removed tool, as a source of values, as a poll, or as an alternative. */
export function brokenReferences(tool: ToolState, gone: ReadonlySet<string>): Change[] {
  if (gone.size === 0) return [];
  const texts = new Map([["description", tool.description], ...wordsOf(tool.input as unknown as Schema)]);
  return [...texts].flatMap(([at, text]) =>
    // A name of one word may be an ordinary word in a text.
    [...new Set(text.match(/[a-z0-9]+(?:_[a-z0-9]+)+/g))]
      .filter((name) => gone.has(name))
      .map((name) => change("reference-broken", `names ${name}, which no longer exists`, { at })),
  );
}
