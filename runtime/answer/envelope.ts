import type { HeaderValues } from "../contract/answer.js";
import { ABOUT_PAGES, ALSO_ABOUT_PAGES, LIST_NAMES, NEXT_NAMES } from "../contract/paging-names.js";
import { isRecord, type Fields } from "../values/record.js";

/** An upstream list without its envelope. */
export interface Listing {
  readonly items: readonly unknown[];
  /** Items on all pages, if upstream says it. */
  readonly total?: number;
  /** Upstream's next page: its number, cursor or URL; null if there is none. */
  readonly next?: string | number | null;
  /** Other fields of the envelope, except those about pages. */
  readonly also?: Readonly<Record<string, unknown>>;
}

// `count` may also mean the items on this page, so it is tried last.
const TOTAL_NAMES = ["total", "total_count", "totalCount", "totalResults", "total_items", "count"];
const PAGE_NAMES = [
  ...NEXT_NAMES,
  ...TOTAL_NAMES,
  ...[
    "prev",
    "previous",
    "page",
    "pages",
    "last",
    "per_page",
    "has_more",
    "hasMore",
    "itemsPerPage",
    "startIndex",
    "schemas",
  ],
];

/**
 * The list in an answer: an array, or an object around one. Undefined if the answer is a single record.
 * @param paged the tool has pages, so a list may also be next to other fields or have its own name
 */
export function readListing(value: unknown, headers: HeaderValues, paged: boolean): Listing | undefined {
  const linked = nextLink(headers["link"]);
  if (Array.isArray(value)) return { items: value, next: linked };
  if (!isRecord(value)) return undefined;
  const fields = value;
  const name = listName(fields, paged);
  if (name === undefined) return undefined;
  const places = [...ABOUT_PAGES, ...ALSO_ABOUT_PAGES];
  const about = [...places.flatMap((place) => (isRecord(fields[place]) ? [fields[place]] : [])), fields];
  return {
    items: fields[name] as unknown[],
    total: first(about, TOTAL_NAMES, (found) => (typeof found === "number" ? found : undefined)),
    next: nextOf(about, linked),
    also: othersOf(fields, name),
  };
}

function listName(fields: Fields, paged: boolean): string | undefined {
  const lists = Object.keys(fields).filter((name) => Array.isArray(fields[name]));
  const known = LIST_NAMES.find((name) => lists.includes(name));
  if (paged) return known ?? (lists.length === 1 ? lists[0] : undefined);
  // Without pages, an object that only contains a list is that list. Any other object is a record.
  const rest = Object.keys(fields).filter(
    (name) => name !== known && !ABOUT_PAGES.includes(name) && !PAGE_NAMES.includes(name),
  );
  return known !== undefined && rest.length === 0 ? known : undefined;
}

function nextOf(
  about: readonly Fields[],
  linked: string | null | undefined,
): string | number | null | undefined {
  const next = first(about, NEXT_NAMES, (found) => {
    const plain = isRecord(found) ? within(found) : found;
    return (typeof plain === "string" && plain !== "") || typeof plain === "number" ? plain : undefined;
  });
  if (next !== undefined) return next;
  const saysNo = first(about, NEXT_NAMES, (found) => (found === null || found === "" ? true : undefined));
  const hasNoMore = first(about, ["has_more", "hasMore", "has_next_page"], (found) =>
    found === false ? true : undefined,
  );
  if (saysNo || hasNoMore) return null;
  const page = first(about, ["page"], asNumber);
  const pages = first(about, ["pages", "last", "total_pages"], asNumber);
  if (page === undefined || pages === undefined) return linked;
  return page < pages ? page + 1 : null;
}

/** The cursor or URL in an object that describes the next page. */
function within(next: Fields): unknown {
  return ["href", "after", "cursor", "link", "url"]
    .map((name) => next[name])
    .find((one) => one !== undefined);
}

/** The first value under one of the names that passes the test. */
function first<Found>(
  places: readonly Fields[],
  names: readonly string[],
  found: (value: unknown) => Found | undefined,
): Found | undefined {
  for (const place of places) {
    for (const name of names) {
      const result = Object.hasOwn(place, name) ? found(place[name]) : undefined;
      if (result !== undefined) return result;
    }
  }
  return undefined;
}

function othersOf(fields: Fields, list: string): Fields | undefined {
  const others = Object.entries(fields).filter(
    ([name]) => name !== list && !ABOUT_PAGES.includes(name) && !PAGE_NAMES.includes(name),
  );
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}

/** The URL of `rel="next"`; null if there are links but none to a next page. */
function nextLink(link: string | undefined): string | null | undefined {
  if (link === undefined) return undefined;
  if (!/rel="?(first|prev|next|last)/.test(link)) return undefined;
  for (let at = link.indexOf("<"); at >= 0; at = link.indexOf("<", at + 1)) {
    const end = link.indexOf(">", at);
    if (end < 0) return null;
    const next = link.indexOf("<", end);
    const about = link.slice(end + 1, next < 0 ? undefined : next);
    if (/rel="?next\b/.test(about.split(",", 1)[0]!)) return link.slice(at + 1, end);
    at = end;
  }
  return null;
}

function asNumber(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
