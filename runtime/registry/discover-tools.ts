import type { JsonObjectSchema, ListedTool } from "../contract/catalogue.js";
import type { Hints } from "../contract/tool.js";
import { methodNames } from "./methods.js";

/** The tools that find, show and call all others. Together they cost at most 1,300 tokens. */
export const discoverNames = [
  "search_tools",
  "describe_tool",
  "execute_read",
  "execute_write",
  "execute_delete",
] as const;

export type DiscoverName = (typeof discoverNames)[number];

/** The three that call another tool, one for each kind of effect. */
export type Executor = Extract<DiscoverName, `execute_${string}`>;

export function isDiscoverName(name: string): name is DiscoverName {
  return (discoverNames as readonly string[]).includes(name);
}

/** As tools/list answers them. */
export const discoverTools: readonly (ListedTool & { readonly name: DiscoverName })[] = [
  {
    name: "search_tools",
    title: "Search tools",
    description:
      "Finds tools by what they do, best match first, the unlisted ones too. " +
      "Returns what each is called, what it does and which arguments it needs.",
    inputSchema: object(
      {
        query: text("What you want to do, in plain words. Separate several steps with a semicolon."),
        limit: {
          type: "integer",
          minimum: 1,
          maximum: 50,
          description: "Most hits to return; 10 by default.",
        },
        tags: { type: "array", items: { type: "string" }, description: "Only tools with any of these tags." },
        access: {
          type: "string",
          enum: methodNames,
          description: "Only tools of this kind.",
        },
      },
      ["query"],
    ),
    annotations: hints({
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    }),
  },
  {
    name: "describe_tool",
    title: "Describe a tool",
    description: "Returns a tool's full description, its input schema and which executor calls it.",
    inputSchema: object({ name: text("From search_tools.") }, ["name"]),
    annotations: hints({
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    }),
  },
  executor(
    "execute_read",
    "Call a reading tool",
    "Calls a tool that only reads, and answers as that tool does. Refuses any other.",
    { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  ),
  executor(
    "execute_write",
    "Call a writing tool",
    "Calls a tool that creates or changes something, and answers as that tool does. " +
      "May notify people. Refuses tools that read or delete.",
    { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  ),
  executor(
    "execute_delete",
    "Call a deleting tool",
    "Calls a tool that deletes something, and answers as that tool does. Refuses any other.",
    { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  ),
];

function executor(name: Executor, title: string, description: string, annotations: Hints) {
  const inputSchema = object(
    {
      tool: text("From search_tools."),
      arguments: {
        type: "object",
        // Some clients refuse an object that declares no fields at all.
        additionalProperties: true,
        description: "As describe_tool shows them.",
      },
    },
    ["tool"],
  );
  return { name, title, description, inputSchema, annotations };
}

function object(properties: JsonObjectSchema["properties"], required: readonly string[]): JsonObjectSchema {
  return { type: "object", properties, required };
}

function text(description: string) {
  return { type: "string", description };
}

function hints(all: Hints): Hints {
  return all;
}
