/** Caches the results of slow pure work across runs, by kind of work and input. */
export type Memo = (kind: string, input: string, work: () => Promise<string>) => Promise<string>;

/** A cache that keeps nothing. */
export const noMemo: Memo = (_kind, _input, work) => work();
