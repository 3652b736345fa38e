import { readListing } from "../answer/envelope.js";
import { overflows } from "../answer/present.js";
import type { Answered } from "../contract/outcome.js";
import type { PagePlan } from "../contract/tool.js";
import type { Cursors, Position } from "../paging/cursor.js";
import { firstPosition, walk, type Page, type WalkOrder } from "../paging/walk.js";
import { pageArguments, smallerPage } from "../paging/styles.js";
import type { Arguments } from "../contract/caller.js";
import { MOST_WEIGHT } from "../answer/weight.js";
import { TooLarge } from "../upstream/send-faults.js";
import type { Call, Exchange, Fetched } from "./exchange.js";
import type { Prepared, Show } from "./show.js";

export interface PagesParts {
  readonly exchange: Exchange;
  readonly cursors: Cursors;
  readonly show: Show;
  /** Maximum requests of one call for its pages. */
  readonly mostRequests: number;
}

/** The share of a call's time after which no further page is requested. */
const TIME_FOR_PAGES = 0.7;

/** Reads one or several pages of a list. */
export async function readPages(
  call: Call,
  plan: PagePlan,
  { sendable, presenting }: Prepared,
  { exchange, cursors, show, mostRequests }: PagesParts,
): Promise<Answered> {
  const { tool } = call.about;
  const { limit, cursor, ...args } = sendable.args as { limit?: number; cursor?: string };
  const from = firstPosition(plan, cursor === undefined ? {} : cursors.open(cursor, tool.name, args), limit);
  const first = { ...args, ...pageArguments(plan, from) };
  return call.pass({ ...sendable, args: first }, async (built) => {
    let request = built;
    let weight = 0;
    const order = {
      plan,
      from,
      limit,
      args,
      mostRequests,
      async fetch(page: Arguments) {
        const sent = request;
        request = undefined;
        const fetched = await exchange(call, { ...args, ...page }, sent);
        weight += fetched.weight;
        return pageOf(fetched);
      },
      enough(items: readonly unknown[]) {
        if (call.time.spent() > TIME_FOR_PAGES || weight > MOST_WEIGHT / 2) return "time";
        return overflows(items, presenting.shaping(), presenting.budget) ? "room" : undefined;
      },
    } as const;
    const walked = await walkSmaller<Fetched>(order);
    if ("other" in walked) return show.answer(call, walked.other, presenting);
    const sealed = (position: Position | undefined) => position && cursors.seal(position, tool.name, args);
    const gathered = { ...walked, cursorAfter: (shown: number) => sealed(walked.after(shown)) };
    return show.items(call, gathered, presenting, weight);
  });
}

/** Reads pages, and requests smaller ones if the first one is too large to read. */
async function walkSmaller<Other>(order: WalkOrder<Other>): ReturnType<typeof walk<Other>> {
  try {
    return await walk(order);
  } catch (error) {
    const from = error instanceof TooLarge ? smallerPage(order.plan, order.from) : undefined;
    if (!from) throw error;
    return walkSmaller({ ...order, from });
  }
}

function pageOf(fetched: Fetched): Page<Fetched> {
  const { content, headers } = fetched;
  const listing = content.kind === "json" ? readListing(content.value, headers, true) : undefined;
  return listing ? { listing } : { other: fetched };
}
