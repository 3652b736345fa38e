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

const newest = new Map<IdPrefix, bigint>();

/** A new id. Later ids of the same prefix sort after earlier ones, so lists can be paged by id. */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  const fresh = (BigInt(now) << 64n) | randomForId(8).readBigUInt64BE();
  const last = newest.get(prefix) ?? 0n;
  const isTooFarAhead = last > BigInt(now + MOST_AHEAD_MS) << 64n;
  // Within a millisecond the next id is larger by a random amount, so that ids cannot be guessed.
  const next = last + 1n + BigInt(randomForId(3).readUIntBE(0, 3));
  const value = fresh > last || isTooFarAhead ? fresh : next;
  newest.set(prefix, value);
  return `${prefix}_${base32(value)}`;
}

/** An id that sorts before all ids of this time or later. */
export function firstId(prefix: IdPrefix, time: number): string {
  return `${prefix}_${base32(BigInt(Math.max(0, time)) << 64n)}`;
}

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** JavaScript's own digits of base 32 go from `0` to `v`. Those up to `h` are the same. */
function base32(value: bigint): string {
  return value
    .toString(32)
    .padStart(23, "0")
    .replace(/[i-v]/g, (digit) => digits[Number.parseInt(digit, 32)]!);
}
