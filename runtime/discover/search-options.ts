import type { StoredIndex, Vocabulary } from "../contract/search.js";
import { createStems, rareness } from "../text/words.js";
import { createTerms, weightOf, type Terms } from "./search-terms.js";

/** A tool's data for search. */
export interface SearchDocument {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Typical questions for it; searched, never served. */
  readonly asks: readonly string[];
  /** People ask for it more often than for others. */
  readonly common?: boolean;
}

/** The index as it is searched. */
export interface SearchIndex {
  /** Parses a query in the same way as the index. */
  readonly termsOf: Terms;
  /** Rareness of a term times its weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly asks: readonly { readonly tool: string; readonly length: number }[];
  /** Numbers of the questions that contain a term. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
  /** How often a tool's own words contain a term, including all its questions. */
  readonly tools: ReadonlyMap<
    string,
    {
      readonly counts: ReadonlyMap<string, number>;
      readonly size: number;
      /** The meaning of the first word of its name: `~create`. */
      readonly verbs: readonly string[];
      readonly common: boolean;
    }
  >;
  readonly meanSize: number;
}

/** Builds the input of `readSearchIndex`. The same documents give the same index. */
export function buildSearchIndex(documents: readonly SearchDocument[], vocabulary?: Vocabulary): StoredIndex {
  const termsOf = createTerms(vocabulary, createStems());
  const stored = (text: string) => termsOf(text).join(" ");
  const tools = Object.fromEntries(
    documents.map(({ name, title, description, asks, common }) => [
      name,
      {
        asks: [...asks, title, name.replaceAll("_", " ")].map(stored),
        words: stored(ownWords(description)),
        ...(common ? { common: true as const } : {}),
      },
    ]),
  );
  return { ...(vocabulary ? { vocabulary } : {}), tools };
}

/** Reads an index that `buildSearchIndex` made. */
export function readSearchIndex({ vocabulary, tools }: StoredIndex): SearchIndex {
  const termsOf = createTerms(vocabulary);
  const entries = Object.entries(tools).map(([tool, { asks, words, common = false }]) => {
    const own = asks.map(termsIn);
    const all = [...own.flat(), ...termsIn(words)];
    const counts = new Map<string, number>();
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
    const verbs = termsOf(tool.split("_")[0]!).filter((term) => VERBS.has(term));
    return { tool, asks: own, counts, size: all.length, verbs, common };
  });
  const weights = weigh(entries.map(({ counts }) => counts));
  const asks = entries.flatMap(({ tool, asks: own }) =>
    own.map((terms) => ({ tool, terms: new Set(terms) })),
  );
  const holders = new Map<string, number[]>();
  asks.forEach(({ terms: own }, at) => {
    for (const term of own) {
      const known = holders.get(term);
      if (known) known.push(at);
      else holders.set(term, [at]);
    }
  });
  return {
    termsOf,
    weights,
    asks: asks.map(({ tool, terms: own }) => ({ tool, length: lengthOf(own, weights) })),
    holders,
    tools: new Map(entries.map(({ tool, ...entry }) => [tool, entry])),
    meanSize: entries.reduce((sum, { size }) => sum + size, 0) / Math.max(1, entries.length),
  };
}

/**
 * Names of the tools that fit a query, best first, among the admitted ones. A tool is scored by its questions that are
 * most similar to the query, by all its words together (BM25), and by the requested action.
 */
export function searchIndex(index: SearchIndex, query: string, admits: (name: string) => boolean): string[] {
  const terms = new Set(index.termsOf(query).filter((term) => index.weights.has(term)));
  const queryLength = lengthOf(terms, index.weights) || 1;
  const likeness = new Map<number, number>();
  for (const term of terms) {
    for (const ask of index.holders.get(term) ?? []) {
      likeness.set(ask, (likeness.get(ask) ?? 0) + index.weights.get(term)! ** 2);
    }
  }
  const byTool = new Map<string, number[]>();
  for (const [ask, shared] of likeness) {
    const { tool, length } = index.asks[ask]!;
    byTool.set(tool, [...(byTool.get(tool) ?? []), shared / (length ** LENGTH_POWER * queryLength)]);
  }
  const asksToRead = READING.test(query);
  const scores = [...index.tools]
    .filter(([tool]) => admits(tool))
    .map(([tool, { verbs, common }]) => {
      const found = best(byTool.get(tool) ?? []) + WORDS_SHARE * (bm25(index, tool, terms) / queryLength);
      const fits = verbs.some((verb) => terms.has(verb)) ? FITTING_VERB : 0;
      const wrong = asksToRead && !verbs.some((verb) => READS.has(verb)) ? WRITES_WHERE_ASKED : 0;
      const score = found + fits - wrong + (common ? COMMON : 0);
      return { tool, found, score };
    });
  return scores
    .filter(({ found }) => found > 0)
    .sort((one, other) => other.score - one.score || (one.tool < other.tool ? -1 : 1))
    .map(({ tool }) => tool);
}

/** How much less long questions count, and what a tool's second-best question adds to its best. */
const LENGTH_POWER = 2;
const NEXT_BEST = 0.45;
const MOST_ASKS = 6;
/** The weight of all words of a tool, compared with its best questions. */
const WORDS_SHARE = 0.45;
const SATURATION = 0.8;
const SIZE_SHARE = 0.5;

/** The concepts of actions. */
const VERBS: ReadonlySet<string> = new Set(["~create", "~update", "~remove", "~list", "~read", "~close"]);
const READS: ReadonlySet<string> = new Set(["~list", "~read"]);
const FITTING_VERB = 0.3;
/** A question requests no change. */
const READING = /^\s*(who|what|which|how|where|when|whose|is|are|did|does|has|have|why)\b/i;
const WRITES_WHERE_ASKED = 0.3;
const COMMON = 0.1;

function best(likenesses: readonly number[]): number {
  const sorted = [...likenesses].sort((one, other) => other - one).slice(0, MOST_ASKS);
  return sorted.reduce((sum, value, at) => sum + value * NEXT_BEST ** at, 0);
}

function bm25({ tools, weights, meanSize }: SearchIndex, tool: string, terms: ReadonlySet<string>): number {
  const { counts, size } = tools.get(tool)!;
  const drag = SATURATION * (1 - SIZE_SHARE + (SIZE_SHARE * size) / meanSize);
  let score = 0;
  for (const term of terms) {
    const count = counts.get(term);
    if (count) score += (weights.get(term)! * count * (SATURATION + 1)) / (count + drag);
  }
  return score;
}

function termsIn(stored: string): string[] {
  return stored === "" ? [] : stored.split(" ");
}

/** A rare term weighs much. */
function weigh(tools: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const having = new Map<string, number>();
  for (const counts of tools) for (const term of counts.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  return new Map([...having].map(([term, count]) => [term, weightOf(term) * rareness(count, tools.length)]));
}

function lengthOf(terms: Iterable<string>, weights: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const term of terms) squares += (weights.get(term) ?? 0) ** 2;
  return Math.sqrt(squares) || 1;
}

/** A description without the clauses that name other tools, because they describe what this tool is not. */
function ownWords(description: string): string {
  return description
    .split(/(?<=[.;:,])\s/)
    .filter((clause) => !/[a-z0-9]_[a-z0-9]/.test(clause))
    .join(" ");
}
