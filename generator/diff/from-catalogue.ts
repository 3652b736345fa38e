import type { Auth, KeyScheme } from "../../runtime/contract/auth.js";
import type { Catalogue, IndexEntry, ListedTool } from "../../runtime/contract/catalogue.js";
import type { PollPlan } from "../../runtime/contract/tool.js";
import type { Memo } from "../model/memo.js";
import { toolTokens } from "../render/tokens.js";
import { readingsOf } from "./readings.js";
import type { State, ToolState } from "./state.js";

/** Facts that a tool's file under `surface/` has and the catalogue does not have. */
export interface Snapshot {
  readonly name: string;
  readonly tokens: number;
  readonly poll?: PollPlan;
  readonly view?: readonly string[];
  readonly commaLists?: readonly string[];
}

/**
 * The state of a catalogue from a generated folder, a revision or a file.
 * @param snapshots the tools' files of the same generation, if there are any
 */
export async function stateOfCatalogue(
  catalogue: Catalogue,
  label: string,
  snapshots: readonly Snapshot[],
  memo: Memo,
): Promise<State> {
  const { api, instructions, curated, prompts, knowledge, index, workflows = [] } = catalogue;
  const readings = readingsOf(snapshots, knowledge);
  const byName = new Map(snapshots.map((snapshot) => [snapshot.name, snapshot]));
  return {
    label,
    tools: await Promise.all([
      ...catalogue.tools.map(async (tool) => ({
        ...(await toolState({ tool, entry: index[tool.name]! }, api, byName.get(tool.name), memo)),
        reads: readings.get(tool.name) ?? [],
      })),
      ...workflows.map(async (one) => ({
        ...(await toolState(one, {}, undefined, memo)),
        workflow: { calls: one.entry.calls, program: one.entry.program },
      })),
    ]),
    hasWorkflows: true,
    destination: { servers: serversOf(api), auth: api.auth ?? formerAuth(api) },
    surface: { instructions, curated, prompts },
    misfits: [],
    held: [],
    openFields: api.openFields ?? [],
    upstream: () => new Map(),
  };
}

/** Every place that calls are sent to: the API's servers, and its further origins by name. */
function serversOf({ servers, origins = {} }: Catalogue["api"]): Readonly<Record<string, string>> {
  const further = Object.entries(origins).map(([name, { url }]) => [`origin ${name}`, url] as const);
  return { ...servers, ...Object.fromEntries(further) };
}

/** Catalogues of earlier versions had one key. */
function formerAuth(api: object): Auth | undefined {
  const { key } = api as { readonly key?: Omit<KeyScheme, "kind" | "variables"> };
  if (!key) return undefined;
  return { schemes: { key: { kind: "key", variables: { key: "" }, ...key } }, ways: [["key"]] };
}

/** Whether a parsed file is a catalogue. */
export function isCatalogue(value: unknown): value is Catalogue {
  const { tools, index } = (value ?? {}) as { tools?: unknown; index?: unknown };
  return Array.isArray(tools) && typeof index === "object" && index !== null;
}

async function toolState(
  { tool, entry }: { readonly tool: ListedTool; readonly entry: IndexEntry },
  api: Pick<Catalogue["api"], "security">,
  snapshot: Snapshot | undefined,
  memo: Memo,
): Promise<ToolState> {
  const { operation, access, tags, aliases, managed, formerArguments, security = api.security } = entry;
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
    ...(formerArguments ? { formerArguments } : {}),
    commaLists: snapshot?.commaLists ?? [],
    ...(security ? { security } : {}),
    ...(snapshot ? { poll: snapshot.poll ?? "none" } : {}),
    described: true,
    tokens: snapshot?.tokens ?? (await toolTokens(tool, memo)),
  };
}
