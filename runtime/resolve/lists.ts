import { readListing } from "../answer/envelope.js";
import type { Arguments } from "../contract/caller.js";
import type { Call, Exchange, Fetched } from "../pipeline/exchange.js";
import type { Position } from "../paging/cursor.js";
import { following, pageArguments, smallerPage } from "../paging/styles.js";
import { TooLarge } from "../upstream/send-faults.js";
import type { ToolModule } from "../contract/tool.js";
import type { Upstream } from "../upstream/upstream.js";
import { entriesIn, type Entry } from "./entries.js";
import type { ValueSource } from "../contract/lookups.js";
import { canonical } from "../values/canonical.js";
import { shared } from "./shared.js";
import type { CancelSignal } from "../contract/cancellation.js";

/** A list for a look-up: its tool and arguments. */
export interface ListOrder {
  readonly source: ValueSource;
  readonly tool: ToolModule;
  readonly args: Arguments;
}

/** The list, and the call that needs it. */
export interface ForCall {
  readonly call: Call;
  readonly exchange: Exchange;
}

export interface ListPage {
  readonly entries: readonly Entry[];
  /** The records on all pages, if the API says it. */
  readonly total?: number;
  readonly next?: Position;
}

/** A cached list with the pages that were needed so far. */
export interface List {
  /** On performance.now()'s clock. */
  readonly since: number;
  /** The page at an index, from 0; undefined after the last one. */
  page(index: number, forCall: ForCall): Promise<ListPage | undefined>;
}

export interface Lists {
  /** The list from the cache of the last minute, or a new one. */
  get(order: ListOrder): List;
  /** Drops a cached list, so that the next call reads it again. */
  forget(order: ListOrder, list: List): void;
  /** Records that something was written, so that cached lists may be incomplete. */
  written(): void;
  /** Whether something may have been created since a list was read. */
  isOld(list: List): boolean;
}

const KEPT_MS = 60_000;
/** A younger list only lacks what its own account created here since. */
const FRESH_MS = 2_000;
const MOST_LISTS = 50;

const kept = new WeakMap<Upstream, Lists>();

/** The lists of one account, shared by all its callers. */
export function listsOf(account: Upstream): Lists {
  const lists = kept.get(account) ?? createLists();
  kept.set(account, lists);
  return lists;
}

function createLists(): Lists {
  // A map keeps the order of insertion, so the first list is the oldest.
  const lists = new Map<string, List>();
  let writtenAt = -Infinity;
  const forget = (key: string, list: List) => {
    if (lists.get(key) === list) lists.delete(key);
  };
  return {
    get(order) {
      const key = keyOf(order);
      const known = lists.get(key);
      if (known && performance.now() - known.since < KEPT_MS) return known;
      lists.delete(key);
      const list: List = createList(order, () => forget(key, list));
      lists.set(key, list);
      if (lists.size > MOST_LISTS) lists.delete(lists.keys().next().value!);
      return list;
    },
    forget: (order, list) => forget(keyOf(order), list),
    written: () => void (writtenAt = performance.now()),
    isOld: ({ since }) => since <= writtenAt || performance.now() - since > FRESH_MS,
  };
}

function keyOf({ source, args }: ListOrder): string {
  return canonical([source.tool, source.field, source.match, args]);
}

type PageReader = (forCall: ForCall) => Promise<ListPage | undefined>;

/** @param fail called if a page could not be read, because then the list is unusable */
function createList(order: ListOrder, fail: () => void): List {
  const pages: PageReader[] = [];

  function pageReader(index: number): PageReader {
    let first: ForCall | undefined;
    const read = shared<ListPage | undefined>(async (signal) => {
      try {
        const { call, exchange } = first!;
        const before =
          index === 0 ? undefined : await pageAt(index - 1)({ call: withSignal(call, signal), exchange });
        const position = index === 0 ? { size: order.tool.request.page?.most } : before?.next;
        return position && (await readPage(order, position, withSignal(call, signal), exchange));
      } catch (error) {
        fail();
        throw error;
      }
    }, fail);
    return (forCall: ForCall) => {
      first ??= forCall;
      return read(forCall.call.time.signal);
    };
  }

  function pageAt(index: number): PageReader {
    return (pages[index] ??= pageReader(index));
  }

  return { since: performance.now(), page: (index, forCall) => pageAt(index)(forCall) };
}

/** Its answer serves other calls too, so it is only aborted if all of them are. */
function withSignal(call: Call, signal: CancelSignal): Call {
  return { ...call, time: { ...call.time, signal } };
}

/** The arguments of a list's first page. */
export function firstArguments({ tool, args }: ListOrder): Arguments {
  const plan = tool.request.page;
  return plan ? { ...args, ...pageArguments(plan, { size: plan.most }) } : args;
}

async function readPage(
  order: ListOrder,
  position: Position,
  call: Call,
  exchange: Exchange,
): Promise<ListPage> {
  const { source, tool } = order;
  const plan = tool.request.page;
  const args = plan ? { ...order.args, ...pageArguments(plan, position) } : order.args;
  const about = { ...call.about, tool, args };
  let fetched: Fetched;
  try {
    fetched = await exchange({ ...call, about }, args);
  } catch (error) {
    const smaller = plan && error instanceof TooLarge ? smallerPage(plan, position) : undefined;
    if (!smaller) throw error;
    return readPage(order, smaller, call, exchange);
  }
  const entries = entriesIn(fetched, source);
  const { content, headers } = fetched;
  const listing = plan && content.kind === "json" ? readListing(content.value, headers, true) : undefined;
  if (!plan || !listing) return { entries };
  const at = following(plan, position, listing, order.args);
  return { entries, total: listing.total, next: at === undefined ? undefined : { at, size: position.size } };
}
