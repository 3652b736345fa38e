import { writeSync } from "node:fs";
import type { DestinationStream } from "pino";

export interface LineWriter extends DestinationStream {
  /** Writes what waits, and gives a slow reader a second. */
  readonly end: () => void;
}

const MOST_TOGETHER = 4_096;
const MOST_WAITING = 1_048_576;
const FLUSH_EVERY_MS = 20;
const END_ROUNDS = 50;

/**
 * Writes lines to a file descriptor. Lines of a few milliseconds are written together, because each write is a call of
 * the system. A reader that is slow or gone never stops the process: at most 1 MiB waits, and what comes then is lost.
 */
export function createLineWriter(fd: number, write: typeof writeSync = writeSync): LineWriter {
  let waiting: Buffer = Buffer.alloc(0);
  let lines: string[] = [];
  let size = 0;

  /** Whether nothing waits any more. */
  const flush = (): boolean => {
    waiting = Buffer.concat([waiting, Buffer.from(lines.join(""))]);
    lines = [];
    try {
      while (waiting.length > 0) waiting = waiting.subarray(write(fd, waiting));
    } catch (error) {
      // Without a reader, or on a full disk, the lines are lost.
      if (!isSlow(error)) waiting = Buffer.alloc(0);
    }
    size = waiting.length;
    return size === 0;
  };
  setInterval(() => void (size > 0 && flush()), FLUSH_EVERY_MS).unref();

  return {
    write(line) {
      const length = Buffer.byteLength(line);
      if (size + length > MOST_WAITING) return;
      lines.push(line);
      size += length;
      if (size >= MOST_TOGETHER && waiting.length === 0) flush();
    },
    end() {
      for (let round = 0; round < END_ROUNDS && !flush(); round += 1) pause(FLUSH_EVERY_MS);
    },
  };
}

/** The reader has no room now. */
function isSlow(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EAGAIN" || code === "EBUSY";
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
