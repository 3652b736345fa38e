/**
 * `search.json`: by tool, the terms of each way to ask for it and the terms of its description, separated by blanks.
 * A tool's entry depends on that tool alone, so that changes of two tools merge.
 */
export type StoredIndex = Readonly<
  Record<string, { readonly asks: readonly string[]; readonly words: string }>
>;
