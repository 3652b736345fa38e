import { randomBytes } from "node:crypto";

/** The prefix of an id, by kind. */
export type IdPrefix =
  "acc" | "srv" | "tok" | "key" | "ses" | "svc" | "dev" | "apr" | "ntc" | "rol" | "log" | "req" | "slot";

let last = 0n;

/** A new id. Later ids of the same prefix sort after earlier ones, so lists can be paged by id. */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  const fresh = (BigInt(now) << 64n) | random(8).readBigUInt64BE();
  // Within a millisecond the next id is larger by a random amount, so that ids cannot be guessed.
  last = fresh > last ? fresh : last + 1n + BigInt(random(3).readUIntBE(0, 3));
  return `${prefix}_${base32(last)}`;
}

/** An id that sorts before all ids of this time or later. */
export function firstId(prefix: IdPrefix, time: number): string {
  return `${prefix}_${base32(BigInt(Math.max(0, time)) << 64n)}`;
}

const pool = { bytes: Buffer.alloc(0), used: 0 };

/** Asking the system for some random bytes at a time costs more than making an id. */
function random(count: number): Buffer {
  if (pool.used + count > pool.bytes.length) Object.assign(pool, { bytes: randomBytes(4_096), used: 0 });
  const bytes = pool.bytes.subarray(pool.used, pool.used + count);
  pool.used += count;
  return bytes;
}

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** JavaScript's own digits of base 32 go from `0` to `v`. */
function base32(value: bigint): string {
  let text = "";
  for (const digit of value.toString(32).padStart(23, "0")) text += digits[Number.parseInt(digit, 32)]!;
  return text;
}
