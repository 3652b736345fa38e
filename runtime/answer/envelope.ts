import type { HeaderValues } from "../contract/answer.js";
import {
  ABOUT_PAGES,
  ALSO_ABOUT_PAGES,
  besidesPages,
  listName,
  NEXT_NAMES,
  TOTAL_NAMES,
} from "../contract/paging-names.js";
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

/**
 * The list in an answer: an array, or an object around one. Undefined if the answer is a single record.
 * @param paged the tool has pages, so a list may also be next to other fields or have its own name
 */
export function readListing(value: unknown, headers: HeaderValues, paged: boolean): Listing | undefined {
  const linked = nextLink(headers["link"]);
  if (Array.isArray(value)) return { items: value, next: linked };
  if (!isRecord(value)) return undefined;
  const fields = value;
  const names = Object.keys(fields);
  const lists = names.filter((field) => Array.isArray(fields[field]));
  const name = listName(names, lists, paged);
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
  const others = besidesPages(Object.keys(fields), list);
  return others.length > 0 ? Object.fromEntries(others.map((name) => [name, fields[name]])) : undefined;
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
