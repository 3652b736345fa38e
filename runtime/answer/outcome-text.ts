import type { Answered, CallOutcome, Remarks, ResultMeta } from "../contract/outcome.js";
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
  return sameText(outcome, { ...outcome, meta });
}

/** A result whose value does not have the tool's own type. It keeps its text. */
export function reshaped(answered: Answered): Answered {
  return sameText(answered, { ...answered, reshaped: true });
}

/** A result of a tool with an output schema. It keeps its text. */
export function structured(outcome: CallOutcome): CallOutcome {
  return outcome.fault ? outcome : sameText(outcome, { ...outcome, structured: true });
}

function sameText<Outcome extends CallOutcome>(before: CallOutcome, changed: Outcome): Outcome {
  const text = texts.get(before);
  if (text !== undefined) texts.set(changed, text);
  return changed;
}

/** The value and its remarks as one object, for clients that want the data and not only its text. */
export function structureOf({ value, remarks = {}, reshaped }: Answered): Readonly<Record<string, unknown>> {
  const merged = reshaped ? { result: value, ...remarks } : withRemarks(value, remarks);
  return isRecord(merged) ? merged : { result: merged };
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

function valueText(value: unknown, remarks: Remarks = {}): string {
  return JSON.stringify(withRemarks(value, remarks));
}

/** Remarks become fields of the value, if it is an object without such names. */
function withRemarks(value: unknown, remarks: Remarks): unknown {
  const names = Object.keys(remarks);
  if (names.length === 0 && typeof value === "object" && value !== null) return value;
  const isFree = isRecord(value) && !names.some((name) => Object.hasOwn(value, name));
  return isFree ? { ...value, ...remarks } : { result: value, ...remarks };
}
