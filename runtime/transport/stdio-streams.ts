import type { Readable, Writable } from "node:stream";

export interface StdioOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Is told of what went wrong. */
  readonly report: (error: Error) => void;
}

export interface StdioServing {
  /** Fulfils when the client has ended its input and every call is answered. */
  readonly ended: Promise<void>;
  /** Reads no further, and ends when the calls under way have, or after so many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

/** Fulfils when all that was given to an output has left. */
export function written(output: Writable): Promise<void> {
  return new Promise((resolve) => (output.destroyed ? resolve() : output.write("", () => resolve())));
}

/** Largest message of a client, in bytes. */
export const mostBytes = 10_485_760;
