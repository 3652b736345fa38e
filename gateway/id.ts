import { randomBytes } from "node:crypto";

/** The prefix of an id, by kind. */
export type IdPrefix = "acc" | "srv" | "tok" | "key" | "ses" | "apr" | "log" | "req" | "slot";

let last = 0n;

/** A new id. Later ids of the same prefix sort after earlier ones, so lists can be paged by id. */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  const fresh = (BigInt(now) << 64n) | BigInt(`0x${randomBytes(8).toString("hex")}`);
  // Within a millisecond the next id is larger by a random amount, so that ids cannot be guessed.
  last = fresh > last ? fresh : last + 1n + BigInt(randomBytes(3).readUIntBE(0, 3));
  return `${prefix}_${base32(last)}`;
}

/** An id that sorts before all ids of this time or later. */
export function firstId(prefix: IdPrefix, time: number): string {
  return `${prefix}_${base32(BigInt(Math.max(0, time)) << 64n)}`;
}

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

function base32(value: bigint): string {
  let text = "";
  for (let left = value; text.length < 23; left >>= 5n) text = digits[Number(left & 31n)]! + text;
  return text;
}
