import { printPath } from "../arguments/path.js";
import { invalidArguments } from "../arguments/refuse.js";
import { isReady, isSeveral, type Asked } from "./asked.js";

/** The number of names in a call. Each may need pages of lists, and is compared with all their records. */
const MOST_NAMES = 100;
const MOST_OF_A_NAME = 500;

/** @throws Fault for too many names in a call, and for a text that is too long to be a name */
export function refuseTooMany(asked: readonly Asked[]): void {
  let names = 0;
  for (const one of asked) {
    const texts = isSeveral(one) ? one.text.split(",", MOST_NAMES * 10 + 1) : [one.text];
    const open = texts.filter((text) => !isReady(text.trim(), one));
    names += texts.length > MOST_NAMES * 10 ? texts.length : open.length;
    const argument = printPath(one.at);
    const long = open.find((text) => text.length > MOST_OF_A_NAME);
    if (long !== undefined)
      throw invalidArguments([
        { argument, message: `is not an id, and longer than a name's ${MOST_OF_A_NAME} characters` },
      ]);
    if (names > MOST_NAMES)
      throw invalidArguments([
        { argument, message: `one call looks up at most ${MOST_NAMES} names: pass ids instead` },
      ]);
  }
}
