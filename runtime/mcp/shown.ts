import type {
  ListPromptsResult,
  ListResourcesResult,
  ListResourceTemplatesResult,
  ListToolsResult,
} from "@modelcontextprotocol/server";
import type { PromptTemplate } from "../contract/catalogue.js";
import type { Registry } from "../registry/registry.js";
import { servedPrompts } from "./prompts.js";
import { catalogResource, servedRecords } from "./records.js";

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

/** @param version Standpipe's, for clients to show */
export function createShown(registry: Registry, version: string): Shown {
  const { catalogue, listed } = registry;
  const prompts = servedPrompts(catalogue, registry);
  const hasPrompts = prompts.length > 0;
  return {
    info: { name: "standpipe", title: catalogue.api.title, version },
    instructions: catalogue.instructions,
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

function listedPrompt({ name, title, description, arguments: args }: PromptTemplate) {
  return { name, title, description, arguments: args.map((argument) => ({ ...argument })) };
}
