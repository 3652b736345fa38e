import { change, type Change } from "./change.js";
import type { Schema } from "./schema-words.js";
import { suspicions } from "../suspicion/signs.js";
import { newWords, wordDiff } from "./word-diff.js";

/** Compares the descriptions of arguments. All text of a new argument counts as new. */
export function wordChanges(before: Schema, after: Schema): Change[] {
  if (before === after) return [];
  const [was, is] = [wordsOf(before), wordsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((at) => {
    const [old, now] = [was.get(at), is.get(at)];
    // An added or removed argument is its own change. Its text is reported only if it looks suspicious.
    if (now === undefined || (old === undefined && suspicions(now).length === 0)) return [];
    return [...sourceChange(at, old, now), ...textChange(at, old ?? "", now)];
  });
}

/** Compares one text of a tool. The change is harmless, but has warnings if the new words look like instructions. */
export function textChange(at: string, before: string, after: string): Change[] {
  if (before === after) return [];
  const words = wordDiff(before, after);
  const known = suspicions(before);
  const added = newWords(words);
  // Old and new words together may look like instructions, so the whole text is checked too.
  const warnings = [
    ...new Set([...suspicions(added), ...suspicions(after).filter((sign) => !known.includes(sign))]),
  ];
  return [
    change("words-changed", "was reworded", {
      at,
      words,
      warnings: warnings.length > 0 ? warnings : undefined,
    }),
  ];
}

/** The generator appends the source of the values to an argument's description. */
function sourceChange(at: string, before: string | undefined, after: string): Change[] {
  const [was, is] = [sourceIn(before), sourceIn(after)];
  if (was === undefined || is !== undefined) return [];
  return [change("source-lost", `no longer says where its values come from (${was})`, { at })];
}

function sourceIn(words: string | undefined): string | undefined {
  return words?.match(/\bFrom [a-z0-9]+(?:_[a-z0-9]+)+(?: \([^)]*\))?/)?.[0];
}

/** The description of each argument by path, as a model reads it; empty if it has none. */
export function wordsOf(schema: Schema, at = ""): Map<string, string> {
  const found = new Map<string, string>();
  const add = (inner: Schema, path: string, always: boolean) => {
    if (always || inner.description !== undefined) found.set(path, String(inner.description ?? ""));
    for (const [place, words] of wordsOf(inner, path)) found.set(place, words);
  };
  for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    add(field, at === "" ? name : `${at}.${name}`, true);
  }
  if (schema.items !== undefined) add(schema.items as Schema, `${at}[]`, false);
  if (typeof schema.additionalProperties === "object")
    add(schema.additionalProperties as Schema, `${at}.*`, false);
  ((schema.anyOf ?? []) as Schema[]).forEach((option, index) => add(option, `${at}(${index + 1})`, false));
  return found;
}
