import type { Catalogue, IndexEntry, ListedTool } from "../../../runtime/index.js";
import { marksOf, type Mark } from "../../tool-groups.js";

/** A tool or a workflow of an API, with what the page needs of it. */
export interface FoundTool {
  readonly tool: ListedTool;
  readonly entry: IndexEntry;
  readonly marks: readonly Mark[];
  /** Tools that a workflow calls. */
  readonly calls?: readonly string[];
}

/** All tools and workflows by name. */
export function foundTools(catalogue: Catalogue): ReadonlyMap<string, FoundTool> {
  const tools = catalogue.tools.map((tool): FoundTool => ({
    tool,
    entry: catalogue.index[tool.name]!,
    marks: marksOf(catalogue, tool),
  }));
  const workflows = (catalogue.workflows ?? []).map(({ tool, entry }): FoundTool => ({
    tool,
    entry,
    marks: [...new Set(entry.calls.flatMap((name) => marksIn(catalogue, name)))],
    calls: entry.calls,
  }));
  return new Map([...tools, ...workflows].map((found) => [found.tool.name, found]));
}

function marksIn(catalogue: Catalogue, name: string): readonly Mark[] {
  const tool = catalogue.tools.find((one) => one.name === name);
  return tool ? marksOf(catalogue, tool) : [];
}

/** What a person can filter tools by. */
export const kinds = {
  reads: { words: "Only reads", has: ({ marks }) => marks.length === 0 },
  writes: { words: "Writes", has: ({ marks }) => marks.includes("writes") },
  deletes: { words: "Deletes", has: ({ marks }) => marks.includes("deletes") },
  pages_people: { words: "Pages people", has: ({ marks }) => marks.includes("pages_people") },
  customer_facing: { words: "Customers see it", has: ({ marks }) => marks.includes("customer_facing") },
  workflows: { words: "Workflows", has: ({ calls }) => calls !== undefined },
} as const satisfies Record<string, { words: string; has: (found: FoundTool) => boolean }>;

export type Kind = keyof typeof kinds;

export function kindNamed(given: string | undefined): Kind | undefined {
  return given !== undefined && Object.hasOwn(kinds, given) ? (given as Kind) : undefined;
}
