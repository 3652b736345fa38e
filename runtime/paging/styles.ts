import type { Listing } from "../answer/envelope.js";
import type { Arguments } from "../contract/caller.js";
import type { PagePlan } from "../contract/tool.js";
import type { Position } from "./cursor.js";

/** The API's own arguments for a place, under their wire names; what is absent is left to upstream. */
export function pageArguments(plan: PagePlan, { at, size }: Position): Arguments {
  const asked: Record<string, unknown> = {};
  if (at !== undefined) asked[placeName(plan)] = at;
  if (size !== undefined && plan.size !== undefined) asked[plan.size] = size;
  return asked;
}

/**
 * Items per page for what is still wanted, spread evenly over as few pages as can hold it. A page's number, and a place
 * within a page, mean nothing without the size that they were counted with: there it stays.
 */
export function pageSize(
  plan: PagePlan,
  { at, size, skip }: Position,
  wanted: number | undefined,
): number | undefined {
  if (plan.size === undefined) return undefined;
  const isBound = skip !== undefined || (plan.style === "page" && at !== undefined);
  if (wanted === undefined || isBound) return size;
  return Math.ceil(wanted / Math.ceil(wanted / plan.most));
}

/** Where the page after this one begins; undefined when this was the last. */
export function following(
  plan: PagePlan,
  position: Position,
  listing: Listing,
  args: Arguments,
): Position["at"] {
  const at = nextPlace(plan, position, listing, args);
  // An upstream that names the same place again would be read for ever.
  return at === position.at ? undefined : at;
}

/** True when upstream has more, but there is no argument that asks for it. */
export function isDeadEnd(plan: PagePlan, listing: Listing, args: Arguments): boolean {
  return plan.style === "after" && isBackwards(args) && listing.items.length > 0 && listing.next !== null;
}

function nextPlace(
  plan: PagePlan,
  { at, size }: Position,
  listing: Listing,
  args: Arguments,
): Position["at"] {
  const { items, total, next } = listing;
  const saysNo = next === null;
  switch (plan.style) {
    case "page": {
      if (saysNo) return undefined;
      const told = typeof next === "number" ? next : numberIn(next, plan.page);
      if (told !== undefined) return told;
      return isFull(items, size) ? (Number(at ?? 1) || 1) + 1 : undefined;
    }
    case "cursor":
      return saysNo || next === undefined ? undefined : parameterIn(String(next), plan.cursor);
    case "offset": {
      const start = Number(at ?? firstIndex(plan.start)) + items.length;
      if (total !== undefined)
        return start - firstIndex(plan.start) < total && items.length > 0 ? start : undefined;
      return !saysNo && isFull(items, size) ? start : undefined;
    }
    case "after":
      if (saysNo || isBackwards(args) || !isFull(items, size)) return undefined;
      return keyOf(items.at(-1), plan.key);
  }
}

function placeName(plan: PagePlan): string {
  switch (plan.style) {
    case "page":
      return plan.page;
    case "cursor":
      return plan.cursor;
    case "after":
      return plan.after;
    case "offset":
      return plan.start;
  }
}

/** SCIM counts from 1, everybody else from 0. */
function firstIndex(start: string): number {
  return start === "startIndex" ? 1 : 0;
}

/** A page that is shorter than asked for is the last; without a size any page may have one behind it. */
function isFull(items: readonly unknown[], size: number | undefined): boolean {
  return items.length > 0 && (size === undefined || items.length >= size);
}

/** Sorted from the last to the first, what is after an item has been seen already. */
function isBackwards(args: Arguments): boolean {
  return args["sort"] === "desc" || args["order"] === "desc" || args["direction"] === "desc";
}

function keyOf(item: unknown, path: string): Position["at"] {
  let value = item;
  for (const name of path.split(".")) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

function numberIn(next: string | undefined, name: string): number | undefined {
  if (next === undefined) return undefined;
  const number = Number(parameterIn(next, name));
  return Number.isInteger(number) ? number : undefined;
}

/** Some APIs give the next page as a URL: its parameter is what counts. */
function parameterIn(next: string, name: string): string | undefined {
  if (!/^(https?:\/\/|\/|\?)/.test(next)) return next;
  return new URL(next, "http://upstream").searchParams.get(name) ?? undefined;
}
