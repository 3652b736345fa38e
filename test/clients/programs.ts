import { fileURLToPath } from "node:url";

/** A library or a command that needs no model: it lists the tools and calls one. */
export interface Program {
  readonly id: string;
  readonly packages: Readonly<Record<string, string>>;
  /** The client in `gateway/clients` whose first printed text is its code; absent if the page prints none for it. */
  readonly printed?: string;
  /** A module that prints `{ tools, answer }`. `code` is the printed text. */
  readonly module: (given: { readonly code: string; readonly url: string }) => string;
}

const bridge = fileURLToPath(new URL("connect.sh", import.meta.url));

const print = (tools: string, answer: string) =>
  `console.log("\\n" + JSON.stringify({ tools: ${tools}, answer: ${answer} }));`;

export const programs: readonly Program[] = [
  {
    id: "LangChain",
    packages: { "@langchain/mcp-adapters": "1.1.4", "@langchain/core": "1.4.0" },
    printed: "langchain",
    module: ({ code }) => `import { MultiServerMCPClient } from "@langchain/mcp-adapters";
${code}
const tool = tools.find(({ name }) => name.endsWith("list_teams"));
${print("tools.length", "await tool.invoke({ limit: 1 })")}`,
  },
  {
    id: "AI SDK",
    packages: { "@ai-sdk/mcp": "1.0.102", ai: "6.0.326" },
    printed: "ai-sdk",
    module: ({ code }) => `import { createMCPClient } from "@ai-sdk/mcp";
${code}
const call = { toolCallId: "1", messages: [] };
${print("Object.keys(tools).length", "await tools.list_teams.execute({ limit: 1 }, call)")}`,
  },
  {
    id: "OpenAI Agents",
    packages: { "@openai/agents": "0.20.0", zod: "4.6.7" },
    printed: "openai-agents",
    module: ({ code }) => `import { Agent, MCPServerStreamableHttp } from "@openai/agents";
${code}
${print("(await server.listTools()).length", 'await server.callTool("list_teams", { limit: 1 })')}`,
  },
  {
    id: "Mastra",
    packages: { "@mastra/mcp": "0.14.5", "@mastra/core": "0.24.9", zod: "3.25.76" },
    module: ({ url }) => `import { MCPClient } from "@mastra/mcp";
const client = new MCPClient({ servers: { standpipe: { url: new URL(${JSON.stringify(url)}) } } });
const tools = await client.getTools();
${print("Object.keys(tools).length", "await tools.standpipe_list_teams.execute({ context: { limit: 1 } })")}`,
  },
  {
    id: "LlamaIndex",
    packages: { "@llamaindex/tools": "0.1.12", llamaindex: "0.12.1" },
    module: ({ url }) => `import { mcp } from "@llamaindex/tools";
const tools = await mcp({ url: ${JSON.stringify(url)} }).tools();
const tool = tools.find(({ metadata }) => metadata.name.endsWith("list_teams"));
${print("tools.length", "await tool.call({ limit: 1 })")}`,
  },
  {
    id: "Genkit",
    packages: { "@genkit-ai/mcp": "1.42.0", genkit: "1.42.0" },
    module: ({ url }) => `import { genkit } from "genkit";
import { createMcpClient } from "@genkit-ai/mcp";
const client = createMcpClient({ name: "standpipe", mcpServer: { url: ${JSON.stringify(url)} } });
await client.ready();
const tools = await client.getActiveTools(genkit({}));
const tool = tools.find(({ __action }) => __action.name.endsWith("list_teams"));
${print("tools.length", "await tool({ limit: 1 })")}`,
  },
  {
    id: "mcporter",
    packages: { mcporter: "0.9.0" },
    module: ({ url }) =>
      byCommands(
        `mcporter list --http-url ${url} --allow-http --name standpipe --json`,
        `mcporter call --http-url ${url} --allow-http --name standpipe list_teams limit=1 --output json`,
      ),
  },
  {
    id: "Inspector",
    packages: { "@modelcontextprotocol/inspector": "0.15.0" },
    // Its command line replaces the path of every URL by /mcp, so it starts `standpipe connect`.
    module: ({ url }) => {
      const base = `mcp-inspector --cli -e STANDPIPE_SERVER_URL=${url} ${bridge}`;
      return byCommands(
        `${base} --method tools/list`,
        `${base} --method tools/call --tool-name list_teams --tool-arg limit=1`,
      );
    },
  },
];

/** Both print JSON. */
function byCommands(list: string, call: string): string {
  return `import { execSync } from "node:child_process";
const run = (command) => JSON.parse(execSync(command, { encoding: "utf8" }));
const [listed, answer] = [run(${JSON.stringify(list)}), run(${JSON.stringify(call)})];
const tools = listed.tools ?? listed.servers?.[0].tools;
${print("tools.length", "answer")}`;
}
