import MiniSearch, { type Options } from "minisearch";
import { stemmer } from "stemmer";
import { concepts, phrases, stopWords } from "./vocabulary.js";

/** What search knows of a tool; argument names, tags and keywords are separated by spaces. */
export interface SearchDocument {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: string;
  readonly tags: string;
  /** Words that people use for it and that stand nowhere else; they are searched, never served. */
  readonly keywords?: string;
}

/** The index as it is searched. */
export type SearchIndex = MiniSearch<SearchDocument>;

/** Builds the index at generation, as text that `readSearchIndex` takes. The same documents give the same text. */
export function buildSearchIndex(documents: readonly SearchDocument[]): string {
  const index = new MiniSearch<SearchDocument>(indexOptions);
  index.addAll(documents);
  return JSON.stringify(index);
}

/** Reads an index that `buildSearchIndex` made. */
export function readSearchIndex(text: string): SearchIndex {
  return MiniSearch.loadJSON<SearchDocument>(text, indexOptions);
}

/**
 * Names of the tools that fit a query in plain words, best first, among those admitted. Preferred ones, which do the
 * common work, rank a little higher.
 */
export function searchIndex(
  index: SearchIndex,
  query: string,
  preferred: ReadonlySet<string>,
  admits: (name: string) => boolean,
): string[] {
  const hits = index.search(query, {
    boost: { name: 1.5, title: 2, keywords: 2, tags: 1, description: 1, arguments: 0.3 },
    boostTerm: (term) => (term.startsWith(conceptMark) ? 0.4 : 1),
    boostDocument: (name: string) => (preferred.has(name) ? 1.3 : 1),
    fuzzy: (term) => (term.length > 5 && !term.startsWith(conceptMark) ? 0.15 : false),
    weights: { fuzzy: 0.2, prefix: 0 },
    filter: ({ id }) => admits(id as string),
  });
  return hits.map(({ id }) => id as string);
}

/** Stands before a concept's name among the terms; no word begins with it. */
const conceptMark = "~";

const indexOptions: Options<SearchDocument> = {
  idField: "name",
  fields: ["name", "title", "description", "arguments", "tags", "keywords"],
  tokenize: words,
  processTerm: terms,
  extractField: (document, field) =>
    field === "description" ? ownWords(document.description) : document[field as keyof SearchDocument],
};

/** A description without the clauses that name other tools: they say what this one is not. */
function ownWords(description: string): string {
  return description
    .split(/(?<=[.;:,])\s/)
    .filter((clause) => !/[a-z0-9]_[a-z0-9]/.test(clause))
    .join(" ");
}

/** Words of a text in lower case, phrases folded into one. */
function words(text: string): string[] {
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

/** The terms that stand for a word: its stem and the concepts it belongs to; none for a word that says nothing. */
function terms(word: string): string[] | null {
  if (stopWords.has(word)) return null;
  const stem = stemmer(word);
  return [stem, ...(conceptsByStem.get(stem) ?? [])];
}

const conceptsByStem: ReadonlyMap<string, readonly string[]> = byStem();

function byStem(): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [concept, listed] of Object.entries(concepts)) {
    for (const stem of new Set(words(listed).map(stemmer))) {
      all.set(stem, [...(all.get(stem) ?? []), `${conceptMark}${concept}`]);
    }
  }
  return all;
}
