import { setImmediate as nextTurn } from "node:timers/promises";

/** Bytes of an answer that is read as text. */
export const MOST_TEXT_BYTES = 2_000_000;

/** A value of JSON takes as much time to read, clean and show as so many bytes. */
const WEIGHT_OF_A_VALUE = 50;

/** What the answers of one call may weigh. Each step of work on them then takes less than 50 ms. */
export const MOST_WEIGHT = 4_000_000;

/** Work on a lighter answer takes a few milliseconds at most. */
const MOST_LIGHT_BYTES = 65_536;

const [QUOTE, BACKSLASH, COMMA, LIST, RECORD] = [34, 92, 44, 91, 123];

/** What work an answer makes: its bytes, and its values. */
export function weightOf(body: Uint8Array): number {
  if (body.length <= MOST_LIGHT_BYTES) return body.length;
  let values = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte === QUOTE) at = endOfText(body, at + 1);
    else if (byte === COMMA || byte === LIST || byte === RECORD) values += 1;
  }
  return body.length + values * WEIGHT_OF_A_VALUE;
}

/** Where a text of JSON ends, by its last quote. */
function endOfText(body: Uint8Array, from: number): number {
  for (let end = body.indexOf(QUOTE, from); end >= 0; end = body.indexOf(QUOTE, end + 1)) {
    let before = end;
    while (before > from && body[before - 1] === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return body.length;
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
