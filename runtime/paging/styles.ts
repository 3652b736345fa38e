import type { Listing } from "../answer/envelope.js";
import type { Arguments } from "../contract/caller.js";
import type { PagePlan } from "../contract/tool.js";
import type { Position } from "./cursor.js";

/** The API's own arguments for a position, under their request names. Absent ones use upstream's defaults. */
export function pageArguments(plan: PagePlan, { at, size }: Position): Arguments {
  const asked: Record<string, unknown> = {};
  if (at !== undefined) asked[styleOf(plan).argument(plan)] = at;
  if (size !== undefined && plan.size !== undefined) asked[plan.size] = size;
  return asked;
}

/**
 * Items per page for the remaining items, spread evenly over as few pages as possible. A page number, or a position
 * inside a page, is only valid with the same page size, so then the size stays.
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
 * The same position with fewer items in a page, for a page that was too large to be read; undefined where there is none.
 * A page number is converted to the smaller size.
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

/** A page without a requested size has about this many items. */
const USUAL_SIZE = 20;

/** The position of the next page; undefined if this was the last. */
export function following(
  plan: PagePlan,
  position: Position,
  listing: Listing,
  args: Arguments,
): Position["at"] {
  const at = styleOf(plan).next(plan, { position, listing, args });
  // An upstream that returns the same position again would be read forever.
  return at === position.at ? undefined : at;
}

/** True if upstream has more items, but no argument can request them. */
export function isDeadEnd(plan: PagePlan, listing: Listing, args: Arguments): boolean {
  return plan.style === "after" && isBackwards(args) && listing.items.length > 0 && listing.next !== null;
}

/** True if only a full page suggests a next one, because upstream names neither a next page nor a total. */
export function isGuess({ style }: PagePlan, { next, total }: Listing): boolean {
  return (style === "page" || style === "offset") && next === undefined && total === undefined;
}

/** A read page, with upstream's information about the next one. */
interface ReadPage {
  readonly position: Position;
  readonly listing: Listing;
  readonly args: Arguments;
}

/** How one paging style works. */
interface PageStyle<Plan> {
  /** The parameter with the position in the list. */
  readonly argument: (plan: Plan) => string;
  /** The position of the next page. */
  readonly next: (plan: Plan, page: ReadPage) => Position["at"];
}

type PlanOf<Style> = Extract<PagePlan, { readonly style: Style }>;

const pageStyles: { readonly [Style in PagePlan["style"]]: PageStyle<PlanOf<Style>> } = {
  page: {
    argument: ({ page }) => page,
    next({ page, first = 1 }, { position: { at, size }, listing: { items, next } }) {
      if (next === null) return undefined;
      const told = typeof next === "number" ? next : numberIn(next, page);
      if (told !== undefined) return told;
      return isFull(items, size) ? Number(at ?? first) + 1 : undefined;
    },
  },
  cursor: {
    argument: ({ cursor }) => cursor,
    next: ({ cursor }, { listing: { next } }) =>
      next === null || next === undefined ? undefined : parameterIn(String(next), cursor),
  },
  offset: {
    argument: ({ start }) => start,
    next({ start, first = firstIndex(start) }, { position: { at, size }, listing: { items, total, next } }) {
      const following = Number(at ?? first) + items.length;
      if (total !== undefined) return following - first < total && items.length > 0 ? following : undefined;
      return next !== null && isFull(items, size) ? following : undefined;
    },
  },
  after: {
    argument: ({ after }) => after,
    next({ key }, { position: { size }, listing: { items, next }, args }) {
      if (next === null || isBackwards(args) || !isFull(items, size)) return undefined;
      return keyOf(items.at(-1), key);
    },
  },
  link: {
    argument: () => NEXT_QUERY,
    next: (_, { listing: { next } }) => queryOf(next),
  },
};

/** The argument that holds the query of the next page's URL. No parameter can have this name. */
export const NEXT_QUERY = "(query of the next page)";

/** The rules of a plan's style. TypeScript cannot infer that a plan and its style's entry match. */
function styleOf(plan: PagePlan): PageStyle<PagePlan> {
  return pageStyles[plan.style] as PageStyle<PagePlan>;
}

/** The API's own parameters for pages. */
export function pageWires(plan: PagePlan): string[] {
  const argument = styleOf(plan).argument(plan);
  return plan.size === undefined ? [argument] : [argument, plan.size];
}

/** SCIM counts from 1, others from 0. */
function firstIndex(start: string): number {
  return start === "startIndex" ? 1 : 0;
}

/** A page that is shorter than requested is the last one. Without a size, any page may have a next one. */
function isFull(items: readonly unknown[], size: number | undefined): boolean {
  return items.length > 0 && (size === undefined || items.length >= size);
}

/** If the list is sorted from last to first, the items after an item were already read. */
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

/** Some APIs return the next page as a URL. Only its parameter is used. */
function parameterIn(next: string, name: string): string | undefined {
  if (!/^(https?:\/\/|\/|\?)/.test(next)) return next;
  return new URL(next, "http://upstream").searchParams.get(name) ?? undefined;
}
