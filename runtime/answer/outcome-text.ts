import type { CallOutcome, Remarks, ResultMeta } from "../contract/outcome.js";
import type { Fault } from "../contract/fault.js";
import { isRecord } from "../values/record.js";

/**
 * Texts by outcome. The token budget, the log and the transport need the same text, and printing a list as JSON is
 * slow.
 */
const texts = new WeakMap<object, string>();

/** A result as compact JSON, made once. */
export function textOf(outcome: CallOutcome): string {
  const known = texts.get(outcome);
  if (known !== undefined) return known;
  const text = outcome.fault
    ? faultText(outcome.fault, outcome.meta)
    : valueText(outcome.value, outcome.remarks);
  texts.set(outcome, text);
  return text;
}

/** The same outcome with other metadata. It keeps its text. */
export function withMeta<Outcome extends CallOutcome>(outcome: Outcome, meta: ResultMeta): Outcome {
  const text = texts.get(outcome);
  const changed = { ...outcome, meta };
  if (text !== undefined) texts.set(changed, text);
  return changed;
}

/** The error, the wrong argument, and what to do next. */
function faultText(fault: Fault, { ratelimit }: ResultMeta = {}): string {
  const error = {
    kind: fault.kind,
    message: fault.message,
    status: fault.status,
    said: fault.said,
    arguments: fault.arguments,
    next: fault.next,
    may_have_happened: fault.mayHaveHappened,
    retry_after_seconds: fault.retryAfterSeconds,
    ratelimit: fault.kind === "rate_limited" ? ratelimit : undefined,
    ...fault.program,
  };
  return JSON.stringify({ error });
}

/** Remarks become fields of the value, if it is an object without such names. */
function valueText(value: unknown, remarks: Remarks = {}): string {
  const names = Object.keys(remarks);
  if (names.length === 0 && typeof value === "object" && value !== null) return JSON.stringify(value);
  const isFree = isRecord(value) && !names.some((name) => Object.hasOwn(value, name));
  return JSON.stringify(isFree ? { ...value, ...remarks } : { result: value, ...remarks });
}
