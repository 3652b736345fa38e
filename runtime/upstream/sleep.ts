import { setTimeout as timer } from "node:timers/promises";

/** Waits, or throws the signal's reason as soon as it aborts. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await timer(milliseconds, undefined, { signal });
  } catch {
    throw signal.reason;
  }
}
