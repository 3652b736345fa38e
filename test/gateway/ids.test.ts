import { expect, it } from "vitest";
import { firstId, newId } from "../../gateway/id.js";

/* Ids sort by the time at which they were made. The log and its pages rely on it. */

const NOW = 1_900_000_000_000;
/** The number of an id. Crockford's digits leave out i, l, o and u. */
const numberOf = (id: string) =>
  [...id.split("_")[1]!].reduce(
    (sum, digit) => sum * 32n + BigInt("0123456789abcdefghjkmnpqrstvwxyz".indexOf(digit)),
    0n,
  );

it("later ids sort after earlier ones, also within a millisecond", () => {
  const ids = Array.from({ length: 5_000 }, (_, index) => newId("apr", NOW + Math.floor(index / 2_500)));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^apr_[0-9a-hjkmnp-tv-z]{23}$/.test(id))).toEqual([]);
});

it("an id is larger than the one before by an amount that nobody can guess", () => {
  const numbers = Array.from({ length: 2_000 }, () => numberOf(newId("ntc", NOW)));
  const steps = numbers.slice(1).map((number, index) => number - numbers[index]!);
  expect(new Set(steps).size).toBeGreaterThan(1_900);
});

it("an id holds its time, and the first id of a time sorts before it", () => {
  for (const time of [0, 1, 65_535, 65_536, NOW, 2 ** 48 - 1]) {
    expect(numberOf(firstId("log", time)) >> 64n).toBe(BigInt(time));
    expect(firstId("log", time) <= newId("slot", time).replace("slot", "log")).toBe(true);
  }
});
