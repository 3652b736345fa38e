import { Fault } from "../contract/fault.js";
import type { CallOutcome } from "../contract/outcome.js";
import { textOf } from "./outcome-text.js";
import { sanitise, sanitiseText, type Redactor } from "./sanitise.js";

/**
 * Prepares an outcome for sending: the last check for secrets and invisible characters. Answers were cleaned before, so
 * this rarely finds anything and costs one pass over the text.
 */
export function leaving(outcome: CallOutcome, redactor: Redactor): CallOutcome {
  const text = textOf(outcome);
  if (redactor.text(sanitiseText(text)) === text) return outcome;
  // Field names were checked before `fields` could rename them.
  const byForm: Redactor = { ...redactor, field: (name) => ({ name: redactor.text(name), isSecret: false }) };
  const clean = <Value>(value: Value): Value => sanitise(value, byForm) as Value;
  if (!outcome.fault) return { ...outcome, value: clean(outcome.value), remarks: clean(outcome.remarks) };
  const {
    kind,
    message,
    status,
    said,
    arguments: args,
    next,
    retryAfterSeconds,
    mayHaveHappened,
    program,
  } = outcome.fault;
  const words = clean({ message, said, arguments: args, next });
  const known = { kind, status, retryAfterSeconds, mayHaveHappened, program };
  return { ...outcome, fault: new Fault({ ...known, ...words }) };
}
