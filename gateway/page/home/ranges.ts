import type { Core } from "../../core.js";
import { readUsage, type UsageReport } from "../../usage/read-usage.js";

interface Range {
  readonly words: string;
  readonly by: "hour" | "day";
  /** How many hours or days. */
  readonly count: number;
}

/** The times that a person can look at. */
export const ranges = {
  "24h": { words: "24 hours", by: "hour", count: 24 },
  "7d": { words: "7 days", by: "day", count: 7 },
  "30d": { words: "30 days", by: "day", count: 30 },
} as const satisfies Record<string, Range>;

export type RangeName = keyof typeof ranges;

export function rangeNamed(given: string | undefined): RangeName {
  return given !== undefined && Object.hasOwn(ranges, given) ? (given as RangeName) : "24h";
}

const HOUR_MS = 3_600_000;

/** The start of a range: of the hour or the day, in UTC like the numbers. */
export function startOf(name: RangeName, now: Date): string {
  const { by, count } = ranges[name];
  const before = (count - 1) * (by === "hour" ? HOUR_MS : 24 * HOUR_MS);
  const at = new Date(now.getTime() - before).toISOString();
  return by === "hour" ? `${at.slice(0, 13)}:00:00.000Z` : `${at.slice(0, 10)}T00:00:00.000Z`;
}

type Numbers = UsageReport["total"];

/** The numbers of one hour or day. */
export interface Bucket extends Numbers {
  readonly at: string;
}

export interface RangeUsage {
  readonly total: Numbers;
  /** Also those without calls. */
  readonly buckets: readonly Bucket[];
}

const none: Numbers = { calls: 0, errors: 0, tokens: 0, p50_ms: null, p95_ms: null };

/** The numbers of a range by hour or day, of everything or of one server. */
export async function rangeUsage(core: Core, name: RangeName, server_id?: string): Promise<RangeUsage> {
  const { by, count } = ranges[name];
  const now = core.now();
  const since = startOf(name, now);
  const { total, result } = await readUsage(core, { by, since, server_id, limit: count });
  const found = new Map(result.map(({ key, name: _name, ...numbers }) => [key, numbers]));
  const step = by === "hour" ? HOUR_MS : 24 * HOUR_MS;
  const buckets = Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.parse(since) + index * step).toISOString();
    return { at, ...(found.get(at.slice(0, by === "hour" ? 13 : 10)) ?? none) };
  });
  return { total, buckets };
}
