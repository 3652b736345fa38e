import { Fault } from "../contract/fault.js";
import { MOST_CALLS_AT_ONCE, MOST_RECORDED } from "./limits.js";
import type { CallAnswer, FromThread } from "./messages.js";
import type { ProgramRecord, Settled } from "./record.js";

/** The answer of a call of a program; `held` if it needs an approval and was not made. */
export type Answered = Omit<Settled, "call" | "tool" | "args"> | "held";

/** Makes a call. Never throws. */
export type MakeCall = (call: number, tool: string, args: string) => Promise<Answered>;

type Asked = Omit<Extract<FromThread, { kind: "call" }>, "kind">;

/** The calls of a running program. Those in its record are answered from there, in their order; all others are made. */
export interface Calls {
  /** @throws Fault for a call that the program may not make */
  take(asked: Asked): void;
  /**
   * The next answer for the program. Without one: whether some will come, whether all wait for an approval, or whether
   * no call is open.
   * @throws Fault if the program does not make the calls of its record
   */
  next(): { readonly call: number; readonly answer: CallAnswer } | "later" | "held" | "none";
  /** Starts nothing more, and waits for the calls under way. */
  end(): Promise<void>;
}

/** @param changed called when a call has ended */
export function createCalls(
  { record, most, make }: { readonly record: ProgramRecord; readonly most: number; readonly make: MakeCall },
  changed: () => void,
): Calls {
  const played = [...record.settled];
  const known = new Map(played.map((one) => [one.call, one]));
  const issued = new Set<number>();
  const ready: Settled[] = [];
  const queued: (() => void)[] = [];
  const underWay = new Set<Promise<void>>();
  let held = 0;

  function start(asked: Asked): void {
    const made = make(asked.call, asked.tool, asked.args).then((answered) => {
      underWay.delete(made);
      queued.shift()?.();
      if (answered === "held") held += 1;
      else ready.push({ ...asked, ...answered });
      changed();
    });
    underWay.add(made);
  }

  /** Answers that are too large together are not kept. Then the program cannot wait for an approval. */
  function settled(made: Settled): void {
    record.bytes += "value" in made.answer ? made.answer.value.length : 0;
    record.settled.push(record.bytes > MOST_RECORDED ? { ...made, answer: { value: "null" } } : made);
  }

  return {
    take({ call, tool, args }) {
      if (call > most) throw tooManyCalls(most);
      issued.add(call);
      const before = known.get(call);
      if (before && (before.tool !== tool || before.args !== args)) throw divergedFault();
      if (before) return;
      if (underWay.size < MOST_CALLS_AT_ONCE) start({ call, tool, args });
      else queued.push(() => start({ call, tool, args }));
    },
    next() {
      const [first] = played;
      if (first) {
        if (!issued.has(first.call)) throw divergedFault();
        return played.shift()!;
      }
      const made = ready.shift();
      if (made) {
        settled(made);
        return made;
      }
      if (underWay.size > 0) return "later";
      return held > 0 ? "held" : "none";
    },
    async end() {
      queued.length = 0;
      await Promise.all(underWay);
      for (const made of ready) settled(made);
    },
  };
}

function tooManyCalls(most: number): Fault {
  return new Fault({
    kind: "program_failed",
    message: `The program made more than ${most} calls, and was stopped.`,
    next: "Filter in the arguments of the list, or split the work into several programs.",
  });
}

function divergedFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message: "The program made other calls than before its approval, so it was stopped.",
    next: "Check what it has done so far, and write a new program for the rest.",
  });
}
