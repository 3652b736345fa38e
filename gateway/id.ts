import { randomForId } from "../runtime/index.js";

/** The prefix of an id, by kind. */
export type IdPrefix =
  | "acc"
  | "srv"
  | "tok"
  | "key"
  | "ses"
  | "svc"
  | "dev"
  | "con"
  | "cli"
  | "own"
  | "apr"
  | "ntc"
  | "rol"
  | "log"
  | "req"
  | "slot";

/** How far ids may be ahead of the time. If the clock is set back further, new ids follow it. */
export const MOST_AHEAD_MS = 86_400_000;

/** The number of an id, in three parts: its time, and 64 bits that are random at first. */
interface Value {
  readonly time: number;
  readonly high: number;
  readonly low: number;
}

const newest = new Map<IdPrefix, Value>();

/** A new id. Later ids of the same prefix sort after earlier ones, so lists can be paged by id. */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  const random = randomForId(8);
  const fresh = { time: now, high: random.readUInt32BE(0), low: random.readUInt32BE(4) };
  const last = newest.get(prefix);
  const isFree = !last || isAfter(fresh, last) || isAfter(last, { ...fresh, time: now + MOST_AHEAD_MS });
  const value = isFree ? fresh : following(last);
  newest.set(prefix, value);
  return `${prefix}_${base32(value)}`;
}

/** An id that sorts before all ids of this time or later. */
export function firstId(prefix: IdPrefix, time: number): string {
  return `${prefix}_${base32({ time: Math.max(0, time), high: 0, low: 0 })}`;
}

function isAfter(one: Value, other: Value): boolean {
  if (one.time !== other.time) return one.time > other.time;
  return one.high === other.high ? one.low > other.low : one.high > other.high;
}

const TWO_32 = 2 ** 32;

/** Larger by a random amount, so that ids of the same millisecond cannot be guessed. */
function following({ time, high, low }: Value): Value {
  const next = low + 1 + randomForId(3).readUIntBE(0, 3);
  if (next < TWO_32) return { time, high, low: next };
  const carried = { high: high + 1, low: next - TWO_32 };
  return carried.high < TWO_32 ? { time, ...carried } : { time: time + 1, high: 0, low: carried.low };
}

const digits = "0123456789abcdefghjkmnpqrstvwxyz";
const pairs = Array.from({ length: 1_024 }, (_, bits) => digits[bits >> 5]! + digits[bits & 31]!);

/** 23 digits for 112 bits: 48 of time, then 64. Numbers take a fifth of the time of a `bigint`. */
function base32({ time, high, low }: Value): string {
  const ofTime = digitsOf(Math.floor(time / 2 ** 16)).slice(1);
  return ofTime + digitsOf((time % 2 ** 16) * 2 ** 24 + (high >>> 8)) + digitsOf((high & 255) * TWO_32 + low);
}

/** 8 digits for 40 bits. */
function digitsOf(bits: number): string {
  const [high, low] = [Math.floor(bits / 2 ** 20), bits % 2 ** 20];
  return pairs[high >> 10]! + pairs[high & 1_023]! + pairs[low >> 10]! + pairs[low & 1_023]!;
}
