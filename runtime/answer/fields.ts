import { compile } from "@jmespath-community/jmespath";
import { Fault, type FaultDetails } from "../contract/fault.js";
import { createEvaluate, type Expression } from "./evaluate.js";
import { createSteps, TooMuchWork } from "./steps.js";

/** Applies one JMESPath expression. */
export type Projection = (value: unknown) => unknown;

/** How an expression over a list is written. */
export const FIELDS_OF_LISTS =
  "Over the items of a list: `[].{id: id, name: name}`; `items[]` works too. Text stands in single quotes: `[?name == 'X']`.";

const MOST_CHARACTERS = 2_000;
/** About 20 ms of work. The usual expression on a page of 200 records takes some 2,000. */
const MOST_STEPS = 100_000;

/**
 * Compiles the argument `fields` before anything is sent. Each call of what it returns starts a projection with an
 * allowance of its own; all that is done with that projection counts together.
 * @throws Fault `invalid_arguments` when it is no JMESPath. A projection throws it too, for an answer that the expression
 * does not fit or on which it would take too long.
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
        if (error instanceof TooMuchWork)
          throw new TooMuchOnAnswer(
            faultOf("takes too much work on this answer: name fewer fields, and nest fewer lists"),
          );
        throw fieldsFault(`cannot be applied to this answer: ${wordsOf(error)}`);
      }
    };
  };
}

function parse(expression: string): Expression {
  try {
    return compile(expression);
  } catch (error) {
    throw fieldsFault(`is no JMESPath expression: ${wordsOf(error)}`);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "unknown error";
}

/** The fault of an expression that has used up its allowance on an answer. It has none for further parts of it. */
export class TooMuchOnAnswer extends Fault {}

function fieldsFault(message: string): Fault {
  return new Fault(faultOf(message));
}

function faultOf(message: string): FaultDetails {
  return {
    kind: "invalid_arguments",
    message: `fields ${message}.`,
    arguments: [{ argument: "fields", message }],
    next: `fields is JMESPath over the answer. ${FIELDS_OF_LISTS} Without it the answer is concise.`,
  };
}
