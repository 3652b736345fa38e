import { Fault, type FaultKind } from "../contract/fault.js";
import type { CallOutcome } from "../contract/outcome.js";
import { presentValue } from "../answer/present.js";
import { asItIs } from "../answer/shaping.js";
import { MOST_TEXT_BYTES, MOST_WEIGHT, weightOf } from "../answer/weight.js";
import type { Ended } from "./execute.js";
import type { ProgramError } from "./messages.js";
import { writesIn, type ProgramRecord, type WriteMade } from "./record.js";

/** How a program ended: with a value, or with a fault. */
export interface ProgramEnd {
  readonly value?: unknown;
  readonly fault?: Fault;
  readonly printed: string;
  /** What it wrote, in order. */
  readonly writes: readonly WriteMade[];
}

export function endOf(
  ended: Exclude<Ended, { readonly held: true }>,
  record: ProgramRecord | undefined,
): ProgramEnd {
  const { printed } = ended;
  const writes = writesIn(record?.settled ?? []);
  if ("value" in ended)
    return isTooLarge(ended.value)
      ? { fault: tooLargeFault(), printed, writes }
      : { value: JSON.parse(ended.value), printed, writes };
  if ("error" in ended) return { fault: faultOf(ended.error), printed, writes };
  return { fault: ended.fault, printed, writes };
}

/** Reading and showing a larger one would hold up other calls. */
function isTooLarge(value: string): boolean {
  return value.length > MOST_TEXT_BYTES || weightOf(Buffer.from(value)) > MOST_WEIGHT;
}

function tooLargeFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message: "The program has run, but what it returned is too large to be read.",
    next: "Return less: count, filter or sum in the program, and return only fields that you need.",
  });
}

/** What a model can use of a thrown text. */
const MOST_OF_AN_ERROR = 5_000;

/** What the program threw. An error of a call keeps its kind, status and next step. */
function faultOf({ name, message: whole, line, call }: ProgramError): Fault {
  const message = whole.length > MOST_OF_AN_ERROR ? `${whole.slice(0, MOST_OF_AN_ERROR)}…` : whole;
  const place = line === undefined ? "" : `Line ${line}: `;
  if (call)
    return new Fault({
      kind: call.kind as FaultKind,
      message: `${place}${message}`,
      status: call.status,
      next: call.next,
      retryAfterSeconds: call.retry_after_seconds,
      mayHaveHappened: call.may_have_happened,
    });
  return new Fault({ kind: "program_failed", message: `${place}${name.slice(0, 100)}: ${message}` });
}

/** The result of run_read or run_write: what the program returned and printed, within the budget of a result. */
export function outcomeOf({ value, fault, printed, writes }: ProgramEnd, budget: number): CallOutcome {
  const said = printed === "" ? {} : { printed };
  if (!fault) {
    const result = value === null && printed !== "" ? {} : { result: value };
    return presentValue({ ...result, ...said }, { shaping: asItIs, budget });
  }
  const trace = presentValue(
    { ...(writes.length > 0 ? { writes_made: writes } : {}), ...said },
    { shaping: asItIs, budget },
  );
  const program = { ...fault.program, ...(trace.value as object), ...trace.remarks };
  return { fault: new Fault({ ...fault, message: fault.message, program }) };
}

/** The result of a workflow: what its program returned, as a tool answers. One that waits goes on by its own name. */
export function workflowOutcome(name: string, ended: ProgramEnd, budget: number): CallOutcome {
  const { fault, value } = ended;
  if (!fault) return presentValue(value, { shaping: { apply: (whole) => whole }, budget });
  const { next } = fault;
  return outcomeOf(
    next === undefined
      ? ended
      : {
          ...ended,
          fault: new Fault({ ...fault, message: fault.message, next: next.replaceAll("run_write", name) }),
        },
    budget,
  );
}
