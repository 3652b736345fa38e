import type { z } from "zod";
import { checkArguments } from "../arguments/check.js";
import { suggestion } from "../text/nearest.js";
import { refuse } from "../arguments/refuse.js";
import { shortAnswer } from "../answers/short.js";
import type { Answers } from "../contract/answers.js";
import type { Arguments, CallContext, UnsentCall } from "../contract/caller.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { GeneratedApi } from "../contract/catalogue.js";
import { Fault } from "../contract/fault.js";
import type { FoundTool, Registry } from "../registry/registry.js";
import { methodGroups } from "../registry/methods.js";
import { tagsOf } from "../registry/selection.js";
import type { ToolModule } from "../contract/tool.js";
import { executorOf } from "../registry/executors.js";
import { executorInput, describeInput, searchInput } from "./inputs.js";
import { readSearchIndex, searchIndex, type SearchIndex } from "./search-options.js";
import { isDiscoverName, type DiscoverName, type Executor } from "../registry/discover-tools.js";

/** Calls one visible tool of the catalogue, as a call by its name would. */
export type RunTool = (found: FoundTool, args: Arguments, context: CallContext) => Promise<CallOutcome>;

/** Runs the tools that find, show and call others, limited to the registry's visible tools. */
export type Discover = (name: DiscoverName, args: Arguments, context: CallContext) => Promise<CallOutcome>;

/** TypeScript of tools and types, where clients write programs. */
export interface Declarations {
  /** Those of the names that are types in the answers of visible tools. */
  types(names: readonly string[]): Promise<readonly string[]>;
  /** @param inFull how many of the tools are declared in full */
  text(tools: readonly string[], inFull: number, types: readonly string[]): Promise<string>;
}

/**
 * A call's fault is thrown as a Fault.
 * @param declarations what a search answers where clients write programs
 */
export function createDiscover(
  api: GeneratedApi,
  registry: Registry,
  run: RunTool,
  declarations?: Declarations,
): Discover {
  const search = async (args: Arguments) => {
    const { query, limit, tags, access } = checked(searchInput, args);
    const wanted = checkedTags(registry, tags);
    const accesses = access && methodGroups[access]!;
    const isSought = (name: string) => {
      // A program calls tools, and no other program.
      const found = registry.find(name) ?? (declarations ? undefined : registry.findWorkflow(name));
      if (!found || (wanted && !found.entry.tags.some((tag) => wanted.includes(tag)))) return false;
      return !accesses || accesses.includes(found.entry.access);
    };
    const index = await indexOf(api);
    const all = needsIn(query);
    const types = (await declarations?.types(all)) ?? [];
    const needs = all.filter((need) => !types.includes(need));
    const names = inTurn(needs.map((need) => searchIndex(index, need, isSought)));
    if (declarations) {
      const shown = names.slice(0, limit ?? Math.max(MOST_DECLARED, 2 * needs.length));
      const text = await declarations.text(shown, Math.max(MOST_IN_FULL, needs.length), types);
      return declared(shown, names.length, text);
    }
    return hits(registry, names, limit ?? 10);
  };
  return async (name, args, context) => {
    switch (name) {
      case "search_tools":
        return { value: await search(args) };
      case "describe_tool":
        return { value: described(registry, checked(describeInput, args).name, await api.answers?.()) };
      case "execute_read":
      case "execute_write":
      case "execute_delete": {
        const { tool, arguments: given = {} } = executed(registry, name, args, context);
        return run(tool, given, context);
      }
    }
  };
}

const MOST_NEEDS = 8;

/** One query may ask for the tools of several steps. */
function needsIn(query: string): readonly string[] {
  const needs = query
    .split(";")
    .map((need) => need.trim())
    .filter((need) => need !== "");
  if (needs.length > MOST_NEEDS) refuse("query", `it asks for more than ${MOST_NEEDS} things at once`);
  return needs.length === 0 ? [query] : needs;
}

/** The best tool of each list, then the second of each, and so on, each tool once. */
function inTurn(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const places = Array.from({ length: longest }, (_, place) => place);
  return [...new Set(places.flatMap((place) => lists.flatMap((list) => list[place] ?? [])))];
}

function checked<Output>(input: z.ZodType<Output>, args: Arguments): Output {
  // The check only needs the tool's input.
  checkArguments({ input } as unknown as ToolModule, args);
  return args as Output;
}

function checkedTags(registry: Registry, tags: readonly string[] | undefined): readonly string[] | undefined {
  if (tags === undefined || tags.length === 0) return undefined;
  const valid = tagsOf(registry.catalogue, registry.visible);
  const wrong = tags.find((tag) => !valid.includes(tag));
  if (wrong === undefined) return tags;
  const near = suggestion(wrong, valid);
  refuse("tags", near === undefined ? `tags are ${valid.join(", ")}` : `did you mean ${near}?`);
}

/** A hidden tool is not found, exactly like one that does not exist. */
function findNamed(registry: Registry, argument: string, name: string): FoundTool {
  const found = registry.find(name) ?? registry.findWorkflow(name);
  if (found) return found;
  if (isDiscoverName(name) || registry.findKnowledge(name)) refuse(argument, `${name} is called directly`);
  const near = registry.nearest(name);
  const hint = near === undefined ? "search_tools finds tools by what they do" : `did you mean ${near}?`;
  throw new Fault({
    kind: "unknown_tool",
    message: `There is no tool of that name; ${hint}`,
    arguments: [{ argument, message: "names no tool" }],
  });
}

/**
 * The tool that an executor calls, with its arguments.
 * @throws Fault for a call that it refuses, after reporting it
 */
function executed(registry: Registry, executor: Executor, args: Arguments, context: CallContext) {
  let refused: Omit<UnsentCall, "outcome"> = { tool: executor, args };
  try {
    const { tool, arguments: given } = checked(executorInput, args);
    refused = { tool, args: given ?? {} };
    const found = findNamed(registry, "tool", tool);
    refused = { ...refused, tool: found.name, access: found.entry.access };
    refuseOtherClass(registry, found, executor);
    return { tool: found, arguments: given };
  } catch (error) {
    if (error instanceof Fault) context.unsent?.({ ...refused, outcome: { fault: error } });
    throw error;
  }
}

function refuseOtherClass(registry: Registry, found: FoundTool, asked: Executor): void {
  const right = executorOf(found.tool, found.entry);
  if (right === asked) return;
  refuse("tool", `${registry.servedName(found.name)} ${effects[right]}; call it with ${right}`);
}

const effects: Readonly<Record<Executor, string>> = {
  execute_read: "only reads",
  execute_write: "changes things",
  execute_delete: "deletes something",
};

function hits(registry: Registry, names: readonly string[], limit: number) {
  const tools = names.slice(0, limit).map((name) => {
    const { tool, entry } = (registry.find(name) ?? registry.findWorkflow(name))!;
    const required = tool.inputSchema.required ?? [];
    return { name: registry.servedName(name), title: tool.title, access: entry.access, required };
  });
  if (tools.length === names.length) return { tools };
  return { tools, shown: tools.length, of: names.length };
}

/** Declarations are long, so fewer are shown unless more are asked for. */
const MOST_DECLARED = 5;

/** The answers of so many are declared, or of one for each step if those are more. */
const MOST_IN_FULL = 3;

function declared(shown: readonly string[], found: number, declarations: string) {
  return { declarations, ...(shown.length < found ? { shown: shown.length, of: found } : {}) };
}

function described(registry: Registry, name: string, answers: Answers | undefined): object {
  const own = registry.findKnowledge(name);
  if (own === undefined) {
    const found = findNamed(registry, "name", name);
    return { ...description(registry, found), ...(answers ? shortAnswer(answers, found.name) : {}) };
  }
  return { ...registry.catalogue.knowledge!.tools.find((tool) => tool.name === own)!, call_with: own };
}

function description(registry: Registry, { name, tool, entry }: FoundTool) {
  return {
    name: registry.servedName(name),
    title: tool.title,
    description: tool.description,
    access: entry.access,
    tags: entry.tags,
    call_with: executorOf(tool, entry),
    annotations: tool.annotations,
    inputSchema: tool.inputSchema,
  };
}

const indexes = new WeakMap<GeneratedApi, Promise<SearchIndex>>();

/** Read at the first search, once for all clients of an API. */
function indexOf(api: GeneratedApi): Promise<SearchIndex> {
  const kept = indexes.get(api);
  if (kept) return kept;
  const index = api.searchIndex().then(readSearchIndex);
  indexes.set(api, index);
  return index;
}
