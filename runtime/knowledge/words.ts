import { createStems, plain, stopWords } from "../text/words.js";

/** Stems of a text's words, without common words. */
export type Words = (text: string) => string[];

/** Records repeat their words, so each is stemmed once. */
export function createWords(): Words {
  const stemOf = createStems();
  return (text) =>
    plain(text)
      .split(" ")
      .filter((word) => word !== "" && !stopWords.has(word))
      .map(stemOf);
}

/** All texts and numbers in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
