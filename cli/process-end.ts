/** Fulfils at the first SIGTERM or SIGINT. Listen early: a container's first process ignores a signal it has no handler for. */
export function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}

/** Ends the process after a clean stop. A client that holds a connection open must not keep it alive. */
export function endProcess(): never {
  process.exit(0);
}
