import { Fault, type FaultDetails } from "../contract/fault.js";

/** How to write an expression over a list. */
export const FIELDS_OF_LISTS =
  "Over the items of a list: `[].{id: id, name: name}`; `items[]` works too. Put text in single quotes: `[?name == 'X']`.";

/** The fault of an expression that has used up its steps on an answer. It has none left for other parts. */
export class TooMuchOnAnswer extends Fault {
  constructor() {
    super(detailsOf("takes too much work on this answer: name fewer fields, and nest fewer lists"));
  }
}

export function fieldsFault(message: string): Fault {
  return new Fault(detailsOf(message));
}

function detailsOf(message: string): FaultDetails {
  return {
    kind: "invalid_arguments",
    message: `fields ${message}.`,
    arguments: [{ argument: "fields", message }],
    next: `fields is JMESPath over the answer. ${FIELDS_OF_LISTS} Without it the answer is concise.`,
  };
}
