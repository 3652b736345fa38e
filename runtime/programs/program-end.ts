import { Fault, type FaultKind } from "../contract/fault.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { Question } from "../contract/question.js";
import { presentValue } from "../answer/present.js";
import type { Ended } from "./execute.js";
import type { ProgramError } from "./messages.js";
import type { ProgramRecord, WriteMade } from "./record.js";

/** How a program ended: with a value, or with a fault. */
export interface ProgramEnd {
  readonly value?: unknown;
  readonly fault?: Fault;
  /** A question for the person at the client, with a fault of the kind `approval_needed`. */
  readonly question?: Question;
  readonly printed: string;
  /** What it wrote, in order. */
  readonly writes: readonly WriteMade[];
}

export function endOf(
  ended: Ended | { readonly fault: Fault; readonly question?: Question; readonly printed: string },
  record: ProgramRecord | undefined,
): ProgramEnd {
  const { printed } = ended;
  const writes = (record?.settled ?? []).flatMap(({ write }) => (write ? [write] : []));
  if ("value" in ended) return { value: JSON.parse(ended.value), printed, writes };
  if ("error" in ended) return { fault: faultOf(ended.error), printed, writes };
  if ("fault" in ended) {
    const question = "question" in ended ? ended.question : undefined;
    return { fault: ended.fault, printed, writes, ...(question ? { question } : {}) };
  }
  return { fault: nobodyToAsk(), printed, writes };
}

/** What the program threw. An error of a call keeps its kind, status and next step. */
function faultOf({ name, message, line, call }: ProgramError): Fault {
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
  return new Fault({ kind: "program_failed", message: `${place}${name}: ${message}` });
}

/** Only a gateway asks people. Without one, no call is held. */
function nobodyToAsk(): Fault {
  return new Fault({ kind: "internal", message: "A call was held, and no person can approve it here." });
}

/** The result of run_read or run_write: what the program returned and printed, within the budget of a result. */
export function outcomeOf(
  { value, fault, question, printed, writes }: ProgramEnd,
  budget: number,
): CallOutcome {
  const said = printed === "" ? {} : { printed };
  if (!fault) {
    const result = value === null && printed !== "" ? {} : { result: value };
    return presentValue({ ...result, ...said }, { shaping: { apply: (whole) => whole }, budget });
  }
  const trace = presentValue(
    { ...(writes.length > 0 ? { writes_made: writes } : {}), ...said },
    { shaping: { apply: (whole) => whole }, budget },
  );
  const told = new Fault({
    ...fault,
    message: fault.message,
    program: { ...(trace.value as object), ...trace.remarks },
  });
  return { fault: told, ...(question ? { question } : {}) };
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
