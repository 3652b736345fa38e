import { stemmer } from "stemmer";

/** Letters and digits in lower case, without accents, words separated by single spaces. */
export function plain(text: string): string {
  return spaced(text.normalize("NFKD").replace(/\p{M}/gu, ""));
}

/** Letters and digits in lower case, words separated by single spaces. */
export function spaced(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Two names that differ only in case, form or surrounding spaces are the same name. */
export function folded(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}

/** Stems of words, each computed once during the function's life. */
export function createStems(): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word) ?? stemmer(word);
    stems.set(word, known);
    return known;
  };
}

/** The weight of a word that few texts contain. */
export function rareness(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** English words without a subject. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a an and any are as at be been but by can could did do does for from had has have he her here him his how i if " +
    "in into is it its just like me my need of off on or our out please she should so some than that the their them " +
    "then there these they this those to too up us want was we were what when where which while who whom whose why " +
    "will with would you your"
  ).split(" "),
);
