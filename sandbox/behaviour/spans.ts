import { momentOf, oneOf, type Call } from "../store/call.js";
import type { Item } from "../store/store.js";
import type { World } from "../world.js";

/** A time span in milliseconds, including both ends. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Bucket = Span;

const day = 86_400_000;

/** The time span of a metrics call; by default the last 30 days. An end date without a time includes the whole day. */
export function spanOf(call: Call, world: World): Span {
  const now = world.now().getTime();
  const to = momentOf(call, "end_date") ?? now;
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(oneOf(call, "end_date") ?? "") ? day - 1 : 0;
  return { from: momentOf(call, "start_date") ?? to - 30 * day, to: to + whole };
}

/** Whether something started within a span. */
export function inSpan({ data }: Item, { from, to }: Span): boolean {
  const at = Date.parse(String(data.started_at ?? data.starts_at));
  return at >= from && at <= to;
}

/** Cuts a span into days, weeks (from Monday) or months in UTC. Other values give one bucket. */
export function bucketsBetween(span: Span, size: string): Bucket[] {
  if (!["day", "week", "month"].includes(size)) return [span];
  const buckets: Bucket[] = [];
  for (let from = floor(span.from, size); from <= span.to && buckets.length < 1000;) {
    const next = after(from, size);
    buckets.push({ from: Math.max(from, span.from), to: Math.min(next - 1, span.to) });
    from = next;
  }
  return buckets;
}

function floor(at: number, size: string): number {
  const date = new Date(at);
  if (size === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return size === "week" ? midnight - ((date.getUTCDay() + 6) % 7) * day : midnight;
}

function after(from: number, size: string): number {
  const date = new Date(from);
  if (size === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return from + (size === "week" ? 7 : 1) * day;
}
