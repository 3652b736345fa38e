/** What was used since it was last written. */
type Used = { readonly [Kind in UseKind]: readonly string[] };

type UseKind = "tokens" | "servers" | "apiTokens";

/** Notes uses, and writes them together now and then. */
export interface Uses {
  note(kind: UseKind, id: string): void;
  /** Writes what is noted. */
  close(): Promise<void>;
}

const everyMs = 1_000;

/** @param write may fail: when something was last used is worth no failed request */
export function createUses(write: (used: Used, at: string) => Promise<void>, now: () => Date): Uses {
  let noted = fresh();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    timer = undefined;
    const used = { tokens: [...noted.tokens], servers: [...noted.servers], apiTokens: [...noted.apiTokens] };
    noted = fresh();
    await write(used, now().toISOString()).catch(() => {});
  }

  return {
    note(kind, id) {
      noted[kind].add(id);
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
