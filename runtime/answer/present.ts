import type { Answered, Remarks } from "../contract/outcome.js";
import { estimateTokens, largestWithin } from "./budget.js";
import { cutToBudget, type Cut } from "./cut.js";
import { textOf } from "./outcome-text.js";
import type { Shaping } from "./shaping.js";

/** The read items, and what is known about the rest. */
export interface Gathered {
  readonly items: readonly unknown[];
  /** The number of all items, if the last ones were left out because they could not be shown. */
  readonly fetched?: number;
  readonly total?: number;
  readonly also?: unknown;
  /** The cursor after the first `shown` items; undefined if no items follow. Absent on unpaged lists. */
  readonly cursorAfter?: (shown: number) => string | undefined;
  /** Other notes for the reader, such as why there are fewer items than requested. */
  readonly note?: string;
}

/** How an answer is shown: what is kept, and the token budget. */
export interface Showing {
  readonly shaping: Shaping;
  readonly budget: number;
  readonly remarks?: Remarks;
}

/** Tokens reserved for the cursor and the notes about cuts. */
const RESERVE = 400;
const MOST_CUTS_TOLD = 10;

/** One value that is not a list, within the budget. */
export function presentValue(value: unknown, { shaping, budget, remarks }: Showing): Answered {
  const shaped = shaping.apply(value) ?? null;
  const whole: Answered = {
    value: shaped,
    remarks: { ...noteOnNothing(shaped, value, shaping), ...remarks },
  };
  if (fits(whole, budget)) return whole;
  const { value: cut, cuts } = cutToBudget(shaped, Math.max(1, budget - RESERVE));
  return { value: cut, remarks: { ...remarks, ...cutRemarks(cuts, budget, shaping.fields) } };
}

/** A list within the budget: whole items, a note on the omitted ones, and the cursor to them. */
export function presentList(gathered: Gathered, { shaping, budget, remarks = {} }: Showing): Answered {
  const { items, fetched = items.length } = gathered;
  const listOf = (
    value: unknown,
    shown: number,
    all: Remarks,
    cutWithin: readonly string[] = [],
  ): Answered => ({
    value: envelopeOf(gathered, { value, shown, shaping, budget, cutWithin }),
    remarks: all,
  });
  const beside = gathered.also === undefined ? {} : { also: gathered.also };
  if (fetched === items.length) {
    const whole = listOf(shaping.apply(items), items.length, { ...remarks, ...beside });
    if (fits(whole, budget)) return whole;
  }
  const also = gathered.also === undefined ? undefined : cutToBudget(gathered.also, Math.floor(budget / 4));
  const room = Math.max(1, budget - RESERVE - (also ? tokensOf(also.value) : 0));
  const { cost, first } = firstOf(items, shaping);
  const shown = largestWithin(items.length, room, cost);
  const all = { ...remarks, ...(also ? { also: also.value } : {}) };
  const alsoCut = also ? cutWords(also.cuts, "also") : [];
  if (shown > 0 || items.length === 0) return listOf(first(shown), shown, all, alsoCut);
  // Not even one item fits. The item itself is cut, because an empty list would suggest that there are no items.
  const one = cutToBudget(first(1), room);
  const rest = restOf(one.cuts, budget, shaping.fields);
  return listOf(one.value, 1, { ...all, rest }, [...cutWords(one.cuts), ...alsoCut]);
}

/** The first items, each shown by `show`, until one exceeds the budget. */
export function itemsWithin(
  items: readonly unknown[],
  show: (item: unknown) => unknown,
  budget: number,
): unknown[] {
  if (budget === Infinity) return items.map(show);
  const shown: unknown[] = [];
  let tokens = 0;
  for (const item of items) {
    if (tokens > budget) break;
    const one = show(item);
    shown.push(one);
    tokens += tokensOf(one) + 1;
  }
  return shown;
}

/** Whether a result would omit more items than these anyway. */
export function overflows(items: readonly unknown[], shaping: Shaping, budget: number): boolean {
  if (budget === Infinity) return false;
  try {
    return tokensOf(shaping.apply(items)) > budget;
  } catch {
    // Faults of these items appear when they are presented.
    return false;
  }
}

/** The first `shown` items as they are shown, with the places of cuts inside them. */
interface Part {
  readonly value: unknown;
  readonly shown: number;
  readonly shaping: Shaping;
  readonly budget: number;
  readonly cutWithin: readonly string[];
}

function envelopeOf(
  { items, fetched = items.length, total, cursorAfter, note }: Gathered,
  part: Part,
): Remarks {
  const { value, shown, shaping, budget, cutWithin } = part;
  const next = cursorAfter?.(shown);
  const isCut = shown < fetched;
  const rest =
    next !== undefined
      ? "pass next_cursor for the rest"
      : `for the rest pass fields: ${sliceOf(shown, shaping)}`;
  const fewer = `${shown} of the ${fetched} items that were fetched fit into ${budget} tokens; ${rest}, or name fewer fields.`;
  const cuts = [...(isCut ? [fewer] : []), ...cutWithin];
  return {
    ...(Array.isArray(value) ? { items: value } : { result: value ?? null }),
    ...(total !== undefined && total > shown ? { total } : {}),
    ...(next !== undefined ? { next_cursor: next } : {}),
    ...(cuts.length > 0 ? { cut: cuts.length === 1 ? cuts[0] : cuts } : {}),
    ...(note !== undefined
      ? { note }
      : { ...noteOnNothing(value, items, shaping), ...noteOnNone(part, items, next) }),
  };
}

/** The first `count` items as they are shown, and their tokens. */
interface FirstItems {
  first(count: number): unknown;
  cost(count: number): number;
}

/** Projections are measured as a whole, because they may filter, sort and count. Each is computed once. */
function firstOf(items: readonly unknown[], shaping: Shaping): FirstItems {
  if (shaping.fields === undefined) {
    const shaped = shaping.apply(items) as unknown[];
    const sums = [0];
    for (const item of shaped) sums.push(sums.at(-1)! + tokensOf(item) + 1);
    return { first: (count) => shaped.slice(0, count), cost: (count) => sums[count]! };
  }
  const known = new Map<number, unknown>();
  const first = (count: number) => {
    if (!known.has(count)) known.set(count, shaping.apply(items.slice(0, count)));
    return known.get(count);
  };
  return { first, cost: (count) => tokensOf(first(count)) };
}

function tokensOf(value: unknown): number {
  return estimateTokens(JSON.stringify(value ?? null));
}

/** A character is at most three tokens, so a short text needs no estimate. */
function fits(outcome: Answered, budget: number): boolean {
  const text = textOf(outcome);
  return text.length * 3 <= budget || estimateTokens(text, budget) <= budget;
}

function noteOnNothing(shaped: unknown, value: unknown, { fields }: Shaping): Remarks {
  if (fields === undefined || (shaped ?? null) !== null || value === null) return {};
  const what = Array.isArray(value) ? `an array of ${value.length} items: begin it with []` : "one record";
  return { note: `fields matched nothing. It is applied to ${what}.` };
}

/** An empty list after a filter by `fields` must not look as if there were nothing at all. */
function noteOnNone({ value, shaping }: Part, items: readonly unknown[], next?: string): Remarks {
  const isEmpty = Array.isArray(value) && value.length === 0;
  if (shaping.fields === undefined || !isEmpty || items.length === 0) return {};
  const rest = next === undefined ? "" : " More items follow: pass next_cursor with the same fields.";
  return { note: `fields keeps none of the ${items.length} items that were read.${rest}` };
}

function cutRemarks(cuts: readonly Cut[], budget: number, fields?: string): Remarks {
  return cuts.length === 0 ? {} : { cut: cutWords(cuts), rest: restOf(cuts, budget, fields) };
}

/** @param within the root of the places, if it is not the answer itself */
function cutWords(cuts: readonly Cut[], within = ""): string[] {
  const placed = (at: string) => (at === "@" ? within || at : [within, at].filter(Boolean).join("."));
  const told = cuts
    .slice(0, MOST_CUTS_TOLD)
    .map(({ at, shown, of, unit }) => `${placed(at)}: ${shown} of ${of} ${unit}`);
  return cuts.length > told.length ? [...told, `and ${cuts.length - told.length} more places`] : told;
}

function restOf(cuts: readonly Cut[], budget: number, fields?: string): string | undefined {
  if (cuts.length === 0) return undefined;
  const [{ at, shown }] = cuts as [Cut];
  const path = at === "@" ? "" : at;
  const slice = JSON.stringify(
    fields === undefined ? `${path}[${shown}:]` : `(${fields}) | ${path}[${shown}:]`,
  );
  return `The answer is larger than ${budget} tokens. Name the fields you need, or read on with fields: ${slice}.`;
}

function sliceOf(shown: number, { fields }: Shaping): string {
  return JSON.stringify(fields === undefined ? `[${shown}:]` : `[${shown}:] | ${fields}`);
}
