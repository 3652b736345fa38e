import { Fault } from "../contract/fault.js";
import type { CallAnswer, FromThread, ProgramError } from "./messages.js";
import { MOST_CALLS_AT_ONCE, MOST_PRINTED, MOST_PROGRAMS, MOST_RECORDED, type ProgramLimits } from "./limits.js";
import type { ProgramRecord, Settled } from "./record.js";
import { takeThread, type Thread } from "./threads.js";

/** The answer of a call of a program; `held` if it needs an approval and was not made. */
export type Answered = Omit<Settled, "call" | "tool" | "args"> | "held";

export interface Execution {
  readonly record: ProgramRecord;
  readonly limits: ProgramLimits;
  /** Aborts with a Fault, which is then the program's end. */
  readonly signal: AbortSignal;
  /** Makes a call. Never throws. */
  call(call: number, tool: string, args: string): Promise<Answered>;
}

/** How a program ended, and what it printed. */
export type Ended = { readonly printed: string } & (
  | { readonly value: string }
  | { readonly error: ProgramError }
  | { readonly fault: Fault }
  /** Nothing can go on before a person approves the held calls. */
  | { readonly held: true }
);

type End = Ended extends infer One ? (One extends unknown ? Omit<One, "printed"> : never) : never;

let running = 0;

/**
 * Runs a program in a thread. Calls in its record are answered from there, in their order; all others are made. Answers
 * are given one at a time, and each is recorded before the program gets it.
 */
export async function execute(execution: Execution): Promise<Ended> {
  if (running >= MOST_PROGRAMS) return { fault: fullFault(), printed: "" };
  running += 1;
  try {
    return await inThread(execution);
  } finally {
    running -= 1;
  }
}

async function inThread({ record, limits, signal, call }: Execution): Promise<Ended> {
  const played = [...record.settled];
  const issued = new Map<number, { readonly tool: string; readonly args: string }>();
  const ready: Settled[] = [];
  const queued: (() => void)[] = [];
  const underWay = new Set<Promise<void>>();
  let [held, isIdle, isOver, printed] = [0, false, false, ""];
  let result: End | undefined;
  let thread: Thread | undefined;
  let settle!: (end: End) => void;
  const ended = new Promise<End>((resolve) => (settle = resolve));

  function receive(message: FromThread): void {
    switch (message.kind) {
      case "ready":
        return;
      case "print":
        if (printed.length < MOST_PRINTED) printed += `${message.text}\n`;
        return;
      case "call":
        return receiveCall(message);
      case "returned":
        result = { value: message.value };
        return;
      case "failed":
        result = { error: message.error };
        return;
      case "idle":
        isIdle = true;
        isOver = message.isOver;
        return goOn();
    }
  }

  function receiveCall({ call: number, tool, args }: Extract<FromThread, { kind: "call" }>): void {
    if (number > limits.calls) return settle({ fault: tooManyCalls(limits.calls) });
    issued.set(number, { tool, args });
    const known = record.settled.find((one) => one.call === number);
    if (known && (known.tool !== tool || known.args !== args)) return settle({ fault: divergedFault() });
    if (known) return;
    const make = () => {
      const made = call(number, tool, args).then((answer) => {
        underWay.delete(made);
        queued.shift()?.();
        if (answer === "held") held += 1;
        else ready.push({ call: number, tool, args, ...answer });
        goOn();
      });
      underWay.add(made);
    };
    if (underWay.size < MOST_CALLS_AT_ONCE) make();
    else queued.push(make);
  }

  /** Gives the next answer, or ends what cannot go on. */
  function goOn(): void {
    if (!isIdle) return;
    const [next] = played;
    if (next) {
      if (!issued.has(next.call)) return settle({ fault: divergedFault() });
      played.shift();
      return answer(next.call, next.answer);
    }
    const made = ready.shift();
    if (made) {
      settled(made);
      return answer(made.call, made.answer);
    }
    if (underWay.size > 0) return;
    if (held > 0) return settle({ held: true });
    settle(isOver && result ? result : { fault: stuckFault() });
  }

  /** Answers that are too large together are not kept. Then the program cannot wait for an approval. */
  function settled(made: Settled): void {
    record.bytes += "value" in made.answer ? made.answer.value.length : 0;
    record.settled.push(record.bytes > MOST_RECORDED ? { ...made, answer: { value: "null" } } : made);
  }

  function answer(number: number, given: CallAnswer): void {
    isIdle = false;
    thread?.send({ kind: "answer", call: number, answer: given });
  }

  const abort = () => settle({ fault: signal.reason as Fault });
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  thread = await takeThread({ message: receive, ended: () => settle({ fault: engineFault() }) });
  const { source, input, now, seed } = record;
  thread.send({ kind: "start", source, input, now, seed, memoryBytes: limits.memoryMb * 1_048_576 });
  const end = await ended;
  signal.removeEventListener("abort", abort);
  thread.release(isIdle && isOver);
  // Nothing more starts. The calls under way belong to what the program did.
  queued.length = 0;
  await Promise.all(underWay);
  for (const made of ready) settled(made);
  return { ...end, printed } as Ended;
}

function fullFault(): Fault {
  return new Fault({
    kind: "busy",
    message: `${MOST_PROGRAMS} programs run already, as many as this server takes. This one was not started.`,
    next: "Run it again in some seconds.",
    retryAfterSeconds: 2,
  });
}

function tooManyCalls(most: number): Fault {
  return new Fault({
    kind: "program_failed",
    message: `The program made more than ${most} calls, and was stopped.`,
    next: "Filter in the arguments of the list, or split the work into several programs.",
  });
}

function stuckFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message: "The program waits for a promise that never settles, so it was stopped.",
    next: "Await only calls of api.",
  });
}

function divergedFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message: "The program made other calls than before its approval, so it was stopped.",
    next: "Check what it has done so far, and write a new program for the rest.",
  });
}

function engineFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message: "The program used more memory or stack than the engine has, and was stopped.",
    next: "Keep less at once, and recurse less deeply.",
  });
}
