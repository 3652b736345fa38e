/**
 * Resolves at the first SIGTERM or SIGINT. Call it early, because a container's first process ignores signals without a
 * handler.
 */
export function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}

/** Ends the process after a clean stop, even if a client holds a connection open. */
export function endProcess(): never {
  process.exit(0);
}
