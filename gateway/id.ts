import { randomBytes } from "node:crypto";

/** What an id begins with, by what it names. */
export type IdPrefix = "acc" | "srv" | "tok" | "key" | "ses" | "apr" | "log" | "req" | "slot";

let last = 0n;

/** A new id. Later ones of the same prefix sort after earlier ones, so a list can be paged by it. */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  const fresh = (BigInt(now) << 64n) | BigInt(`0x${randomBytes(8).toString("hex")}`);
  // Within a millisecond the next one is a little greater, by chance, so that none can be told from another.
  last = fresh > last ? fresh : last + 1n + BigInt(randomBytes(3).readUIntBE(0, 3));
  return `${prefix}_${base32(last)}`;
}

/** An id that sorts before every one made at a time or later. */
export function firstId(prefix: IdPrefix, time: number): string {
  return `${prefix}_${base32(BigInt(Math.max(0, time)) << 64n)}`;
}

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

function base32(value: bigint): string {
  let text = "";
  for (let left = value; text.length < 23; left >>= 5n) text = digits[Number(left & 31n)]! + text;
  return text;
}
