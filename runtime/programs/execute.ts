import { Fault } from "../contract/fault.js";
import { createCalls, type Calls, type MakeCall } from "./calls.js";
import { createCourse, type Course, type End } from "./course.js";
import { MOST_PROGRAMS, type ProgramLimits } from "./limits.js";
import type { ProgramRecord } from "./record.js";
import { takeThread, type Thread } from "./threads.js";

export interface Execution {
  readonly record: ProgramRecord;
  readonly limits: ProgramLimits;
  /** Aborts with a Fault, which is then the program's end. */
  readonly signal: AbortSignal;
  readonly make: MakeCall;
}

export type Ended = End & { readonly printed: string };

let running = 0;

/** Runs a program in a thread until it ends or can't go on. */
export async function execute(execution: Execution): Promise<Ended> {
  if (running >= MOST_PROGRAMS) return { fault: fullFault(), printed: "" };
  running += 1;
  try {
    return await inThread(execution);
  } finally {
    running -= 1;
  }
}

async function inThread({ record, limits, signal, make }: Execution): Promise<Ended> {
  const own: { thread?: Thread } = {};
  const calls: Calls = createCalls({ record, most: limits.calls, make }, () => course.goOn());
  const course: Course = createCourse(calls, (call, answer) =>
    own.thread?.send({ kind: "answer", call, answer }),
  );
  const abort = () => course.end({ fault: signal.reason as Fault });
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  const { source, input, now, seed } = record;
  const thread = await takeThread({
    message: course.receive,
    ended: () => course.end({ fault: engineFault() }),
  });
  own.thread = thread;
  thread.send({ kind: "start", source, input, now, seed, memoryBytes: limits.memoryMb * 1_048_576 });
  const end = await course.ended;
  signal.removeEventListener("abort", abort);
  thread.release(course.isOver());
  // Calls that are still running are part of what the program did.
  await calls.end();
  return { ...end, printed: course.printed() };
}

function fullFault(): Fault {
  return new Fault({
    kind: "busy",
    message: `${MOST_PROGRAMS} programs run already, as many as this server takes. This one was not started.`,
    next: "Run it again in some seconds.",
    retryAfterSeconds: 2,
  });
}

function engineFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message: "The program used more memory or stack than the engine has, and was stopped.",
    next: "Keep less at once, and recurse less deeply.",
  });
}
