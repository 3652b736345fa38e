import { refuse } from "../arguments/refuse.js";
import type { PagePlan, Placement, RequestPlan } from "../tool.js";
import { pathNames } from "./path.js";

/** One argument that was given, and where it stands. */
export interface Placed {
  readonly argument: string;
  readonly wire: string;
  readonly placement: Placement;
  /** Never undefined. */
  readonly value: unknown;
}

/** All that was given, by its place in the request. */
export interface Places {
  readonly path: readonly Placed[];
  readonly query: readonly Placed[];
  readonly headers: readonly Placed[];
  readonly cookies: readonly Placed[];
  readonly body: readonly Placed[];
}

type Placements = Readonly<Record<string, Placement>>;
type Args = Readonly<Record<string, unknown>>;

/**
 * Finds the place of each argument. What stands in no other place is the body's.
 * @throws Fault of kind `invalid_arguments` for an argument that has no place: it would be lost.
 */
export function placeArguments(plan: RequestPlan, args: Args): Places {
  const slots = {
    path: slotsOf(pathPlacements(plan)),
    query: slotsOf(queryPlacements(plan)),
    headers: slotsOf(plan.headers),
    cookies: slotsOf(plan.cookies),
  };
  const missing = slots.path.find(({ argument }) => !isGiven(args, argument));
  if (missing) refuse(missing.argument, "is required");
  const taken = new Set(Object.values(slots).flatMap((place) => place.map(({ argument }) => argument)));
  return {
    path: givenOf(slots.path, args),
    query: givenOf(slots.query, args),
    headers: givenOf(slots.headers, args),
    cookies: givenOf(slots.cookies, args),
    body: givenOf(bodySlots(plan, args, taken), args),
  };
}

/** The query parameters of a plan by wire name, those that page it included. */
export function queryPlacements({ query, page }: RequestPlan): Placements {
  return { ...pageParameters(page), ...query };
}

/** A caller gives the API's own paging parameters in the place of `limit` and `cursor`, under their wire names. */
function pageParameters(page: PagePlan | undefined): Placements {
  if (!page) return {};
  return Object.fromEntries(pageWires(page).map((wire) => [wire, {}]));
}

function pageWires(page: PagePlan): string[] {
  switch (page.style) {
    case "page":
      return [page.page, page.size];
    case "cursor":
      return [page.cursor, page.size];
    case "after":
      return page.size === undefined ? [page.after] : [page.after, page.size];
    case "offset":
      return [page.start, page.size];
  }
}

function pathPlacements({ path, pathParameters = {} }: RequestPlan): Placements {
  const own = (name: string) => (Object.hasOwn(pathParameters, name) ? pathParameters[name]! : {});
  return Object.fromEntries(pathNames(path).map((name) => [name, own(name)]));
}

function bodySlots({ body, page }: RequestPlan, args: Args, taken: ReadonlySet<string>): Slot[] {
  const isOfPage = (name: string) => page !== undefined && (name === "limit" || name === "cursor");
  const names = Object.keys(args).filter(
    (name) => isGiven(args, name) && !taken.has(name) && !isOfPage(name),
  );
  const stray = names.find((name) => body === undefined || (body.whole !== undefined && body.whole !== name));
  if (stray !== undefined) refuse(stray, "is no argument of this tool");
  const renamed = new Map(slotsOf(body?.fields).map((slot) => [slot.argument, slot]));
  return names.map((name) => renamed.get(name) ?? { argument: name, wire: name, placement: {} });
}

type Slot = Omit<Placed, "value">;

function slotsOf(placements: Placements = {}): Slot[] {
  return Object.entries(placements).map(([wire, placement]) => ({
    argument: placement.argument ?? wire,
    wire,
    placement,
  }));
}

function givenOf(slots: readonly Slot[], args: Args): Placed[] {
  return slots
    .filter(({ argument }) => isGiven(args, argument))
    .map((slot) => ({ ...slot, value: args[slot.argument] }));
}

function isGiven(args: Args, name: string): boolean {
  return Object.hasOwn(args, name) && args[name] !== undefined;
}
