import { stemmer } from "stemmer";
import type { Vocabulary } from "../contract/search.js";
import { spaced, stopWords } from "../text/words.js";
import { plainVocabulary } from "./concepts.js";

/** The kind of a term decides its weight. */
const WEIGHTS = { word: 1, concept: 1, stop: 1.5, pair: 0.4 } as const;

/** The terms of a text. */
export type Terms = (text: string) => string[];

/**
 * Reads terms: stems of a text's words, their concepts, and pairs of neighbouring words. Words such as `who` and
 * `which` count separately, because they distinguish a question from an order.
 * @param own the API's vocabulary, added to the words of every API
 */
export function createTerms(
  own: Vocabulary = { phrases: {}, concepts: {} },
  stemOf: (word: string) => string = stemmer,
): Terms {
  const phrases = phrasesOf({ ...plainVocabulary.phrases, ...own.phrases });
  const concepts = conceptsByStem({ ...plainVocabulary.concepts, ...own.concepts }, phrases);
  return (text) => {
    const found = wordsOf(text, phrases);
    const stems = found.map(stemOf);
    const single = found.flatMap((word, at) =>
      stopWords.has(word) ? [`_${stems[at]}`] : [stems[at]!, ...(concepts.get(stems[at]!) ?? [])],
    );
    return [...single, ...stems.slice(1).map((stem, at) => `${stems[at]}+${stem}`)];
  };
}

/** A term's weight, besides its rarity. */
export function weightOf(term: string): number {
  if (term.includes("+")) return WEIGHTS.pair;
  if (term.startsWith("_")) return WEIGHTS.stop;
  return term.startsWith("~") ? WEIGHTS.concept : WEIGHTS.word;
}

interface Phrases {
  readonly words: Vocabulary["phrases"];
  /** The last words of all phrases. Few words of a text are one, and only these are looked up. */
  readonly ends: ReadonlySet<string>;
}

function phrasesOf(words: Vocabulary["phrases"]): Phrases {
  return {
    words,
    ends: new Set(Object.keys(words).map((phrase) => phrase.slice(phrase.lastIndexOf(" ") + 1))),
  };
}

/** Words of a text in lower case, without endings such as 's. A phrase becomes one word. */
function wordsOf(text: string, { words, ends }: Phrases): string[] {
  const whole = text
    .toLowerCase()
    .replace(/(?:n['\u2019]t|['\u2019](?:s|re|ve|ll|d|m))(?![\p{L}\p{N}])/gu, "");
  return spaced(whole)
    .split(" ")
    .reduce<string[]>((folded, word) => {
      const isEnd = folded.length > 0 && ends.has(word);
      const phrase = isEnd ? words[`${folded.at(-1)} ${word}`] : undefined;
      if (phrase === undefined) folded.push(word);
      else folded[folded.length - 1] = phrase;
      return folded;
    }, []);
}

function conceptsByStem(concepts: Vocabulary["concepts"], phrases: Phrases): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [concept, listed] of Object.entries(concepts)) {
    for (const stem of new Set(wordsOf(listed, phrases).map((word) => stemmer(word))))
      all.set(stem, [...(all.get(stem) ?? []), `~${concept}`]);
  }
  return all;
}
