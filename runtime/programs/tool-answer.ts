import type { CallOutcome } from "../contract/outcome.js";
import type { Fault } from "../contract/fault.js";
import { isRecord } from "../values/record.js";
import type { CallAnswer, CallError } from "./messages.js";

/** An outcome as the program gets it: the whole value with its remarks, or an error. */
export function answerOf(outcome: CallOutcome, shapes: string | undefined): CallAnswer {
  if (outcome.fault) return { error: JSON.stringify(errorOf(outcome.fault)) };
  const { value, remarks, media } = outcome;
  const whole = isRecord(value)
    ? { ...remarks, ...value, ...(media ? { content_base64: media.base64 } : {}) }
    : value;
  return { value: JSON.stringify(whole ?? null), ...(shapes === undefined ? {} : { shapes }) };
}

function errorOf(fault: Fault): CallError {
  const { kind, message, status, said, next, arguments: args, mayHaveHappened, retryAfterSeconds } = fault;
  const wrong = (args ?? []).map(({ argument, message: why }) => `${argument}: ${why}`);
  const parts = [message, ...(said ?? []), ...wrong].map((part) => part.replace(/\.$/, ""));
  return {
    message: `${[...new Set(parts)].join(". ")}.`,
    kind,
    status,
    next,
    may_have_happened: mayHaveHappened,
    retry_after_seconds: retryAfterSeconds,
  };
}
