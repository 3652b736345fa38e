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

/** What a name was found to mean in one list. */
export interface Search {
  /** The things that bear the name; one thing once. */
  readonly matches: readonly Entry[];
  /** All things that were seen. */
  readonly seen: readonly Entry[];
  /** Things in the list, where the search ended before its end: undefined where it did not, or nobody says. */
  readonly of?: number;
  /** The list goes on past what one search reads. */
  readonly isCut: boolean;
}

/** Pages of a list that one search reads; with 200 things each they hold 2,000. */
const MOST_PAGES = 10;
/** Of a list that was asked for the name: one that goes on took no notice. */
const MOST_NARROWED = 2;

/**
 * Looks a name up in one list. The first page is read whole, for it often is all there is and serves other names too.
 * A longer list is asked for the name, where it can be, before its further pages are read.
 */
export async function search(name: string, order: ListOrder, lists: Lists, asking: ForCall): Promise<Search> {
  return asUsed(order, asking, async () => {
    const list = lists.get(order);
    const isOld = lists.isOld(list);
    const found = await inList(name, list, order, lists, asking);
    if (found.matches.length > 0 || !isOld) return found;
    // What is missing may have been made since.
    lists.forget(order, list);
    return inList(name, lists.get(order), order, lists, asking);
  });
}

/** A list that is read for a call is a call of its own, even where another call has read it already. */
function asUsed<Result>(order: ListOrder, { call }: ForCall, work: () => Promise<Result>): Promise<Result> {
  return call.pass({ purpose: "lookup", tool: order.tool, args: firstArguments(order) }, work);
}

/** What a name was found to mean in all lists that it was looked up in. */
export function matchesIn(searches: readonly Search[]): readonly Entry[] {
  return distinct(searches.flatMap(({ matches }) => matches));
}

async function inList(
  name: string,
  list: List,
  order: ListOrder,
  lists: Lists,
  asking: ForCall,
): Promise<Search> {
  const first = await list.page(0, asking);
  const { filter } = order.source;
  if (first?.next && filter !== undefined && !isNumber(name) && !hasCertain(name, first)) {
    const narrowed = { ...order, args: { ...order.args, [filter]: name } };
    const found = await asUsed(narrowed, asking, () =>
      walk(name, lists.get(narrowed), asking, MOST_NARROWED),
    );
    if (found.matches.length > 0) return found;
  }
  return walk(name, list, asking);
}

async function walk(name: string, list: List, asking: ForCall, most = MOST_PAGES): Promise<Search> {
  const pages: ListPage[] = [];
  while (pages.length < most) {
    const page = await list.page(pages.length, asking);
    if (!page) break;
    pages.push(page);
    if (!page.next || hasCertain(name, page)) break;
  }
  const seen = pages.flatMap(({ entries }) => entries);
  const matches = distinct(seen.filter((entry) => isNamed(entry, name)));
  const own = matches.filter(({ value }) => value === name);
  const last = pages.at(-1);
  return {
    matches: own.length > 0 ? own : matches,
    seen,
    of: last?.total,
    isCut: last?.next !== undefined && pages.length === most,
  };
}

/** Whether a page has a thing that no other one can be confused with: ids and numbers are given once. */
function hasCertain(name: string, { entries }: ListPage): boolean {
  return entries.some(
    ({ value, number }) => value === name || (number !== undefined && number === bareNumber(name)),
  );
}

function isNamed({ value, names, number }: Entry, name: string): boolean {
  if (number !== undefined && number === bareNumber(name)) return true;
  return [value, ...names].some((own) => folded(own) === folded(name));
}

function bareNumber(name: string): string {
  return name.trim().replace(/^#\s*/, "");
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(bareNumber(name));
}

function distinct(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.value, entry])).values()];
}
