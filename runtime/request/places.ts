import { REQUIRED } from "../arguments/words.js";
import { refuse } from "../arguments/refuse.js";
import type { PagePlan, Placement, RequestPlan } from "../contract/tool.js";
import { NEXT_QUERY, pageWires } from "../paging/styles.js";
import { pathNames } from "./path.js";
import { joinApart } from "./encode.js";
import type { Placed } from "./placed.js";

/** All given arguments, by place. */
export interface RequestParts {
  readonly path: readonly Placed[];
  readonly query: readonly Placed[];
  readonly headers: readonly Placed[];
  readonly cookies: readonly Placed[];
  readonly body: readonly Placed[];
  /** Request names of all query parameters, given or not. */
  readonly queryNames: readonly string[];
  /** The whole query, where the API named it with the page before. */
  readonly nextQuery?: string;
}

type Placements = Readonly<Record<string, Placement>>;
type Args = Readonly<Record<string, unknown>>;

/**
 * Finds the place of each argument. Arguments without another place belong to the body.
 * @throws Fault of kind `invalid_arguments` for an argument without a place, which would be lost, and for a missing
 * path parameter.
 */
export function placeArguments(plan: RequestPlan, args: Args): RequestParts {
  const slots = slotsOfPlan(plan);
  const missing = slots.path.find(({ argument }) => !isGiven(args, argument));
  if (missing) refuse(missing.argument, REQUIRED);
  return {
    path: givenOf(slots.path, args),
    query: givenOf(slots.query, args),
    headers: givenOf(slots.headers, args),
    cookies: givenOf(slots.cookies, args),
    body: givenOf(bodySlots(plan, args, slots), args),
    queryNames: slots.queryNames,
    ...(typeof args[NEXT_QUERY] === "string" ? { nextQuery: args[NEXT_QUERY] } : {}),
  };
}

const NONE: readonly Placed[] = [];

/** A place that needs an argument. */
type Slot = Omit<Placed, "value">;

interface Slots {
  readonly path: readonly Slot[];
  readonly query: readonly Slot[];
  readonly queryNames: readonly string[];
  readonly headers: readonly Slot[];
  readonly cookies: readonly Slot[];
  /** Arguments with a place outside the body. */
  readonly taken: ReadonlySet<string>;
  /** Fields of the body with another name in the request, by argument. */
  readonly renamed: ReadonlyMap<string, Slot>;
}

/** A plan never changes, and a tool that is called once is often called again. */
const known = new WeakMap<RequestPlan, Slots>();

function slotsOfPlan(plan: RequestPlan): Slots {
  const slots = known.get(plan) ?? readSlots(plan);
  known.set(plan, slots);
  return slots;
}

function readSlots(plan: RequestPlan): Slots {
  const path = slotsOf(pathPlacements(plan));
  const query = slotsOf({ ...pageParameters(plan.page), ...plan.query });
  const headers = slotsOf(plan.headers);
  const cookies = slotsOf(plan.cookies);
  // A paged tool takes `limit` and `cursor` from the model and sends the API's own parameters instead.
  const paging = plan.page ? ["limit", "cursor"] : [];
  const taken = [...path, ...query, ...headers, ...cookies].map(({ argument }) => argument);
  const renamed = slotsOf(plan.body?.fields).map((slot) => [slot.argument, slot] as const);
  return {
    path,
    query,
    queryNames: query.map(({ wire }) => wire),
    headers,
    cookies,
    taken: new Set([...taken, ...paging]),
    renamed: new Map(renamed),
  };
}

function slotsOf(placements: Placements = {}): Slot[] {
  return Object.entries(placements).map(([wire, placement]) => ({
    argument: placement.argument ?? wire,
    wire,
    placement,
  }));
}

function pathPlacements({ path, pathParameters = {} }: RequestPlan): Placements {
  const own = (name: string) => (Object.hasOwn(pathParameters, name) ? pathParameters[name]! : {});
  return Object.fromEntries(pathNames(path).map((name) => [name, own(name)]));
}

/** The API's paging parameters are not arguments of the model. Callers set them under their request names. */
function pageParameters(page: PagePlan | undefined): Placements {
  return page ? Object.fromEntries(pageWires(page).map((wire) => [wire, {}])) : {};
}

function bodySlots({ body }: RequestPlan, args: Args, { taken, renamed }: Slots): Slot[] {
  const names = Object.keys(args).filter((name) => isGiven(args, name) && !taken.has(name));
  const stray = names.find((name) => body === undefined || (body.whole !== undefined && body.whole !== name));
  if (stray !== undefined) refuse(stray, "is not an argument of this tool");
  return names.map((name) => renamed.get(name) ?? { argument: name, wire: name, placement: {} });
}

function givenOf(slots: readonly Slot[], args: Args): readonly Placed[] {
  if (slots.length === 0) return NONE;
  const placed: Placed[] = [];
  // Each call needs it, so it is a loop. V8 would compile a chain of methods once for each place that uses it.
  for (const { argument, wire, placement } of slots) {
    const value = isGiven(args, argument) ? valueOf(argument, placement, args[argument]) : undefined;
    if (value !== undefined) placed.push({ argument, wire, placement, value });
  }
  return placed;
}

/** A list with commas is one text. An empty one is not sent, as in a query. */
function valueOf(argument: string, placement: Placement, value: unknown): unknown {
  if (!placement.commas || !Array.isArray(value)) return value;
  return value.length === 0 ? undefined : joinApart(value.map(String), ",", argument);
}

function isGiven(args: Args, name: string): boolean {
  return Object.hasOwn(args, name) && args[name] !== undefined;
}
