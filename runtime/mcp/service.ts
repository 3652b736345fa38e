import type { GetPromptResult } from "@modelcontextprotocol/server";
import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { withMeta } from "../answer/outcome-text.js";
import type { Arguments, CallContext, Caller } from "../contract/caller.js";
import { failed, type CallOutcome } from "../contract/outcome.js";
import type { GeneratedApi, PromptTemplate } from "../contract/catalogue.js";
import { createDiscover } from "../discover/discover.js";
import { Fault, faultFrom } from "../contract/fault.js";
import { createKnowledge } from "../knowledge/knowledge.js";
import type { Registry } from "../registry/registry.js";
import type { ToolModule } from "../contract/tool.js";
import { promptFault, promptText, servedPrompts } from "./prompts.js";
import type { CallTool } from "./call-tool.js";
import { createResourceReader, type ReadResource } from "./resources.js";
import { resultOf, type ToolResult } from "./result.js";
import { createShown, type Shown } from "./shown.js";
import { memoryTasks, type TaskStore } from "./task-store.js";
import { createTasks, type Tasks } from "./tasks.js";

/** What one client view answers to MCP's methods, whatever carries them. Made once; servers and transports share it. */
export interface McpService extends Shown {
  readonly readResource: ReadResource;
  /** Calls that go on after they were answered with a task. */
  readonly tasks: Tasks;
  readonly callTool: CallTool;
  /** What a transport sends for an outcome. */
  readonly resultOf: (outcome: CallOutcome) => ToolResult;
  /** @throws ProtocolError -32602 for an unknown prompt, and for arguments that are missing or unknown. */
  getPrompt(name: string, args: Readonly<Record<string, string>>): GetPromptResult;
}

export interface ServiceOptions {
  readonly api: GeneratedApi;
  readonly registry: Registry;
  /** The account under which calls are made. */
  readonly caller: Caller;
  /** Standpipe's version, for clients to show. */
  readonly version: string;
  /** Where the API is, for links into the web app that belongs to it. */
  readonly baseUrl?: string;
  /** Tokens of a result; 20,000. */
  readonly tokenBudget?: number;
  /** Is told of defects, which clients learn nothing of. */
  readonly report: (error: Error) => void;
  /** Where tasks are kept; this process's memory. */
  readonly tasks?: TaskStore;
}

export function createMcpService(options: ServiceOptions): McpService {
  const { api, registry, caller, version, baseUrl, tokenBudget = 20_000, report } = options;
  const { catalogue } = api;
  const load = moduleLoader(api);
  const run = async ({ name }: { name: string }, args: Arguments, context: CallContext) =>
    caller.call(await load(name), args, context);
  const discover = createDiscover(api, registry, run);
  const knowledge = createKnowledge(catalogue, registry, run, { baseUrl, tokenBudget });
  const prompts = servedPrompts(catalogue, registry);

  /** What a name that exists for the client calls. */
  function called(
    name: string,
  ): ((args: Arguments, context: CallContext) => Promise<CallOutcome>) | undefined {
    const finder = registry.findDiscover(name);
    if (finder) return (...call) => discover(finder, ...call);
    const asked = registry.findKnowledge(name);
    if (asked) return (...call) => knowledge(asked, ...call);
    const found = registry.find(name);
    return found && ((...call) => run(found, ...call));
  }

  const callTool: CallTool = async (name, args, context) => {
    const call = called(name);
    if (call === undefined) throw unknownTool(registry, name);
    try {
      return withAllowance(await call(args, context));
    } catch (error) {
      if (!(error instanceof Fault)) report(error as Error);
      return failed(faultFrom(error), caller.allowance?.());
    }
  };

  /** Searches and the like make no request of their own, or several; their results say what is left all the same. */
  function withAllowance(outcome: CallOutcome): CallOutcome {
    const ratelimit = outcome.meta?.ratelimit ? undefined : caller.allowance?.();
    return ratelimit ? withMeta(outcome, { ...outcome.meta, ratelimit }) : outcome;
  }

  return {
    ...createShown(registry, version),
    readResource: createResourceReader(registry, callTool, api.signed),
    tasks: createTasks(resultOf, options.tasks ?? memoryTasks()),
    callTool,
    resultOf,
    getPrompt: (name, args) => getPrompt(prompts, name, args),
  };
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

/** Every revision of MCP has an unknown tool as a protocol error, and a fault within a tool as a result. */
function unknownTool(registry: Registry, name: string): ProtocolError {
  const near = registry.nearest(name);
  const hint = near === undefined ? "; search_tools finds tools by what they do" : `; did you mean ${near}?`;
  return invalidParams(`Unknown tool: ${shown(name)}${hint}`);
}

function invalidParams(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}

/** A name as a client gave it, fit for a message. */
function shown(name: string): string {
  return name.slice(0, 100).replace(/[^\x20-\x7e]/g, "?");
}

const loaders = new WeakMap<GeneratedApi, (name: string) => ToolModule | Promise<ToolModule>>();

/** Modules are imported at their first call and kept: asking the module system again costs more than a look-up. */
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
