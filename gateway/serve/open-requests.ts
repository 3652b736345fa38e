/** A client's open stream, or a request without an answer yet. */
interface Open {
  /** Whether its access was revoked. @throws Error if that is unknown */
  isOver(): Promise<boolean>;
  end(): void;
}

/** Ends open streams and requests when their access is revoked. */
export interface OpenRequests {
  /** @returns a function that removes it from the list */
  add(open: Open): () => void;
  close(): void;
}

/** Between two rounds, in milliseconds. */
const roundMs = 500;

/** One round checks all of them, with a single query to the store. */
export function createOpenRequests(): OpenRequests {
  const opened = new Set<Open>();

  async function check(open: Open): Promise<void> {
    // If the store does not answer, the next round asks again.
    const isOver = await open.isOver().catch(() => false);
    if (isOver && opened.delete(open)) open.end();
  }

  const timer = setInterval(() => opened.forEach((open) => void check(open)), roundMs);
  return {
    add(open) {
      opened.add(open);
      return () => void opened.delete(open);
    },
    close: () => clearInterval(timer),
  };
}
