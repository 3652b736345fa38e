import { connect, type Socket } from "node:net";

/**
 * What a turn of the loop may take, as a ratio to a plain loop over a million characters. The plain loop takes about
 * 2 ms, so this is 50 ms.
 */
export const MOST_RATIO = 25;

/** How long the event loop of a process was held up. */
export interface Loop {
  /** The worst since the last time that it was asked. */
  worst(): Promise<{
    readonly ratio: number;
    readonly ms: number;
    /** The longest time between two turns, with waits in system calls. `ratio` is without them. */
    readonly blockedRatio: number;
    /** All that the thread has worked since its start. */
    readonly spentMs: number;
    /** A plain loop. */
    readonly loopMs: number;
  }>;
  close(): void;
}

/** The loop of a process that `loop-monitor.mjs` watches. */
export async function watchLoop(path: string): Promise<Loop> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opened = connect(path, () => resolve(opened)).on("error", reject);
  });
  return {
    worst: () =>
      new Promise((resolve) => {
        socket.once("data", (line) =>
          resolve(JSON.parse(String(line)) as Awaited<ReturnType<Loop["worst"]>>),
        );
        socket.write("?\n");
      }),
    close: () => socket.destroy(),
  };
}
