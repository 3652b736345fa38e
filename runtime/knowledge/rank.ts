import type { Found, Item } from "./document.js";
import type { Query } from "./query.js";
import { plain, rareness } from "../text/words.js";
import { textsIn, type Words } from "./words.js";

/** A record that may match. */
export interface Candidate {
  readonly kind: string;
  readonly found: Found;
  readonly item: Item;
  /** The API found it by the query's words. */
  readonly isNarrowed: boolean;
}

/** A word in the title counts this many times more than elsewhere. */
const TITLE_WEIGHT = 3;
/** The score for a match that only the API found: less than any word. */
const NARROWED_SCORE = 0.05;
const NAMED_KIND = 2.5;
/** A short name with the word is a better match than a longer one. */
const WHOLE_NAME = 2;
const PHRASE = 1.5;
/** Higher than all words together. */
const NUMBER_SCORE = 1_000;

/** Records that match a query, best first. Equal ones are sorted by time, newest first. */
export function rank(query: Query, candidates: readonly Candidate[], words: Words): Candidate[] {
  const texts = candidates.map(({ found, item }) => ({
    name: words(String(item["name"] ?? found.title)),
    title: new Set(words(found.title)),
    rest: new Set(words(textsIn(item["words"]).join(" "))),
  }));
  const weights = new Map(
    query.terms.map((term) => [term, rareness(texts.filter(has(term)).length, texts.length)]),
  );
  const scored = candidates.map((candidate, at) => ({
    candidate,
    score: scoreOf(query, candidate, texts[at]!, weights),
  }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || later(one.candidate, other.candidate))
    .map(({ candidate }) => candidate);
}

interface Texts {
  readonly name: readonly string[];
  readonly title: ReadonlySet<string>;
  readonly rest: ReadonlySet<string>;
}

function scoreOf(
  query: Query,
  { kind, found, item, isNarrowed }: Candidate,
  texts: Texts,
  weights: ReadonlyMap<string, number>,
): number {
  let score = isNarrowed ? NARROWED_SCORE : 0;
  for (const [term, weight] of weights) {
    if (texts.title.has(term)) score += weight * TITLE_WEIGHT;
    else if (texts.rest.has(term)) score += weight;
  }
  if (texts.name.length > 0 && texts.name.every((word) => weights.has(word))) score *= WHOLE_NAME;
  if (query.terms.length > 1 && plain(found.title).includes(query.plain)) score *= PHRASE;
  if (query.number !== undefined && String(item["number"]) === query.number) score += NUMBER_SCORE;
  if (!query.kinds.has(kind)) return score;
  // A query that only names a kind means its newest records.
  return query.terms.length === 0 ? score + 1 : score * NAMED_KIND;
}

function has(term: string) {
  return ({ title, rest }: Texts) => title.has(term) || rest.has(term);
}

function later(one: Candidate, other: Candidate): number {
  const [a, b] = [one, other].map(({ item }) => String(item["at"] ?? ""));
  return a === b ? (one.found.id < other.found.id ? -1 : 1) : a! > b! ? -1 : 1;
}
