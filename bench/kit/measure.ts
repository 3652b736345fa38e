type Work = () => Promise<unknown>;

/** Runs work several times and returns each duration in milliseconds. */
export async function timed(runs: number, work: Work): Promise<number[]> {
  const durations: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    durations.push(performance.now() - start);
  }
  return durations;
}

/** Durations of several tasks that take turns, so that other load on the machine affects all of them. */
export async function byTurns<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  turns: number,
  runsInTurn = 1,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const durations = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let turn = 0; turn < turns; turn++)
    for (const name of names) durations[name].push(...(await timed(runsInTurn, works[name])));
  return durations;
}

/** The value below which the given share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** Runs work this many times with this many in parallel. Returns the total milliseconds. */
export async function together(count: number, ways: number, work: (index: number) => Promise<unknown>) {
  let next = 0;
  const start = performance.now();
  const one = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: ways }, one));
  return performance.now() - start;
}
