import {
  type Catalogue,
  createRegistry,
  isInLevel,
  type Level,
  levels,
  type ListedTool,
  select,
  SelectionError,
} from "../runtime/index.js";
import type { ServerConfig } from "./server-config.js";
import { viewOf } from "./server-selection.js";
import { tokensOf } from "./tool-preview.js";

/** What a person should know about a tool before they allow it. */
export const markWords = {
  writes: "writes",
  deletes: "deletes",
  pages_people: "pages people",
  customer_facing: "customers see it",
} as const;

export type Mark = keyof typeof markWords;

interface MarkedTool {
  readonly tool: ListedTool;
  readonly marks: readonly Mark[];
}

/** A group of tools, and what a server URL holds of it. */
export interface ToolGroup {
  readonly name: string;
  /** `some` if it holds other tools than a level has. */
  readonly level: Level | "some";
  readonly held: readonly MarkedTool[];
  /** How many tools the group has. */
  readonly all: number;
}

export function marksOf({ index, effects = {} }: Catalogue, { name, annotations }: ListedTool): Mark[] {
  const marks: Mark[] = [];
  if (index[name]?.access === "delete") marks.push("deletes");
  else if (!annotations.readOnlyHint) marks.push("writes");
  if (effects.pages_people?.includes(name)) marks.push("pages_people");
  if (effects.customer_facing?.includes(name)) marks.push("customer_facing");
  return marks;
}

/** The groups of an API, and what a config holds of each. */
export function toolGroups(catalogue: Catalogue, config: ServerConfig): ToolGroup[] {
  const held = heldTools(catalogue, config);
  const groups = new Map<string, ListedTool[]>();
  for (const tool of catalogue.tools) {
    const { group } = catalogue.index[tool.name]!;
    groups.set(group, [...(groups.get(group) ?? []), tool]);
  }
  return [...groups]
    .map(([name, tools]) => ({
      name,
      level: levelOf(catalogue, tools, held),
      held: tools
        .filter((tool) => held.has(tool.name))
        .map((tool) => ({ tool, marks: marksOf(catalogue, tool) })),
      all: tools.length,
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The smallest level with just these tools of a group. */
function levelOf(
  { index }: Catalogue,
  tools: readonly ListedTool[],
  held: ReadonlySet<string>,
): ToolGroup["level"] {
  const fits = (level: Level) =>
    tools.every(({ name }) => held.has(name) === isInLevel(level, index[name]!.access));
  return levels.find(fits) ?? "some";
}

/**
 * The tools of a config. A stored selection may name what a later release does not have.
 * @param held only those of these places in its `oauth`
 */
export function heldTools(
  catalogue: Catalogue,
  config: ServerConfig,
  held?: readonly string[],
): ReadonlySet<string> {
  try {
    return select(catalogue, viewOf(config, held).selection ?? {});
  } catch (error) {
    if (error instanceof SelectionError) return new Set();
    throw error;
  }
}

/** What a client of a config lists: how many tools, and their tokens. */
export function listedOf(catalogue: Catalogue, config: ServerConfig): { count: number; tokens: number } {
  if (heldTools(catalogue, config).size === 0) return { count: 0, tokens: 0 };
  const registry = createRegistry(catalogue, viewOf(config));
  const tokens = registry.listed.map((tool) =>
    tokensOf(catalogue, registry.find(tool.name)?.name ?? tool.name, tool),
  );
  return { count: registry.listed.length, tokens: tokens.reduce((sum, one) => sum + one, 0) };
}
