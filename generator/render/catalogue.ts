import type { Catalogue, IndexEntry, Knowledge } from "../../runtime/contract/catalogue.js";
import type { Surface } from "../describe/surface.js";
import type { Tool } from "../model/tool.js";
import type { Costs } from "./costs.js";
import { listed } from "./listed.js";

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
  costs: Costs,
): Catalogue {
  const {
    title,
    servers,
    key,
    rate_limit: rateLimit,
    instructions,
    curated,
    knowledge,
    prompts,
  } = presentation;
  return {
    api: { name: api, title, servers, ...(key ? { key } : {}), ...(rateLimit ? { rateLimit } : {}) },
    instructions: instructions.trim(),
    tools: tools.map(listed),
    index: Object.fromEntries(tools.map((tool) => [tool.name, indexed(tool, costs.tools.get(tool.name)!)])),
    ownTokens: Object.fromEntries(costs.own),
    curated,
    ...(knowledge ? { knowledge } : {}),
    prompts,
  };
}

function indexed(tool: Tool, tokens: number): IndexEntry {
  const { operation, group, tags, access, aliases, managed } = tool;
  return {
    operation: operation.key,
    group,
    tags,
    access,
    aliases,
    tokens,
    ...(managed === undefined ? {} : { managed }),
  };
}
