/**
 * Remembers the result of slow pure work by what it was made from, over runs. `kind` names the work; the same
 * kind and input give the same text.
 */
export type Memo = (kind: string, input: string, work: () => Promise<string>) => Promise<string>;

/** Remembers nothing. */
export const noMemo: Memo = (_kind, _input, work) => work();
