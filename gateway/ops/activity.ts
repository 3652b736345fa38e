/** What the process is doing, by names of tools and routes. */
export interface Activity {
  /** Runs something under a name. */
  during<Result>(name: string, run: () => Promise<Result>): Promise<Result>;
  /** Names of running work, and of work that has ended since the last call. */
  names(): readonly string[];
}

/** Maximum names of ended work. */
const mostNames = 100;

export function createActivity(): Activity {
  const underWay = new Map<string, number>();
  const ended = new Set<string>();
  return {
    async during(name, run) {
      underWay.set(name, (underWay.get(name) ?? 0) + 1);
      try {
        return await run();
      } finally {
        const left = underWay.get(name)! - 1;
        if (left === 0) underWay.delete(name);
        else underWay.set(name, left);
        if (ended.size < mostNames) ended.add(name);
      }
    },
    names() {
      const names = [...new Set([...underWay.keys(), ...ended])];
      ended.clear();
      return names;
    },
  };
}
