import type { Catalogue, IndexEntry, Knowledge, ListedTool } from "../../runtime/contract/catalogue.js";
import type { Surface } from "../describe/surface.js";
import type { Tool } from "../model/tool.js";
import { inputSchema } from "./json-schema.js";
import { surfaceLock } from "./surface-lock.js";

/** What the catalogue says of the API beside its tools. */
export type Presentation = Pick<
  Surface,
  "title" | "servers" | "key" | "rate_limit" | "curated" | "instructions" | "prompts"
> & { readonly knowledge?: Knowledge };

/** The catalogue as it is served: tools by name, and for each what filters need. */
export function renderCatalogue(
  api: string,
  tools: readonly Tool[],
  presentation: Presentation,
  discover: readonly ListedTool[],
  costs: ReadonlyMap<string, number>,
): Catalogue {
  const { curated, knowledge, prompts } = presentation;
  const shown = {
    instructions: presentation.instructions.trim(),
    tools: tools.map(listed),
    curated,
    prompts,
  };
  const own = [...discover, ...(knowledge?.tools ?? [])];
  return {
    api: {
      name: api,
      title: presentation.title,
      servers: presentation.servers,
      ...(presentation.key ? { key: presentation.key } : {}),
      ...(presentation.rate_limit ? { rateLimit: presentation.rate_limit } : {}),
    },
    surface: surfaceLock(shown, own).surface,
    instructions: shown.instructions,
    tools: shown.tools,
    index: Object.fromEntries(tools.map((tool) => [tool.name, indexed(tool)])),
    costs: Object.fromEntries(costs),
    curated,
    ...(knowledge ? { knowledge } : {}),
    prompts,
  };
}

/** One tool as tools/list answers it. */
export function listed(tool: Tool): ListedTool {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: inputSchema(tool.arguments),
    annotations: tool.hints,
  };
}

function indexed({ operation, group, tags, access, aliases, managed }: Tool): IndexEntry {
  return {
    operation: operation.key,
    group,
    tags,
    access,
    aliases,
    ...(managed === undefined ? {} : { managed }),
  };
}
