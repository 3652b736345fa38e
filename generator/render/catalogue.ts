import { isDeepStrictEqual } from "node:util";
import type { Auth } from "../../runtime/contract/auth.js";
import type {
  Catalogue,
  CatalogueWorkflow,
  IndexEntry,
  Knowledge,
} from "../../runtime/contract/catalogue.js";
import type { Vocabulary } from "../../runtime/contract/search.js";
import type { SurfaceFile } from "../describe/surface.js";
import type { Tool } from "../model/tool.js";
import type { Workflow } from "../workflows/load.js";
import type { Costs } from "./costs.js";
import { listed } from "./listed.js";

/** Facts of the API in the catalogue, besides its tools. */
export type Presentation = Pick<
  SurfaceFile,
  "title" | "servers" | "ping" | "rate_limit" | "instructions" | "prompts"
> & {
  readonly curated: readonly string[];
  readonly auth?: Auth;
  readonly origins?: Catalogue["api"]["origins"];
  readonly knowledge?: Knowledge;
  readonly records?: SurfaceFile["records"];
  readonly effects?: SurfaceFile["effects"];
  readonly presets?: SurfaceFile["presets"];
  readonly vocabulary?: Vocabulary;
  /** Fields of answers that look secret but may be shown. */
  readonly openFields?: readonly string[];
};

/** The served catalogue: tools by name, and for each what filters need. */
export function renderCatalogue(
  api: string,
  { tools, workflows }: { readonly tools: readonly Tool[]; readonly workflows: readonly Workflow[] },
  presentation: Presentation,
  costs: Costs,
): Catalogue {
  const { instructions, curated, knowledge, prompts } = presentation;
  const { records = [], effects = {}, presets = [] } = presentation;
  const security = usualSecurity(tools);
  return {
    api: renderApi(api, presentation, security),
    instructions: instructions.trim(),
    tools: tools.map(listed),
    index: Object.fromEntries(
      tools.map((tool) => [tool.name, indexed(tool, costs.tools.get(tool.name)!, security)]),
    ),
    ...(workflows.length > 0 ? { workflows: workflows.map((one) => counted(one, costs)) } : {}),
    ownTokens: Object.fromEntries(costs.own),
    curated,
    ...(knowledge ? { knowledge } : {}),
    prompts,
    ...(records.length > 0 ? { records } : {}),
    ...(Object.keys(effects).length > 0 ? { effects } : {}),
    ...(presets.length > 0 ? { presets } : {}),
  };
}

function counted({ name, shown }: Workflow, costs: Costs): CatalogueWorkflow {
  return { tool: shown.tool, entry: { ...shown.entry, tokens: costs.tools.get(name)! } };
}

function renderApi(name: string, presentation: Presentation, security: readonly string[]): Catalogue["api"] {
  const { title, servers, auth, origins = {}, ping, rate_limit: rateLimit, openFields = [] } = presentation;
  return {
    name,
    title,
    servers,
    ...(auth ? { auth } : {}),
    ...(Object.keys(origins).length > 0 ? { origins } : {}),
    ...(ping ? { ping } : {}),
    ...(security.length > 0 ? { security } : {}),
    ...(openFields.length > 0 ? { openFields } : {}),
    ...(rateLimit ? { rateLimit } : {}),
  };
}

/** The security requirements that most operations share. A tool with other requirements lists its own. */
function usualSecurity(tools: readonly Tool[]): readonly string[] {
  const counts = new Map<string, { ways: readonly string[]; count: number }>();
  for (const { security } of tools.map(({ operation }) => operation)) {
    const known = counts.get(security.join("\n"));
    counts.set(security.join("\n"), { ways: security, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)[0]?.ways ?? [];
}

function indexed(tool: Tool, tokens: number, usual: readonly string[]): IndexEntry {
  const { operation, group, tags, access, aliases, formerArguments, managed } = tool;
  return {
    operation: operation.key,
    group,
    tags,
    access,
    ...(isDeepStrictEqual(operation.security, usual) ? {} : { security: operation.security }),
    aliases,
    ...(formerArguments ? { formerArguments } : {}),
    tokens,
    ...(managed === undefined ? {} : { managed }),
  };
}
