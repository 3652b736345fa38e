import { Fault, type ArgumentFault } from "../contract/fault.js";
import { printPath } from "./path.js";

const MOST_FAULTS_SHOWN = 100;

/**
 * The fault of a call whose arguments cannot be sent. After a hundred faults it only counts the others.
 * @param count of all faults, if not all are given
 */
export function invalidArguments(faults: readonly ArgumentFault[], count = 0): Fault {
  const [first] = faults;
  const total = Math.max(count, faults.length);
  const more = total - MOST_FAULTS_SHOWN;
  return new Fault({
    kind: "invalid_arguments",
    message: total === 1 ? `${first?.argument}: ${first?.message}.` : `${total} arguments are at fault.`,
    arguments:
      more > 0
        ? [...faults.slice(0, MOST_FAULTS_SHOWN), { argument: "arguments", message: `${more} more faults` }]
        : faults,
  });
}

/** @throws Fault of kind `invalid_arguments` for one argument. */
export function refuse(argument: string, message: string): never {
  throw invalidArguments([{ argument: printPath([argument]), message }]);
}
