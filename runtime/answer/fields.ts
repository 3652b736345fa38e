import { compile } from "@jmespath-community/jmespath";
import { createEvaluate, type Expression } from "./evaluate.js";
import { fieldsFault, TooMuchOnAnswer } from "./fields-fault.js";
import { createSteps, TooMuchWork } from "./steps.js";

/** Applies one JMESPath expression. */
export type Projection = (value: unknown) => unknown;

const MOST_CHARACTERS = 2_000;
/** About 20 ms of work. A typical expression on a page of 200 records takes about 2,000. */
const MOST_STEPS = 100_000;

/**
 * Compiles the argument `fields` before anything is sent. Each call of the result starts a projection with its own
 * allowance of steps.
 * @throws Fault `invalid_arguments` if it is not JMESPath. A projection throws it too if the expression does not fit
 * the answer or takes too long.
 */
export function compileFields(expression: string): () => Projection {
  if (expression.length > MOST_CHARACTERS) throw fieldsFault(`is longer than ${MOST_CHARACTERS} characters`);
  const tree = parse(expression);
  return () => {
    const evaluate = createEvaluate(createSteps(MOST_STEPS));
    return (value) => {
      try {
        return evaluate(tree, value);
      } catch (error) {
        if (error instanceof TooMuchWork) throw new TooMuchOnAnswer();
        throw fieldsFault(`cannot be applied to this answer: ${wordsOf(error)}`);
      }
    };
  };
}

function parse(expression: string): Expression {
  try {
    return compile(expression);
  } catch (error) {
    throw fieldsFault(`is not a JMESPath expression: ${wordsOf(error)}`);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "unknown error";
}
