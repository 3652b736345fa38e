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
  /** How people ask for it; searched, never served. */
  readonly asks: readonly string[];
}

/** What the index holds: a tool itself, or one way of asking for it, which is found on its own. */
type Entry = Partial<Omit<SearchDocument, "asks">> & { readonly id: string; readonly ask?: string };

/** The index as it is searched. */
export type SearchIndex = MiniSearch<Entry>;

/** Builds the index at generation, as text that `readSearchIndex` takes. The same documents give the same text. */
export function buildSearchIndex(documents: readonly SearchDocument[]): string {
  const index = new MiniSearch<Entry>(indexOptions);
  for (const { asks, ...document } of documents) {
    index.add({ id: document.name, ...document });
    index.addAll(asks.map((ask, number) => ({ id: `${document.name}#${number}`, ask })));
  }
  return JSON.stringify(index);
}

/** Reads an index that `buildSearchIndex` made. */
export function readSearchIndex(text: string): SearchIndex {
  return MiniSearch.loadJSON<Entry>(text, indexOptions);
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
    boost: { name: 1.5, title: 2, ask: 2, tags: 1, description: 1, arguments: 0.3 },
    boostTerm: (term) => (term.startsWith(conceptMark) ? 0.4 : 1),
    fuzzy: (term) => (term.length > 5 && !term.startsWith(conceptMark) ? 0.15 : false),
    weights: { fuzzy: 0.2, prefix: 0 },
    filter: ({ id }) => admits(toolOf(id as string)),
  });
  const scores = new Map<string, { own: number; best: number; others: number }>();
  for (const { id, score } of hits) {
    const name = toolOf(id as string);
    const sum = scores.get(name) ?? { own: 0, best: 0, others: 0 };
    if (id === name) sum.own = score;
    else if (score > sum.best) [sum.best, sum.others] = [score, sum.others + sum.best];
    else sum.others += score;
    scores.set(name, sum);
  }
  const total = (name: string) => {
    const { own, best, others } = scores.get(name)!;
    return (own + ASK_WEIGHT * best + OTHER_ASKS_WEIGHT * others) * (preferred.has(name) ? PREFERENCE : 1);
  };
  const totals = new Map([...scores.keys()].map((name) => [name, total(name)]));
  return [...totals].sort(([, one], [, other]) => other - one).map(([name]) => name);
}

const ASK_WEIGHT = 1;
const OTHER_ASKS_WEIGHT = 0.2;
const PREFERENCE = 1.3;

function toolOf(id: string): string {
  const end = id.indexOf("#");
  return end === -1 ? id : id.slice(0, end);
}

/** Stands before a concept's name among the terms; no word begins with it. */
const conceptMark = "~";

const indexOptions: Options<Entry> = {
  idField: "id",
  fields: ["name", "title", "description", "arguments", "tags", "ask"],
  tokenize: words,
  processTerm: terms,
  extractField: (entry, field) =>
    field === "description" && entry.description !== undefined
      ? ownWords(entry.description)
      : (entry[field as keyof Entry] as string),
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
