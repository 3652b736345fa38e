import { setFlagsFromString } from "node:v8";

/*
 * V8 of Node 20 optimises a function after a budget of 67,584 bytes of its bytecode has run. It fits neither of our two
 * kinds of commands. Measured on the built product. V8 of later versions counts otherwise, has a compiler in between, and
 * prints an error for this flag.
 */
const budgets = {
  /**
   * A generation ends after a few seconds. To optimise most of its functions takes longer than they run: with Stripe's
   * document, a third of the processor time.
   */
  short: 1_000_000,
  /**
   * A call passes hundreds of functions, each once. They ran unoptimised for the first ten thousand calls. With a quarter
   * of the budget the first five thousand calls over stdio and HTTP take a third less, and later calls no more.
   */
  long: 16_000,
} as const;

/** Sets how soon V8 optimises functions of this process. */
export function optimiseFor(run: keyof typeof budgets): void {
  if (process.versions.node.startsWith("20.")) setFlagsFromString(`--interrupt-budget=${budgets[run]}`);
}
