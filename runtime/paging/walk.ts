import type { Listing } from "../answer/envelope.js";
import type { Arguments } from "../contract/caller.js";
import { Fault } from "../contract/fault.js";
import type { PagePlan } from "../contract/tool.js";
import type { Position } from "./cursor.js";
import { following, isDeadEnd, isGuess, pageArguments, pageSize } from "./styles.js";

/** One page's answer: a list, or anything else. */
export type Page<Other> = { readonly listing: Listing } | { readonly other: Other };

export interface WalkOrder<Other> {
  readonly plan: PagePlan;
  /** The first page. */
  readonly from: Position;
  /** Requested items; without it one page is read. */
  readonly limit?: number;
  /** The call's arguments without `limit` and `cursor`. */
  readonly args: Arguments;
  /** Maximum requests for the pages. */
  readonly mostRequests: number;
  fetch(pageArguments: Arguments): Promise<Page<Other>>;
  /** Why no further page should be read: the time runs out, or no more items would be shown. */
  enough(items: readonly unknown[]): "time" | "room" | undefined;
}

/** Items of one or several pages, exactly as many as requested if there are enough. */
export interface Walked {
  readonly items: readonly unknown[];
  readonly total?: number;
  readonly also?: unknown;
  /** The position after the first `shown` items; undefined if nothing follows. */
  after(shown: number): Position | undefined;
  /** Why there are fewer items than requested. */
  readonly note?: string;
}

interface ReadPage {
  readonly position: Position;
  /** Its items without the skipped ones. */
  readonly items: readonly unknown[];
}

const NO_WAY_ON = "This order has no cursor. If there are more items, ask for them in ascending order.";

const MAY_BE_EMPTY =
  "The API does not say whether more items follow a full page, so the next one may be empty.";

/** The first page to read: the first of the list, or the page of a cursor. */
export function firstPosition(plan: PagePlan, from: Position, limit: number | undefined): Position {
  return { ...from, size: pageSize(plan, from, limit) };
}

/**
 * Reads pages until there are enough items. A failure after the first page stops with the items so far and reports it.
 * The cursor continues from there.
 */
export async function walk<Other>(order: WalkOrder<Other>): Promise<Walked | { readonly other: Other }> {
  const { plan, limit, args } = order;
  const pages: ReadPage[] = [];
  const items: unknown[] = [];
  let last: Listing | undefined;
  let note: string | undefined;
  let next: Position | undefined = order.from;

  for (;;) {
    const position: Position = next;
    let page: Page<Other>;
    try {
      page = await order.fetch(pageArguments(plan, position));
    } catch (error) {
      if (pages.length === 0 || !(error instanceof Fault) || error.kind === "cancelled") throw error;
      note = `Stopped after ${items.length} items: ${error.message} Pass next_cursor to go on.`;
      break;
    }
    if ("other" in page) {
      if (pages.length === 0) return page;
      note = `Stopped after ${items.length} items: the next page was not a list. Pass next_cursor to try it again.`;
      break;
    }
    last = page.listing;
    const counted = last.items.slice(position.skip ?? 0);
    pages.push({ position, items: counted });
    items.push(...counted);
    const at = following(plan, position, last, args);
    next = at === undefined ? undefined : { at, size: position.size };
    if (limit === undefined || items.length >= limit || !next) break;
    const enough = pages.length >= order.mostRequests ? "time" : order.enough(items);
    if (enough === "time")
      note = `Stopped after ${items.length} of the ${limit} items asked for, because the answers are large or slow. Pass next_cursor to go on.`;
    if (enough) break;
  }

  const wanted = limit === undefined ? items : items.slice(0, limit);
  if (!next && last && isDeadEnd(plan, last, args)) note = NO_WAY_ON;
  if (next && last && wanted.length === items.length && isGuess(plan, last)) note ??= MAY_BE_EMPTY;
  return {
    items: wanted,
    total: last?.total,
    also: last?.also,
    note,
    after: (shown) => placeAfter(shown, pages, next),
  };
}

/** A position in a page that was read, or at the start of the next page. */
function placeAfter(
  shown: number,
  pages: readonly ReadPage[],
  next: Position | undefined,
): Position | undefined {
  let left = shown;
  for (const { position, items } of pages) {
    if (left < items.length) return { ...position, skip: (position.skip ?? 0) + left || undefined };
    left -= items.length;
  }
  return next;
}
