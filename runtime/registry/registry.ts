import { suggestion } from "../text/nearest.js";
import type {
  Catalogue,
  CatalogueWorkflow,
  IndexEntry,
  KnowledgeKind,
  ListedTool,
} from "../contract/catalogue.js";
import { executorOf } from "./executors.js";
import { discoverNames, isDiscoverName, type DiscoverName } from "./discover-tools.js";
import { isKnowledgeName, knowledgeNames, type KnowledgeName } from "./knowledge-names.js";
import { ownTools } from "./own-tools.js";
import { hasPrograms, isProgramName, programNames, type ProgramName } from "./program-tools.js";
import { FEW_TOOLS, listedOn, surfaceRules, surfaces, type Surface } from "../contract/surfaces.js";
import { select, selectWorkflows, SelectionError, type Selection } from "./selection.js";

/** The style of the listed names. Calls accept all of them. */
export type NameStyle = "canonical" | "managed";

export const nameStyles: readonly NameStyle[] = ["canonical", "managed"];

/** A client's view of a catalogue. */
export interface View {
  readonly selection?: Selection;
  /** `curated` by default, or `full` for a small API without a curated set. */
  readonly surface?: Surface;
  /** `canonical` by default. */
  readonly names?: NameStyle;
}

/** A visible tool under its canonical name. */
export interface FoundTool {
  readonly name: string;
  readonly tool: ListedTool;
  readonly entry: IndexEntry;
}

/** The tools that exist for a client. Hidden tools behave like tools that do not exist. */
export interface Registry {
  readonly catalogue: Catalogue;
  /** The answer to tools/list, in a fixed order. */
  readonly listed: readonly ListedTool[];
  /** Canonical names. */
  readonly visible: ReadonlySet<string>;
  /** The visible tool of this canonical name, alias or managed name. */
  find(name: string): FoundTool | undefined;
  /** The visible workflow of this name. */
  findWorkflow(name: string): FoundTool | undefined;
  /** One of the tools that find and call others, if the client can use it. */
  findDiscover(name: string): DiscoverName | undefined;
  /** Whether the surface has programs. */
  readonly hasPrograms: boolean;
  /** One of the tools that run programs, if the surface has them and the client can use it. */
  findProgram(name: string): ProgramName | undefined;
  /** Kinds of records that can be found and read, because the tools for it are visible. */
  readonly kinds: readonly KnowledgeKind[];
  /** One of the tools that search these kinds, if there are any. */
  findKnowledge(name: string): KnowledgeName | undefined;
  /** The name under which a tool is listed. */
  servedName(canonical: string): string;
  /** The listed name of a visible tool that was probably meant. */
  nearest(name: string): string | undefined;
}

/** The default surface. */
export function usualSurface({ curated, tools }: Catalogue): Surface {
  return curated.length === 0 && tools.length <= FEW_TOOLS ? "full" : "curated";
}

/**
 * Computes a client's view once. Everything later is a look-up.
 * @throws SelectionError if the selection is invalid or empty, and for a surface that an API does not have.
 */
export function createRegistry(catalogue: Catalogue, view: View = {}): Registry {
  const surface = view.surface ?? usualSurface(catalogue);
  if (surfaceRules[surface].knowledge && !catalogue.knowledge) throw nothingToSearch(catalogue, surface);
  const visible = view.selection
    ? select(catalogue, view.selection)
    : new Set(catalogue.tools.map(({ name }) => name));
  const managed = view.names === "managed";
  const { canonicalNames, tools } = lookupOf(catalogue);
  const servedName = (canonical: string) => (managed && catalogue.index[canonical]?.managed) || canonical;
  const workflows = selectWorkflows(catalogue, view.selection, visible);
  const offered = offeredTools(catalogue, { visible, workflows }, surface);
  const kinds = (catalogue.knowledge?.kinds ?? []).filter(
    ({ list, get }) => visible.has(list) && visible.has(get),
  );
  const knowledge = kinds.length > 0 ? catalogue.knowledge!.tools : [];
  const served = [...visible].map(servedName);
  const find = (name: string): FoundTool | undefined => {
    const canonical = canonicalNames.get(name);
    if (canonical === undefined || !visible.has(canonical)) return undefined;
    return { name: canonical, tool: tools.get(canonical)!, entry: catalogue.index[canonical]! };
  };
  const programs = new Map(workflows.map(({ tool, entry }) => [tool.name, { name: tool.name, tool, entry }]));
  return {
    catalogue,
    listed: listedTools(catalogue, surface, { visible, workflows, offered, knowledge, servedName }),
    visible,
    find,
    findWorkflow: (name) => programs.get(name),
    findDiscover: (name) => (isDiscoverName(name) && offered.has(name) ? name : undefined),
    hasPrograms: hasPrograms(surface),
    findProgram: (name) => (isProgramName(name) && offered.has(name) ? name : undefined),
    kinds,
    findKnowledge: (name) => (isKnowledgeName(name) && knowledge.length > 0 ? name : undefined),
    servedName,
    nearest: (name) =>
      suggestion(name, [...served, ...programs.keys(), ...offered, ...knowledge.map((tool) => tool.name)]),
  };
}

function nothingToSearch({ api }: Catalogue, surface: Surface): SelectionError {
  const others = surfaces.filter((name) => !surfaceRules[name].knowledge);
  return new SelectionError(
    `The surface ${surface} has search and fetch, which need a knowledge.yaml, and ${api.title} has none. ` +
      `Choose ${others.slice(0, -1).join(", ")} or ${others.at(-1)}.`,
  );
}

/** The tools that exist for a client, and their names. */
interface Existing {
  readonly visible: ReadonlySet<string>;
  readonly workflows: readonly CatalogueWorkflow[];
  readonly offered: ReadonlySet<string>;
  readonly knowledge: readonly ListedTool[];
  readonly servedName: (canonical: string) => string;
}

function listedTools(
  catalogue: Catalogue,
  surface: Surface,
  { visible, workflows, offered, knowledge, servedName }: Existing,
): ListedTool[] {
  const chosen = new Set(catalogue.curated);
  const programs = workflows.map(({ tool }) => tool);
  const own = [...catalogue.tools.filter(({ name }) => visible.has(name)), ...programs];
  const renamed = (tool: ListedTool) => {
    const name = servedName(tool.name);
    return name === tool.name ? tool : { ...tool, name };
  };
  return listedOn<ListedTool>(surface, {
    all: own.map(renamed),
    curated: own.filter(({ name }) => chosen.has(name)).map(renamed),
    own: new Map(ownTools.filter(({ name }) => offered.has(name)).map((tool) => [tool.name, tool])),
    knowledge,
  });
}

/**
 * Standpipe's own tools that exist. An executor without tools to execute does not, so that a read-only client only sees
 * reading tools. The same holds for programs that write.
 */
function offeredTools(
  catalogue: Catalogue,
  { visible, workflows }: Pick<Existing, "visible" | "workflows">,
  surface: Surface,
): ReadonlySet<string> {
  const used = new Set<string>(workflows.map(({ tool, entry }) => executorOf(tool, entry)));
  for (const tool of catalogue.tools) {
    if (visible.has(tool.name)) used.add(executorOf(tool, catalogue.index[tool.name]!));
  }
  const writes = used.has("execute_write") || used.has("execute_delete");
  const programs = hasPrograms(surface) ? programNames : [];
  return new Set([
    ...discoverNames.filter((name) => !name.startsWith("execute_") || used.has(name)),
    ...programs.filter((name) => name !== "run_write" || writes),
  ]);
}

interface Lookup {
  /** Canonical names by all names of a tool. */
  readonly canonicalNames: ReadonlyMap<string, string>;
  readonly tools: ReadonlyMap<string, ListedTool>;
}

const lookups = new WeakMap<Catalogue, Lookup>();

/** Names are resolved over the whole catalogue, so that hiding a tool never gives its name to another one. */
function lookupOf(catalogue: Catalogue): Lookup {
  const kept = lookups.get(catalogue);
  if (kept) return kept;
  const tools = new Map(catalogue.tools.map((tool) => [tool.name, tool]));
  const own = [...discoverNames, ...programNames, ...(catalogue.knowledge ? knowledgeNames : [])];
  const clash = own.find((name) => tools.has(name));
  if (clash !== undefined)
    throw new Error(`${clash} is a name of Standpipe's own; the API's tool needs another.`);
  const canonicalNames = new Map(catalogue.tools.map(({ name }) => [name, name]));
  const claim = (alias: string | undefined, name: string) => {
    if (alias !== undefined && !canonicalNames.has(alias)) canonicalNames.set(alias, name);
  };
  for (const { name } of catalogue.tools) claim(catalogue.index[name]!.managed, name);
  for (const { name } of catalogue.tools)
    for (const alias of catalogue.index[name]!.aliases) claim(alias, name);
  const lookup = { canonicalNames, tools };
  lookups.set(catalogue, lookup);
  return lookup;
}
