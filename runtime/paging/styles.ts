import type { Listing } from "../answer/envelope.js";
import type { Arguments } from "../contract/caller.js";
import type { PagePlan } from "../contract/tool.js";
import type { Position } from "./cursor.js";

/** The API's own arguments for a place, under their wire names; what is absent is left to upstream. */
export function pageArguments(plan: PagePlan, { at, size }: Position): Arguments {
  const asked: Record<string, unknown> = {};
  if (at !== undefined) asked[styleOf(plan).place(plan)] = at;
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
  const isCounted = plan.style === "page" || plan.style === "link";
  const isBound = skip !== undefined || (isCounted && at !== undefined);
  if (wanted === undefined || isBound) return size;
  return Math.ceil(wanted / Math.ceil(wanted / plan.most));
}

/**
 * The same place with fewer items in a page, for a page that was too large to be read; undefined where there is none.
 * A page's number is counted anew in pages of the smaller size.
 */
export function smallerPage(plan: PagePlan, { at, size, skip = 0 }: Position): Position | undefined {
  if (plan.size === undefined) return undefined;
  const whole = size ?? Math.min(plan.most, USUAL_SIZE);
  const isNumbered = plan.style === "page" && at !== undefined;
  const parts = isNumbered ? [4, 2, 3, 5, whole].find((part) => whole % part === 0)! : 4;
  const less = Math.floor(whole / parts);
  if (less < 1 || less >= whole) return undefined;
  if (!isNumbered) return { at, size: less, skip: skip || undefined };
  const number = (Number(at) - 1) * parts + Math.floor(skip / less) + 1;
  return { at: number, size: less, skip: skip % less || undefined };
}

/** A page that is asked for without a size has about so many items. */
const USUAL_SIZE = 20;

/** Where the page after this one begins; undefined when this was the last. */
export function following(
  plan: PagePlan,
  position: Position,
  listing: Listing,
  args: Arguments,
): Position["at"] {
  const at = styleOf(plan).next(plan, { position, listing, args });
  // An upstream that names the same place again would be read for ever.
  return at === position.at ? undefined : at;
}

/** True when upstream has more, but there is no argument that asks for it. */
export function isDeadEnd(plan: PagePlan, listing: Listing, args: Arguments): boolean {
  return plan.style === "after" && isBackwards(args) && listing.items.length > 0 && listing.next !== null;
}

/** A page that was read, and what upstream says about the next one. */
interface ReadPage {
  readonly position: Position;
  readonly listing: Listing;
  readonly args: Arguments;
}

/** How one style of paging works. */
interface PageStyle<Plan> {
  /** The parameter that names a place in the list. */
  readonly place: (plan: Plan) => string;
  /** The place of the next page. */
  readonly next: (plan: Plan, page: ReadPage) => Position["at"];
}

type PlanOf<Style> = Extract<PagePlan, { readonly style: Style }>;

const pageStyles: { readonly [Style in PagePlan["style"]]: PageStyle<PlanOf<Style>> } = {
  page: {
    place: ({ page }) => page,
    next({ page, first = 1 }, { position: { at, size }, listing: { items, next } }) {
      if (next === null) return undefined;
      const told = typeof next === "number" ? next : numberIn(next, page);
      if (told !== undefined) return told;
      return isFull(items, size) ? Number(at ?? first) + 1 : undefined;
    },
  },
  cursor: {
    place: ({ cursor }) => cursor,
    next: ({ cursor }, { listing: { next } }) =>
      next === null || next === undefined ? undefined : parameterIn(String(next), cursor),
  },
  offset: {
    place: ({ start }) => start,
    next({ start, first = firstIndex(start) }, { position: { at, size }, listing: { items, total, next } }) {
      const following = Number(at ?? first) + items.length;
      if (total !== undefined) return following - first < total && items.length > 0 ? following : undefined;
      return next !== null && isFull(items, size) ? following : undefined;
    },
  },
  after: {
    place: ({ after }) => after,
    next({ key }, { position: { size }, listing: { items, next }, args }) {
      if (next === null || isBackwards(args) || !isFull(items, size)) return undefined;
      return keyOf(items.at(-1), key);
    },
  },
  link: {
    place: () => NEXT_QUERY,
    next: (_, { listing: { next } }) => queryOf(next),
  },
};

/** The argument that holds the query of the next page's URL. No parameter can have this name. */
export const NEXT_QUERY = "(query of the next page)";

/** The rules of a plan's style. TypeScript cannot see that a plan and the entry of its style belong together. */
function styleOf(plan: PagePlan): PageStyle<PagePlan> {
  return pageStyles[plan.style] as PageStyle<PagePlan>;
}

/** The API's own parameters for pages. */
export function pageWires(plan: PagePlan): string[] {
  const place = styleOf(plan).place(plan);
  return plan.size === undefined ? [place] : [place, plan.size];
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

/** Only the query is taken of a URL that the API names: the request goes where the operation is. */
function queryOf(next: string | number | null | undefined): string | undefined {
  if (typeof next !== "string" || !/^(https?:\/\/|\/|\?)/.test(next)) return undefined;
  if (!URL.canParse(next, "http://upstream")) return undefined;
  return new URL(next, "http://upstream").search.slice(1) || undefined;
}

/** Some APIs give the next page as a URL: its parameter is what counts. */
function parameterIn(next: string, name: string): string | undefined {
  if (!/^(https?:\/\/|\/|\?)/.test(next)) return next;
  return new URL(next, "http://upstream").searchParams.get(name) ?? undefined;
}
