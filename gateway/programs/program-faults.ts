import { Fault } from "../../runtime/index.js";
import type { HeldCall } from "./program-store.js";

/** What is wanted, in the words of the calls that wait. */
export function stoppedFault({ next }: Fault, id: string, held: readonly HeldCall[]): Fault {
  const calls = held.map(({ call, tool, args, resolved }) => ({ call, tool, arguments: args, resolved }));
  const names = [...new Set(held.map(({ tool }) => tool))].join(", ");
  return new Fault({
    kind: "approval_needed",
    message: `The program stopped before calls that a person must approve (${names}). They were not made.`,
    next,
    program: { resume: id, wanted: calls },
  });
}

export function sentBeforeFault(tool: string): Fault {
  return new Fault({
    kind: "unreachable",
    message: `The program sent this call of ${tool} before it was interrupted, and the outcome is not known. It was not sent again.`,
    next: "Check whether it was done.",
    mayHaveHappened: true,
  });
}

export function tooLargeFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message:
      "The program read too much data to be stored while it waits for an approval. The calls that need one were not made.",
    next: "Make them in a program that reads less.",
  });
}

export function unknownFault(): Fault {
  return new Fault({
    kind: "invalid_arguments",
    message: "No program of this name waits for an approval here. Nothing was run.",
    next: "First check what the program has already done. Then run it again.",
  });
}

export function runningFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "This program is already running. It was not started a second time.",
    next: "Wait for its answer. If it was interrupted, resume it again in two minutes.",
    retryAfterSeconds: 30,
  });
}

export function endedFault(writes: readonly unknown[]): Fault {
  return new Fault({
    kind: "program_failed",
    message: "This program has ended already. Nothing was run.",
    next: "Write a new program for what is left.",
    program: { writes_made: writes },
  });
}
