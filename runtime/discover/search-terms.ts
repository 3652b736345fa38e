import { stemmer } from "stemmer";
import { concepts, phrases, stopWords } from "./vocabulary.js";

/** What kind of term it is decides how much it weighs. */
const WEIGHTS = { word: 1, concept: 1, stop: 1.5, pair: 0.4 } as const;

/**
 * The terms of a text: stems of its words, the concepts they belong to, and pairs of neighbors. Words such as `who` and
 * `which` count too, apart from the others: they tell a question from an order.
 */
export function termsOf(text: string): string[] {
  const found = wordsOf(text);
  const stems = found.map((word) => stemmer(word));
  const single = found.flatMap((word, at) =>
    stopWords.has(word) ? [`_${stems[at]}`] : [stems[at]!, ...(conceptsByStem.get(stems[at]!) ?? [])],
  );
  return [...single, ...stems.slice(1).map((stem, at) => `${stems[at]}+${stem}`)];
}

/** How much a term weighs beside how rare it is. */
export function weightOf(term: string): number {
  if (term.includes("+")) return WEIGHTS.pair;
  if (term.startsWith("_")) return WEIGHTS.stop;
  return term.startsWith("~") ? WEIGHTS.concept : WEIGHTS.word;
}

/** Words of a text in lower case, without endings such as 's, set phrases folded into one. */
function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/(?:n['’]t|['’](?:s|re|ve|ll|d|m))(?![\p{L}\p{N}])/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return plain.split(" ").reduce<string[]>((folded, word) => {
    const phrase = folded.length > 0 ? phrases[`${folded.at(-1)} ${word}`] : undefined;
    if (phrase === undefined) folded.push(word);
    else folded[folded.length - 1] = phrase;
    return folded;
  }, []);
}

const conceptsByStem: ReadonlyMap<string, readonly string[]> = byStem();

function byStem(): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [concept, listed] of Object.entries(concepts)) {
    for (const stem of new Set(wordsOf(listed).map(stemmer)))
      all.set(stem, [...(all.get(stem) ?? []), `~${concept}`]);
  }
  return all;
}
