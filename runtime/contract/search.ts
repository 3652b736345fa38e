/** The words of an API's subject, so that a search finds a tool by other words than its own. */
export interface Vocabulary {
  /** Phrases that are one word to search, in lower case with single spaces. */
  readonly phrases: Readonly<Record<string, string>>;
  /** Words that mean about the same, separated by spaces, by concept. */
  readonly concepts: Readonly<Record<string, string>>;
}

/**
 * `search.json`: the API's vocabulary, and by tool the terms of each way to ask for it and of its description, separated
 * by spaces. A tool's entry depends on that tool alone, so that changes of two tools merge.
 */
export interface StoredIndex {
  readonly vocabulary?: Vocabulary;
  readonly tools: Readonly<Record<string, StoredTool>>;
}

interface StoredTool {
  readonly asks: readonly string[];
  readonly words: string;
  /** The tool is of the curated surface: people ask for it more often than for others. */
  readonly common?: true;
}
