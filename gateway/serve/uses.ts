/** Uses since the last write. */
type Used = { readonly [Kind in UseKind]: readonly string[] };

type UseKind = "tokens" | "servers" | "apiTokens";

/** Collects uses, and writes them together from time to time. */
export interface Uses {
  note(kind: UseKind, id: string): void;
  /** Writes the collected uses. */
  close(): Promise<void>;
}

const everyMs = 1_000;

/**
 * @param write gets the time of the last use; it may fail, because a missing last-used time must not fail a request
 */
export function createUses(write: (used: Used, at: string) => Promise<void>, now: () => Date): Uses {
  let noted = fresh();
  let lastAt = now();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    timer = undefined;
    const used = { tokens: [...noted.tokens], servers: [...noted.servers], apiTokens: [...noted.apiTokens] };
    noted = fresh();
    await write(used, lastAt.toISOString()).catch(() => {});
  }

  return {
    note(kind, id) {
      noted[kind].add(id);
      lastAt = now();
      timer ??= setTimeout(() => void flush(), everyMs).unref();
    },
    async close() {
      if (timer === undefined) return;
      clearTimeout(timer);
      await flush();
    },
  };
}

function fresh() {
  return { tokens: new Set<string>(), servers: new Set<string>(), apiTokens: new Set<string>() };
}
