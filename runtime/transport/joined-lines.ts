import type { Writable } from "node:stream";
import { lineOf } from "./lines.js";

/** Messages for a stream. Those of one turn of the event loop are written together, because each write costs much. */
export interface JoinedLines {
  write(message: object): void;
  /** Writes now what waits. Call it before any other write to the stream, so that the order stays. */
  flush(): void;
}

export function joinLines(output: Writable): JoinedLines {
  let waiting = "";
  const flush = () => {
    if (waiting !== "") output.write(waiting);
    waiting = "";
  };
  return {
    write(message) {
      if (waiting === "") setImmediate(flush);
      waiting += lineOf(message);
    },
    flush,
  };
}
