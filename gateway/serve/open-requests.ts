/** What is open for a client: a stream, or a request that is not answered yet. */
interface Open {
  /** Whether what opened it was taken away. @throws Error if nobody knows */
  isOver(): Promise<boolean>;
  end(): void;
}

/** Ends what is open when what opened it is taken away. */
export interface OpenRequests {
  /** @returns what takes it off the list again */
  add(open: Open): () => void;
  close(): void;
}

/** Between two rounds, in milliseconds. */
const roundMs = 500;

/** One round looks at everything that is open, and all of it shares one question to the store. */
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
