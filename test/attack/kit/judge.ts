import { MOST_RATIO, type Loop } from "./loop.js";

/** Keeps the figures of an attack. */
export interface Judge {
  /** Runs one input, and notes how long it held up the loop. One that does so for long is run again, and the shorter time counts. */
  try<Result>(what: string, run: () => Promise<Result>): Promise<Result>;
  /** Notes a request that must not have left. */
  left(what: string): void;
  /** Inputs that held up the loop for more than 50 ms, and requests that left. */
  readonly faults: string[];
  /** Prints the figures under a title. */
  print(title: string): void;
}

/** Far below the limit, so that loading code does not decide. */
const RATIO_TO_REPEAT = MOST_RATIO / 2;

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
      if (ratio > RATIO_TO_REPEAT) {
        // What an input costs, it costs again. Loading code, and collecting another input's garbage, does not come again.
        result = await run();
        const again = await loop.worst();
        if (again.ratio < ratio) ({ ratio, ms } = again);
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
