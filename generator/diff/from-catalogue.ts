import type { Catalogue, ListedTool } from "../../runtime/catalogue.js";
import type { Memo } from "../model/memo.js";
import { toolTokens } from "../render/tokens.js";
import type { State, ToolState } from "./state.js";

/** The state that a catalogue holds: that of a generated folder, a revision or a file. */
export async function stateOfCatalogue(catalogue: Catalogue, label: string, memo: Memo): Promise<State> {
  const { instructions, curated, prompts } = catalogue;
  return {
    label,
    tools: await Promise.all(catalogue.tools.map((tool) => toolState(tool, catalogue, memo))),
    surface: { instructions, curated, prompts },
    misfits: [],
    upstream: new Map(),
  };
}

/** Whether a parsed file is a catalogue. */
export function isCatalogue(value: unknown): value is Catalogue {
  const { tools, index } = (value ?? {}) as Partial<Catalogue>;
  return Array.isArray(tools) && typeof index === "object" && index !== null;
}

async function toolState(tool: ListedTool, { index }: Catalogue, memo: Memo): Promise<ToolState> {
  const { operation, access, tags, aliases, managed } = index[tool.name]!;
  const { name, title, description, annotations, inputSchema } = tool;
  return {
    operation,
    name,
    aliases: managed === undefined ? aliases : [...aliases, managed],
    title,
    description,
    access,
    hints: annotations,
    tags,
    input: inputSchema,
    described: true,
    tokens: await toolTokens(tool, memo),
  };
}
