import { Fault, faultFrom } from "../contract/fault.js";
import type { Calls } from "./calls.js";
import { MOST_PRINTED } from "./limits.js";
import type { CallAnswer, FromThread, ProgramError } from "./messages.js";

/** How a program ended. */
export type End =
  /** JSON of the returned value. */
  | { readonly value: string }
  | { readonly error: ProgramError }
  | { readonly fault: Fault }
  /** Nothing can go on before a person approves the held calls. */
  | { readonly held: true };

/** The course of a running program: what its thread says, and what it is answered. */
export interface Course {
  readonly ended: Promise<End>;
  end(end: End): void;
  receive(message: FromThread): void;
  /** Gives the next answer if the program waits for one, or ends what cannot go on. */
  goOn(): void;
  readonly printed: () => string;
  /** Whether the thread has nothing left to do. */
  readonly isOver: () => boolean;
}

/** @param answer gives the program the answer of a call */
export function createCourse(calls: Calls, answer: (call: number, answer: CallAnswer) => void): Course {
  let [isIdle, isOver, printed] = [false, false, ""];
  let result: End | undefined;
  let end!: (end: End) => void;
  const ended = new Promise<End>((resolve) => (end = resolve));

  const receivers: { [Kind in FromThread["kind"]]: (message: Extract<FromThread, { kind: Kind }>) => void } =
    {
      ready: () => undefined,
      print({ text }) {
        if (printed.length < MOST_PRINTED) printed += `${text}\n`;
      },
      call: (asked) => calls.take(asked),
      returned: ({ value }) => void (result = { value }),
      failed: ({ error }) => void (result ??= { error }),
      idle(message) {
        [isIdle, isOver] = [true, message.isOver];
        goOn();
      },
    };

  /** One answer at a time, so that their order can be repeated. */
  function goOn(): void {
    if (!isIdle) return;
    const next = calls.next();
    if (next === "later") return;
    if (next === "held") return end({ held: true });
    if (next === "none") return end(isOver && result ? result : { fault: stuckFault() });
    isIdle = false;
    answer(next.call, next.answer);
  }

  /** A fault ends the program. */
  function ending(step: () => void): void {
    try {
      step();
    } catch (error) {
      end({ fault: faultFrom(error) });
    }
  }

  return {
    ended,
    end,
    receive: (message) => ending(() => receivers[message.kind](message as never)),
    goOn: () => ending(goOn),
    printed: () => printed,
    isOver: () => isIdle && isOver,
  };
}

function stuckFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message: "The program waits for a promise that never settles, so it was stopped.",
    next: "Await only calls of api.",
  });
}
