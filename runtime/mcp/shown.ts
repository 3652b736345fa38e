import type {
  ListPromptsResult,
  ListResourcesResult,
  ListResourceTemplatesResult,
  ListToolsResult,
} from "@modelcontextprotocol/server";
import type { Outputs } from "../answers/outputs.js";
import type { ListedTool, PromptTemplate } from "../contract/catalogue.js";
import type { Registry } from "../registry/registry.js";
import { servedPrompts } from "./prompts.js";
import { catalogResource, servedRecords } from "./records.js";

/** How long a client may cache a list, in milliseconds. */
export const listTtlMs = 300_000;

/** The protocol extension in which a long call answers with a task, which the client then polls. */
export const tasksExtension = "io.modelcontextprotocol/tasks";

/** Everything that a server shows to one client view. It is ready before any call. */
export interface Shown {
  readonly info: { readonly name: string; readonly title: string; readonly version: string };
  readonly instructions: string;
  readonly capabilities: object;
  readonly lists: Lists;
}

/** Results of the list methods, each a single page. */
export interface Lists {
  readonly "tools/list": ListToolsResult;
  readonly "resources/list": ListResourcesResult;
  readonly "resources/templates/list": ListResourceTemplatesResult;
  /** Absent if there are no prompts. Then the method is absent too. */
  readonly "prompts/list"?: ListPromptsResult;
}

/** How tools are called where clients run programs: the API's instructions name the tools of the other surfaces. */
const PROGRAMS =
  "This server runs programs instead: it has no describe_tool and no execute tools. search_tools shows tools as " +
  "TypeScript declarations: ask for all steps of a program in one search. A program of run_read, or of run_write " +
  "where it is listed, calls them as api.<tool>(args), with whole answers.";

/**
 * @param version Standpipe's, for clients to show
 * @param outputs for a server that lists output schemas
 */
export function createShown(registry: Registry, version: string, outputs?: Outputs): Shown {
  const { catalogue } = registry;
  const listed = outputs
    ? registry.listed.map((tool) => withOutput(tool, registry, outputs))
    : registry.listed;
  const prompts = servedPrompts(catalogue, registry);
  const hasPrompts = prompts.length > 0;
  return {
    info: { name: "standpipe", title: catalogue.api.title, version },
    instructions: registry.hasPrograms ? `${catalogue.instructions}\n\n${PROGRAMS}` : catalogue.instructions,
    capabilities: {
      tools: {},
      resources: {},
      ...(hasPrompts ? { prompts: {} } : {}),
      extensions: { [tasksExtension]: {} },
    },
    lists: {
      "tools/list": { tools: listed as unknown as ListToolsResult["tools"] },
      "resources/list": { resources: [catalogResource] },
      "resources/templates/list": {
        resourceTemplates: servedRecords(registry).map(({ template }) => template),
      },
      ...(hasPrompts ? { "prompts/list": { prompts: prompts.map(listedPrompt) } } : {}),
    },
  };
}

/** Standpipe's own tools have no answer in the contract. */
function withOutput(tool: ListedTool, registry: Registry, outputs: Outputs): ListedTool {
  const found = registry.find(tool.name);
  return found ? { ...tool, outputSchema: outputs.schemaOf(found.name) } : tool;
}

function listedPrompt({ name, title, description, arguments: args }: PromptTemplate) {
  return { name, title, description, arguments: args.map((argument) => ({ ...argument })) };
}
