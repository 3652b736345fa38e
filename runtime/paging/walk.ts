import type { Listing } from "../answer/envelope.js";
import type { Arguments } from "../contract/caller.js";
import { Fault } from "../contract/fault.js";
import type { PagePlan } from "../contract/tool.js";
import type { Position } from "./cursor.js";
import { following, isDeadEnd, pageArguments, pageSize } from "./styles.js";

/** One page's answer: a list, or whatever else came. */
export type Page<Other> = { readonly listing: Listing } | { readonly other: Other };

export interface WalkOrder<Other> {
  readonly plan: PagePlan;
  /** The first page. */
  readonly from: Position;
  /** Items wanted; without it one page is read. */
  readonly limit?: number;
  /** The call's arguments without `limit` and `cursor`. */
  readonly args: Arguments;
  /** Requests that the walk may send. */
  readonly mostRequests: number;
  fetch(pageArguments: Arguments): Promise<Page<Other>>;
  /** Why no further page should be read: the time is running out, or no more items would be shown. */
  enough(items: readonly unknown[]): "time" | "room" | undefined;
}

/** Items of one or several pages, exactly as many as were wanted where there are so many. */
export interface Walked {
  readonly items: readonly unknown[];
  readonly total?: number;
  readonly also?: unknown;
  /** The place after the first `shown` items; undefined when nothing comes after them. */
  after(shown: number): Position | undefined;
  /** Why there are fewer items than were wanted. */
  readonly note?: string;
}

interface ReadPage {
  readonly position: Position;
  /** Items of it that count: without those skipped. */
  readonly items: readonly unknown[];
}

const NO_WAY_ON =
  "Should there be more items, ask in ascending order for them: sorted this way there is no cursor.";

/** The page that a walk begins with: the first one, or where a cursor leads. */
export function firstPosition(plan: PagePlan, from: Position, limit: number | undefined): Position {
  return { ...from, size: pageSize(plan, from, limit) };
}

/**
 * Reads pages until there are as many items as wanted. A failure after the first page ends the walk with what there is
 * and says so: the cursor leads on from there.
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
      note = `Stopped after ${items.length} items: the next page was no list. Pass next_cursor to try it again.`;
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
      note = `Stopped after ${items.length} items, as many as one call takes. Pass next_cursor to go on.`;
    if (enough) break;
  }

  const wanted = limit === undefined ? items : items.slice(0, limit);
  if (!next && last && isDeadEnd(plan, last, args)) note = NO_WAY_ON;
  return {
    items: wanted,
    total: last?.total,
    also: last?.also,
    note,
    after: (shown) => placeAfter(shown, pages, next),
  };
}

/** A place within a page that was read, or the beginning of the one that comes after all that were. */
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
