import { change, type Change } from "./change.js";
import type { Schema } from "./schema-changes.js";
import { suspicions } from "../suspicion/signs.js";
import { newWords, wordDiff } from "./word-diff.js";

/** The words of arguments that both sides have, compared; those of a new one count as new. */
export function wordChanges(before: Schema, after: Schema): Change[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((at) => {
    const [old, now] = [was.get(at), is.get(at)];
    // An argument that came or went is told as such; its words only where they need a second look.
    if (now === undefined || (old === undefined && suspicions(now).length === 0)) return [];
    return [...sourceChange(at, old, now), ...textChange(at, old ?? "", now)];
  });
}

/** One text of a tool, compared; harmless in itself, with what looks like instructions in the words that came. */
export function textChange(at: string, before: string, after: string): Change[] {
  if (before === after) return [];
  const words = wordDiff(before, after);
  const known = suspicions(before);
  const added = newWords(words);
  // A sign may span words that stayed and words that came, so the whole text is looked at as well.
  const warnings = [
    ...new Set([...suspicions(added), ...suspicions(after).filter((sign) => !known.includes(sign))]),
  ];
  return [
    change("words-changed", "reads otherwise", {
      at,
      words,
      warnings: warnings.length > 0 ? warnings : undefined,
    }),
  ];
}

/** Where the values come from is told at the end of an argument's words, by the generator. */
function sourceChange(at: string, before: string | undefined, after: string): Change[] {
  const [was, is] = [sourceIn(before), sourceIn(after)];
  if (was === undefined || is !== undefined) return [];
  return [change("source-lost", `no longer says where its values come from (${was})`, { at })];
}

function sourceIn(words: string | undefined): string | undefined {
  return words?.match(/\bFrom [a-z0-9_]+ \([^)]*\)/)?.[0];
}

/** The words of every argument by its path, as a model reads them; empty where it has none. */
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
