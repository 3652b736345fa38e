import { plainName } from "./naming.js";
import type { Slot } from "./slots.js";
import type { ViewOf } from "./view.js";

/** A part of a list, and its position in the list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly from: number;
  readonly size: number;
}

const SIZES = new Set([
  "limit",
  "perpage",
  "pagesize",
  "size",
  "count",
  "maxresults",
  "first",
  "top",
  "itemsperpage",
]);
const PAGES = new Set(["page", "pagenumber", "currentpage", "pageindex"]);
const OFFSETS = new Set(["offset", "skip", "start", "startat", "startindex"]);
const CURSORS = new Set(["cursor", "after", "startingafter", "pagetoken", "nexttoken", "marker"]);

/** Names of parameters that page a list or shape its answer, in plain form; they choose no items. */
export function isPaging(name: string): boolean {
  const plain = plainName(name);
  return [SIZES, PAGES, OFFSETS, CURSORS].some((names) => names.has(plain));
}

/**
 * Cuts the page that a query asks for out of a list. Without a size the whole list is the page.
 * @param keyOf what a cursor names an item by
 */
export function pageOf<T>(query: URLSearchParams, all: readonly T[], keyOf: (item: T) => string): Page<T> {
  const asked = (names: ReadonlySet<string>) =>
    [...query].find(([name, value]) => names.has(plainName(name)) && value !== "")?.[1];
  const whole = (text: string | undefined, least: number) => {
    const number = Math.trunc(Number(text));
    return text === undefined || !Number.isFinite(number) ? undefined : Math.max(least, number);
  };
  const size = whole(asked(SIZES), 1) ?? Math.max(all.length, 1);
  const page = whole(asked(PAGES), 1) ?? 1;
  const cursor = asked(CURSORS);
  const after = cursor === undefined ? 0 : all.findIndex((item) => keyOf(item) === cursor) + 1;
  const from = whole(asked(OFFSETS), 0) ?? (after > 0 ? after : (page - 1) * size);
  return { items: all.slice(from, from + size), total: all.length, from, size };
}

/** The values of the fields around the items of a list, by the names that APIs use. */
type Say = (page: Page<unknown>) => unknown;
const ABOUT: readonly (readonly [RegExp, Say])[] = [
  [
    /^(total|count|total(count|items|results|records|elements|hits|entries|size)|resultcount|resultscount)$/,
    ({ total }) => total,
  ],
  [/^(totalpages|pages|pagecount|lastpage)$/, ({ total, size }) => Math.max(1, Math.ceil(total / size))],
  [
    /^(hasmore|hasnext|hasnextpage|more|moreresults)$/,
    ({ total, from, items }) => from + items.length < total,
  ],
  [/^(islast|lastpage|done|complete)$/, ({ total, from, items }) => from + items.length >= total],
  [/^(limit|perpage|pagesize|size)$/, ({ size }) => size],
  [/^(offset|skip|startat)$/, ({ from }) => from],
  [/^(page|currentpage|pagenumber)$/, ({ from, size }) => Math.floor(from / size) + 1],
];

/** Fields that lead to other pages. A made-up value would send a client to a page that does not exist. */
const LEADS = /next|prev|cursor|continuation|(page|sync)token|^(first|last|self)(url|link|page)?$/;

/** The fields of an envelope that describe the page, also in objects such as `meta.pagination`. */
export function aboutPage(
  schema: unknown,
  { path }: Slot,
  page: Page<unknown>,
  view: ViewOf,
): Record<string, unknown> {
  return about(schema, path, 0);

  function about(within: unknown, [items]: readonly string[], depth: number): Record<string, unknown> {
    const { fields, required } = view(within);
    const said: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      if (name === items) continue;
      const plain = plainName(name);
      const { kinds, nullable } = view(field);
      const say = ABOUT.find(([names, tell]) => names.test(plain) && isOfKind(kinds, tell(page)))?.[1];
      if (say) said[name] = say(page);
      else if (LEADS.test(plain) && !kinds.includes("object")) {
        if (nullable) said[name] = null;
        else if (required.includes(name) && kinds.includes("string")) said[name] = "";
      } else if (kinds.includes("object") && depth < 2) {
        const inner = about(field, [], depth + 1);
        if (Object.keys(inner).length > 0) said[name] = inner;
      }
    }
    return said;
  }
}

function isOfKind(kinds: readonly string[], value: unknown): boolean {
  return typeof value === "boolean"
    ? kinds.includes("boolean")
    : kinds.includes("integer") || kinds.includes("number");
}
