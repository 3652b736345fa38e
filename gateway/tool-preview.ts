import {
  type Catalogue,
  createRegistry,
  estimateTokens,
  type ListedTool,
  methodGroups,
  tagsOf,
  tokenCost,
} from "../runtime/index.js";
import type { ServerConfig } from "./server-config.js";
import { admittedTools, viewOf } from "./server-selection.js";

/** A tool in a config. */
interface PreviewedTool {
  /** As it would be listed. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly access: string;
  readonly tags: readonly string[];
  /** Whether tools/list would show it. It can be called either way. */
  readonly listed: boolean;
  /** The estimated tokens of listing it. */
  readonly tokens: number;
}

/** The tools of a server with a config, and their tokens. */
export interface ToolPreview {
  readonly result: readonly PreviewedTool[];
  readonly next_cursor: null;
  readonly tool_count: number;
  readonly listed_count: number;
  readonly listed_tokens: number;
  /** Everything that a selection may name. */
  readonly tags: readonly string[];
  readonly methods: readonly string[];
}

/** @throws GatewayError 400 for an invalid selection */
export function previewTools(catalogue: Catalogue, config: ServerConfig): ToolPreview {
  admittedTools(catalogue, config);
  const registry = createRegistry(catalogue, viewOf(config));
  const listed = new Set(registry.listed.map(({ name }) => name));
  const result = [...registry.visible].map((canonical) => {
    const { tool, entry } = registry.find(canonical)!;
    const name = registry.servedName(canonical);
    const { title, description } = tool;
    return {
      name,
      title,
      description,
      access: entry.access,
      tags: entry.tags,
      listed: listed.has(name),
      tokens: tokensOf(catalogue, canonical, tool),
    };
  });
  return {
    result,
    next_cursor: null,
    tool_count: result.length,
    listed_count: registry.listed.length,
    listed_tokens: registry.listed.reduce(
      (sum, tool) => sum + tokensOf(catalogue, registry.find(tool.name)?.name ?? tool.name, tool),
      0,
    ),
    tags: tagsOf(catalogue),
    methods: Object.keys(methodGroups),
  };
}

const counted = new WeakMap<ListedTool["inputSchema"], number>();

/** From the catalogue, else estimated. Renamed tools share their schema, which is most of their cost. */
export function tokensOf(catalogue: Catalogue, canonical: string, tool: ListedTool): number {
  const known = tokenCost(catalogue, canonical) ?? counted.get(tool.inputSchema);
  if (known !== undefined) return known;
  const tokens = estimateTokens(JSON.stringify(tool));
  counted.set(tool.inputSchema, tokens);
  return tokens;
}
