import { valuesIn } from "../values/count.js";
import { setImmediate as nextTurn } from "node:timers/promises";

/** Bytes of an answer that is read as text. */
export const MOST_TEXT_BYTES = 2_000_000;

/** A value of JSON takes as much time to read, clean and show as so many bytes. */
const WEIGHT_OF_A_VALUE = 50;

/** What the answers of one call may weigh. Each step of work on them then takes less than 50 ms. */
export const MOST_WEIGHT = 4_000_000;

/** Work on a lighter answer takes a few milliseconds at most. */
const MOST_LIGHT_BYTES = 65_536;

/** What work an answer makes: its bytes, and its values. */
export function weightOf(body: Uint8Array): number {
  if (body.length <= MOST_LIGHT_BYTES) return body.length;
  return body.length + valuesIn(Buffer.from(body).toString("latin1")) * WEIGHT_OF_A_VALUE;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Waits for a turn of the event loop in which no other large answer is worked on. Between two such steps the process
 * answers everybody else.
 */
export async function ownTurn(weight: number): Promise<void> {
  if (weight <= MOST_LIGHT_BYTES) return;
  const turn = last.then(() => nextTurn());
  last = turn;
  await turn;
}
