import type { Readable, Writable } from "node:stream";
import type { Tracing } from "../contract/trace.js";

export interface StdioOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Called with errors. */
  readonly report: (error: Error) => void;
  /** Records a span for each request. */
  readonly tracing?: Tracing;
}

export interface StdioServing {
  /** Resolves when the client has closed its input and every call is answered. */
  readonly ended: Promise<void>;
  /** Stops reading, and ends when the running calls have, or after this many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

/** Resolves when everything written to an output was flushed. */
export function written(output: Writable): Promise<void> {
  return new Promise((resolve) => (output.destroyed ? resolve() : output.write("", () => resolve())));
}

/** Largest message of a client, in bytes. */
export const mostBytes = 10_485_760;
