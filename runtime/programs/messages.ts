/** What the thread of a program receives. */
export type ToThread =
  | {
      readonly kind: "start";
      readonly source: string;
      /** JSON of `input`. */
      readonly input: string;
      /** The program's clock, in milliseconds since 1970, and the start of its random numbers. */
      readonly now: number;
      readonly seed: number;
      readonly memoryBytes: number;
    }
  | { readonly kind: "answer"; readonly call: number; readonly answer: CallAnswer };

/** The answer of a call, as the program gets it. */
export type CallAnswer =
  | {
      /** JSON of the value. */
      readonly value: string;
      /** The fields of its type, if the thread does not have them yet. */
      readonly shapes?: string;
    }
  /** JSON of a `CallError`. */
  | { readonly error: string };

/** The fields of the error that a program catches. */
export interface CallError {
  readonly message: string;
  readonly kind: string;
  readonly status?: number;
  readonly next?: string;
  readonly arguments?: unknown;
  readonly may_have_happened?: boolean;
  readonly retry_after_seconds?: number;
}

/** What the thread of a program sends. */
export type FromThread =
  /** The thread can take a program. */
  | { readonly kind: "ready" }
  /** The program calls a tool. Calls count from 1. `args` is JSON. */
  | { readonly kind: "call"; readonly call: number; readonly tool: string; readonly args: string }
  | { readonly kind: "print"; readonly text: string }
  /** The program waits for an answer. `isOver` is true once the program itself has ended. */
  | { readonly kind: "idle"; readonly isOver: boolean }
  /** JSON of the returned value. */
  | { readonly kind: "returned"; readonly value: string }
  | { readonly kind: "failed"; readonly error: ProgramError };

/** Why a program failed. */
export interface ProgramError {
  readonly name: string;
  readonly message: string;
  /** The line of the program. */
  readonly line?: number;
  /** The error of a call that the program did not catch. */
  readonly call?: CallError;
}
