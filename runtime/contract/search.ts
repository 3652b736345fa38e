/** The vocabulary of an API's subject, so that a search finds a tool by other words than its own. */
export interface Vocabulary {
  /** Phrases that search treats as one word, in lower case with single spaces. */
  readonly phrases: Readonly<Record<string, string>>;
  /** Words with about the same meaning, separated by spaces, by concept. */
  readonly concepts: Readonly<Record<string, string>>;
}

/**
 * `search.json`: the API's vocabulary, and for each tool the terms of its typical questions and of its description,
 * separated by spaces. A tool's entry depends only on that tool, so that changes of two tools can merge.
 */
export interface StoredIndex {
  readonly vocabulary?: Vocabulary;
  readonly tools: Readonly<Record<string, StoredTool>>;
}

interface StoredTool {
  readonly asks: readonly string[];
  readonly words: string;
  /** The tool is in the curated surface, so people ask for it more often. */
  readonly common?: true;
}
