import { stemmer } from "stemmer";
import { stopWords } from "../discover/vocabulary.js";

/** Stems of a text's words, without those that say nothing. */
export type Words = (text: string) => string[];

/** Texts of records repeat their words, so each is stemmed once. */
export function createWords(): Words {
  const stems = new Map<string, string>();
  const stemOf = (word: string) => {
    const known = stems.get(word) ?? stemmer(word);
    stems.set(word, known);
    return known;
  };
  return (text) =>
    plain(text)
      .split(" ")
      .filter((word) => word !== "" && !stopWords.has(word))
      .map(stemOf);
}

/** Letters and digits in lower case, without accents, words parted by single spaces. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** All texts and numbers in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
