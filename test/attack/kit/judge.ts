import { MOST_RATIO, type Loop } from "./loop.js";

/** How often an input is run again that held up the loop. */
const MOST_REPEATS = 4;
/** An input far below the limit is run again once, so that loading code does not decide. */
const RATIO_TO_REPEAT = MOST_RATIO / 2;

/** Keeps the figures of an attack. */
export interface Judge {
  /** Runs one input, and notes how long it held up the loop. One that does so for long is run again, up to four times, and the shortest time counts. */
  try<Result>(what: string, run: () => Promise<Result>): Promise<Result>;
  /** Notes a request that must not have left. */
  left(what: string): void;
  /** Inputs that held up the loop for more than 50 ms, and requests that left. */
  readonly faults: string[];
  /** Prints the figures under a title. */
  print(title: string): void;
}

export function createJudge(loop: Loop): Judge {
  const faults: string[] = [];
  const worst = { ratio: 0, ms: 0, at: "" };
  let [tried, wrongly] = [0, 0];
  return {
    faults,
    async try(what, run) {
      await loop.worst();
      let result = await run();
      let { ratio, ms } = await loop.worst();
      tried += 1;
      // An input costs the same each time. Loading code, and collecting another input's garbage, do not happen each time.
      const repeats = () => (ratio > MOST_RATIO ? MOST_REPEATS : ratio > RATIO_TO_REPEAT ? 1 : 0);
      for (let again = 0; again < repeats(); again += 1) {
        result = await run();
        const next = await loop.worst();
        if (next.ratio < ratio) ({ ratio, ms } = next);
      }
      if (ratio > worst.ratio) Object.assign(worst, { ratio, ms, at: what });
      if (ratio > MOST_RATIO) faults.push(`${what}: ${ratio.toFixed(1)} (${ms.toFixed()} ms)`);
      return result;
    },
    left(what) {
      wrongly += 1;
      faults.push(`left: ${what}`);
    },
    print(title) {
      const delay = `${worst.ratio.toFixed(1)} times a plain loop, at most ${MOST_RATIO} (${worst.at})`;
      console.log(
        `${title}: ${tried} inputs; worst loop delay ${delay}; ${wrongly} requests left that should not.`,
      );
    },
  };
}
