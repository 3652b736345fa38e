import { valuesIn } from "../values/count.js";
import { setImmediate as nextTurn } from "node:timers/promises";

/** Maximum bytes of an answer that is read as text. */
export const MOST_TEXT_BYTES = 2_000_000;

/** Reading, cleaning and showing a JSON value takes as long as this many bytes. */
const WEIGHT_OF_A_VALUE = 50;

/** The maximum weight of one call's answers. Each step of work on them then takes less than 50 ms. */
export const MOST_WEIGHT = 4_000_000;

/** Work on a lighter answer takes at most a few milliseconds. */
const MOST_LIGHT_BYTES = 65_536;

/** The work of an answer: its bytes, and its values. */
export function weightOf(body: Uint8Array): number {
  if (body.length <= MOST_LIGHT_BYTES) return body.length;
  return body.length + valuesIn(Buffer.from(body).toString("latin1")) * WEIGHT_OF_A_VALUE;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Waits for a turn of the event loop without work on another large answer. Between two such steps the process handles
 * other requests.
 */
export async function ownTurn(weight: number): Promise<void> {
  if (weight <= MOST_LIGHT_BYTES) return;
  const turn = last.then(() => nextTurn());
  last = turn;
  await turn;
}
