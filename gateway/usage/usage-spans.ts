import { periods, type Period } from "./usage-levels.js";

/** Periods in a row: from the first one to before the end. Both are the start of an ISO time, such as `2030-01`. */
export interface Span {
  readonly period: Period;
  readonly from: string;
  readonly end: string;
}

const HOUR_MS = 3_600_000;

export interface Time {
  readonly since: Date;
  readonly until: Date;
  readonly now: Date;
}

/**
 * Divides a time into the longest periods: months, with days and hours at its edges. The hours of both ends are in it.
 * There are no numbers after now, so the current day and month are read as if they had ended.
 * @param allowed the periods that the numbers are kept for, `hour` among them
 */
export function spansOf({ since, until, now }: Time, allowed: readonly Period[]): Span[] {
  const isToNow = until >= startOf("hour", now);
  const end = isToNow ? nextOf("month", now) : nextOf("hour", notBefore1970(until));
  const used = longestFirst.filter((period) => allowed.includes(period));
  return spansWithin(startOf("hour", notBefore1970(since)), end, used);
}

/** There are no numbers from then, and a time before the year 0 has a longer text. */
function notBefore1970(time: Date): Date {
  return new Date(Math.max(time.getTime(), 0));
}

const longestFirst = ["month", "day", "hour"] as const satisfies readonly Period[];

function spansWithin(from: Date, end: Date, [longest, ...shorter]: readonly Period[]): Span[] {
  if (longest === undefined || from >= end) return [];
  const first = startOf(longest, from) < from ? nextOf(longest, from) : from;
  const last = startOf(longest, end);
  if (first >= last) return spansWithin(from, end, shorter);
  return [
    ...spansWithin(from, first, shorter),
    { period: longest, from: nameOf(longest, first), end: nameOf(longest, last) },
    ...spansWithin(last, end, shorter),
  ];
}

function startOf(period: Period, time: Date): Date {
  return new Date(nameOf(period, time) + "0000-01-01T00:00:00.000Z".slice(periods[period]));
}

function nextOf(period: Period, time: Date): Date {
  const next = startOf(period, time);
  if (period === "month") next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setTime(next.getTime() + (period === "day" ? 24 : 1) * HOUR_MS);
  return next;
}

function nameOf(period: Period, time: Date): string {
  return time.toISOString().slice(0, periods[period]);
}
