import type { GetPromptResult } from "@modelcontextprotocol/server";
import { structured, withMeta } from "../answer/outcome-text.js";
import type { Outputs } from "../answers/outputs.js";
import type { Arguments, CallContext, Caller } from "../contract/caller.js";
import { failed, type CallOutcome } from "../contract/outcome.js";
import type { GeneratedApi, PromptTemplate } from "../contract/catalogue.js";
import { createDiscover, type RunTool } from "../discover/discover.js";
import { Fault, faultFrom } from "../contract/fault.js";
import { createPrograms, type ProgramOptions, type Programs } from "../programs/programs.js";
import { createKnowledge } from "../knowledge/knowledge.js";
import type { FoundTool, Registry } from "../registry/registry.js";
import type { ToolModule } from "../contract/tool.js";
import { errorCodes, ProtocolError } from "./protocol.js";
import { promptFault, promptText, servedPrompts } from "./prompts.js";
import type { CallTool } from "./call-tool.js";
import { createResourceReader, type ReadResource } from "./resources.js";
import { resultOf, type ToolResult } from "./result.js";
import { createShown, type Shown } from "./shown.js";
import { memoryTasks, type TaskStore } from "./task-store.js";
import { createTasks, type Tasks } from "./tasks.js";
import { createCallTracing } from "./call-tracing.js";
import type { Tracing } from "../contract/trace.js";

/**
 * The answers of one client view to MCP's methods, over any transport. Created once and shared by servers and
 * transports.
 */
export interface McpService extends Shown {
  readonly readResource: ReadResource;
  /** Calls that continue after they were answered with a task. */
  readonly tasks: Tasks;
  readonly callTool: CallTool;
  /** The result that a transport sends for an outcome. */
  readonly resultOf: (outcome: CallOutcome) => ToolResult;
  /** @throws ProtocolError -32602 for an unknown prompt, and for missing or unknown arguments. */
  getPrompt(name: string, args: Readonly<Record<string, string>>): GetPromptResult;
}

export interface ServiceOptions {
  readonly api: GeneratedApi;
  readonly registry: Registry;
  /** The account that makes the calls. */
  readonly caller: Caller;
  /** Standpipe's version, for clients to show. */
  readonly version: string;
  /** The API's server, for links to its web app. */
  readonly baseUrl?: string;
  /** Tokens of a result; 20,000. */
  readonly tokenBudget?: number;
  /** Lists the tools' output schemas, and sends results as structured content too. */
  readonly outputs?: Outputs;
  /** Called with bugs, which clients do not see. */
  readonly report: (error: Error) => void;
  /** Limits and approvals of programs, on a surface that has them. */
  readonly programs?: Omit<ProgramOptions, "tokenBudget">;
  /** Storage of tasks, by default this process's memory. */
  readonly tasks?: TaskStore;
  /** Records a span for each call. */
  readonly tracing?: Tracing;
}

export function createMcpService(options: ServiceOptions): McpService {
  const { api, registry, caller, version, baseUrl, tokenBudget = 20_000, outputs, report } = options;
  const { catalogue } = api;
  const load = moduleLoader(api);
  const runTool = async ({ name }: { name: string }, args: Arguments, context: CallContext) =>
    caller.call(await load(name), args, context);
  const programs = createPrograms(api, registry, runTool, { ...options.programs, tokenBudget });
  const run: RunTool = (found, args, context) =>
    found.entry.calls ? runWorkflow(programs, found, args, context) : runTool(found, args, context);
  const discover = createDiscover(
    api,
    registry,
    run,
    registry.hasPrograms ? programs.declarations : undefined,
  );
  const knowledge = createKnowledge(catalogue, registry, run, { baseUrl, tokenBudget });
  const prompts = servedPrompts(catalogue, registry);
  const track = createCallTracing(options.tracing);

  /** The target of a name that exists for the client. */
  function called(
    name: string,
  ): ((args: Arguments, context: CallContext) => Promise<CallOutcome>) | undefined {
    const program = registry.findProgram(name);
    if (program) return (...call) => programs.run(program, ...call);
    const finder = registry.findDiscover(name);
    if (finder) return (...call) => discover(finder, ...call);
    const asked = registry.findKnowledge(name);
    if (asked) return (...call) => knowledge(asked, ...call);
    const found = registry.find(name) ?? registry.findWorkflow(name);
    if (!found) return undefined;
    return async (...call) => {
      const outcome = await run(found, ...call);
      return outputs ? structured(outcome) : outcome;
    };
  }

  const callTool: CallTool = (name, args, context) => {
    const call = called(name);
    return track(call && name, context, async (tracked) => {
      if (call === undefined) throw unknownTool(registry, name);
      try {
        return withAllowance(await call(args, tracked));
      } catch (error) {
        if (!(error instanceof Fault)) report(error as Error);
        return failed(faultFrom(error), caller.allowance?.());
      }
    });
  };

  /** Search tools make no request themselves, or several. Their results still show the allowance. */
  function withAllowance(outcome: CallOutcome): CallOutcome {
    const ratelimit = outcome.meta?.ratelimit ? undefined : caller.allowance?.();
    return ratelimit ? withMeta(outcome, { ...outcome.meta, ratelimit }) : outcome;
  }

  return {
    ...createShown(registry, version, outputs),
    readResource: createResourceReader(registry, callTool, api.signed),
    tasks: createTasks(resultOf, options.tasks ?? memoryTasks()),
    callTool,
    resultOf,
    getPrompt: (name, args) => getPrompt(prompts, name, args),
  };
}

/** Runs a workflow, and reports it, because only its calls reach the caller. */
async function runWorkflow(
  programs: Programs,
  { name, entry }: FoundTool,
  args: Arguments,
  context: CallContext,
) {
  const report = (outcome: CallOutcome) =>
    context.unsent?.({ tool: name, access: entry.access, args, outcome });
  try {
    const outcome = await programs.runWorkflow(name, args, context);
    report(outcome);
    return outcome;
  } catch (error) {
    report({ fault: faultFrom(error) });
    throw error;
  }
}

function getPrompt(prompts: readonly PromptTemplate[], name: string, args: Readonly<Record<string, string>>) {
  const prompt = prompts.find((candidate) => candidate.name === name);
  if (!prompt) throw invalidParams(`Unknown prompt: ${shown(name)}`);
  const fault = promptFault(prompt, args);
  if (fault !== undefined) throw invalidParams(fault);
  const text = promptText(prompt, args);
  return {
    description: prompt.description,
    messages: [{ role: "user" as const, content: { type: "text" as const, text } }],
  };
}

/** In every revision of MCP an unknown tool is a protocol error, and a fault of a tool is a result. */
function unknownTool(registry: Registry, name: string): ProtocolError {
  return invalidParams(`Unknown tool: ${shown(name)}; ${hintFor(registry, name)}`);
}

function hintFor(registry: Registry, name: string): string {
  const near = registry.nearest(name);
  if (near !== undefined) return `did you mean ${near}?`;
  // Many clients call only tools that are listed.
  const canSearch = registry.listed.some((tool) => tool.name === "search_tools");
  return canSearch ? "search_tools finds tools by what they do" : "tools/list names every tool";
}

function invalidParams(message: string): ProtocolError {
  return new ProtocolError(errorCodes.invalidParams, message);
}

/** A name from a client, safe to print in a message. */
function shown(name: string): string {
  return name.slice(0, 100).replace(/[^\x20-\x7e]/g, "?");
}

const loaders = new WeakMap<GeneratedApi, (name: string) => ToolModule | Promise<ToolModule>>();

/** Modules are imported at their first call and kept, because importing again is slower than a look-up. */
function moduleLoader(api: GeneratedApi): (name: string) => ToolModule | Promise<ToolModule> {
  const kept = loaders.get(api);
  if (kept) return kept;
  const modules = new Map<string, ToolModule>();
  const load = async (name: string) => {
    const module = await api.load(name);
    modules.set(name, module);
    return module;
  };
  const loader = (name: string) => modules.get(name) ?? load(name);
  loaders.set(api, loader);
  return loader;
}
