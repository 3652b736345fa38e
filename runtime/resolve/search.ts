import { folded } from "../text/words.js";
import type { Entry } from "./entries.js";
import {
  firstArguments,
  type ForCall,
  type List,
  type ListOrder,
  type ListPage,
  type Lists,
} from "./lists.js";

/** The result of a name in one list. */
export interface Search {
  /** The records with this name, without duplicates. */
  readonly matches: readonly Entry[];
  /** True if no record has exactly this name, and these have it without spaces or the kind's word. */
  readonly isLoose: boolean;
  /** All records that were read. */
  readonly seen: readonly Entry[];
  /** The number of records in the list, if the search stopped before its end and the number is known. */
  readonly of?: number;
  /** The list continues after the searched part. */
  readonly isCut: boolean;
}

/** Pages of a list that one search reads. With 200 records each they have 2,000. */
const MOST_PAGES = 10;
/** Maximum pages of a list that was filtered by the name: a longer list ignored the filter. */
const MOST_NARROWED = 2;

/**
 * Looks a name up in one list. The first page is read in full, because it often has all records and serves other names
 * too. A longer list is filtered by the name, if possible, before its other pages are read.
 */
export async function search(
  name: string,
  order: ListOrder,
  lists: Lists,
  forCall: ForCall,
): Promise<Search> {
  const search = { order, lists, forCall };
  return asUsed(order, forCall, async () => {
    const list = lists.get(order);
    const isOld = lists.isOld(list);
    const found = await inList(name, list, search);
    if (found.matches.length > 0 || !isOld) return found;
    // A missing record may have been created since.
    lists.forget(order, list);
    return inList(name, lists.get(order), search);
  });
}

/** A list that is read for a call counts as its own call, even if another call has cached it. */
export function asUsed<Result>(
  order: ListOrder,
  { call }: ForCall,
  work: () => Promise<Result>,
): Promise<Result> {
  return call.pass({ purpose: "lookup", tool: order.tool, args: firstArguments(order) }, work);
}

/** The result of a name over all its lists. */
export function matchesIn(searches: readonly Search[]): readonly Entry[] {
  const named = searches.filter(({ matches }) => matches.length > 0);
  const exact = named.filter(({ isLoose }) => !isLoose);
  return distinct((exact.length > 0 ? exact : named).flatMap(({ matches }) => matches));
}

interface ListSearch {
  readonly order: ListOrder;
  readonly lists: Lists;
  readonly forCall: ForCall;
}

async function inList(name: string, list: List, { order, lists, forCall }: ListSearch): Promise<Search> {
  const first = await list.page(0, forCall);
  const { filter } = order.source;
  const noun = nounOf(order.tool.name);
  if (first?.next && filter !== undefined && !isNumber(name) && !hasCertain(name, noun, first)) {
    const narrowed = { ...order, args: { ...order.args, [filter]: name } };
    const found = await asUsed(narrowed, forCall, () =>
      walk({ name, noun }, lists.get(narrowed), forCall, MOST_NARROWED),
    );
    if (found.matches.length > 0 && !found.isLoose) return found;
  }
  return walk({ name, noun }, list, forCall);
}

/** The given name, and the name of its kind, such as `team`. */
interface Named {
  readonly name: string;
  readonly noun: string;
}

async function walk({ name, noun }: Named, list: List, forCall: ForCall, most = MOST_PAGES): Promise<Search> {
  const pages: ListPage[] = [];
  while (pages.length < most) {
    const page = await list.page(pages.length, forCall);
    if (!page) break;
    pages.push(page);
    if (!page.next || hasCertain(name, noun, page)) break;
  }
  const seen = pages.flatMap(({ entries }) => entries);
  const last = pages.at(-1);
  const isCut = last?.next !== undefined && pages.length === most;
  const exact = distinct(pages.flatMap((page) => namedIn(page, name, noun)));
  const own = exact.filter(({ value }) => value === name);
  // The unread part of the list may have a record with exactly this name.
  const isLoose = exact.length === 0 && !isCut;
  const loose = isLoose ? distinct(seen.filter((entry) => isLooselyNamed(entry, name, noun))) : [];
  const matches = own.length > 0 ? own : [...exact, ...loose];
  return { matches, isLoose, seen, of: last?.total, isCut };
}

/** Whether a page has an unambiguous match: ids and numbers are unique. */
function hasCertain(name: string, noun: string, { entries }: ListPage): boolean {
  return entries.some(
    ({ value, number }) => value === name || (number !== undefined && number === bareNumber(name, noun)),
  );
}

/** The records of a page by name. A page is read once and serves all names that are looked up in it. */
function namedIn(page: ListPage, name: string, noun: string): readonly Entry[] {
  const index = indexes.get(page) ?? indexOf(page);
  indexes.set(page, index);
  const numbered = index.get(numberKey(bareNumber(name, noun))) ?? [];
  return [...numbered, ...(index.get(folded(name)) ?? [])];
}

const indexes = new WeakMap<ListPage, ReadonlyMap<string, readonly Entry[]>>();

function indexOf({ entries }: ListPage): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { value, names, number } = entry;
    const keys = new Set([value, ...names].map(folded));
    if (number !== undefined) keys.add(numberKey(number));
    for (const key of keys) {
      const named = index.get(key);
      if (named) named.push(entry);
      else index.set(key, [entry]);
    }
  }
  return index;
}

/** No folded text begins with this. */
function numberKey(number: string): string {
  return `\0${number}`;
}

/** "Payments team" matches Payments among teams, and "P 2" matches P2. */
function isLooselyNamed({ value, names }: Entry, name: string, noun: string): boolean {
  const wanted = [name, withoutNoun(name, noun)].map(joined).filter((text) => text !== "");
  return [value, ...names].some((own) => wanted.includes(joined(own)));
}

/** The number in `302`, `#302` and `order 302`. */
function bareNumber(name: string, noun: string): string {
  return withoutNoun(name, noun).replace(/^#\s*/, "");
}

function isNumber(name: string): boolean {
  return /^#?\s*\d+$/.test(name.trim());
}

function withoutNoun(name: string, noun: string): string {
  const text = name.trim();
  const lower = text.toLowerCase();
  if (lower.startsWith(`${noun} `)) return text.slice(noun.length).trim();
  return lower.endsWith(` ${noun}`) ? text.slice(0, -noun.length).trim() : text;
}

function joined(name: string): string {
  return folded(name).replaceAll(/[\s_-]/g, "");
}

/** The singular for the records of a list tool: `team` for `list_teams`. */
export function nounOf(tool: string): string {
  const plural = tool.split("_").at(-1) ?? tool;
  return plural.replace(/ies$/, "y").replace(/s$/, "");
}

function distinct(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.value, entry])).values()];
}
