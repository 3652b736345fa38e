import { TOKEN_VARIABLE, type Client, type Target } from "./client.js";

/** Programs and automations that people write. */
export const programs: readonly Client[] = [
  {
    id: "n8n",
    title: "n8n",
    settings: ({ url, credential }) => ({
      ways: [
        {
          where: `Node "MCP Client Tool": paste this as the endpoint, with the transport HTTP Streamable and ${authentication[credential]}`,
          text: url,
        },
      ],
    }),
  },
  {
    id: "langchain",
    title: "LangChain",
    settings: (target) => ({
      ways: [
        {
          where: "JavaScript, with @langchain/mcp-adapters",
          text: `const client = new MultiServerMCPClient({
  mcpServers: { ${quoted(target.name)}: { transport: "http", url: ${quoted(target.url)}${inJs(target)} } },
});
const tools = await client.getTools();`,
        },
        {
          where: "Python, with langchain-mcp-adapters",
          text: `client = MultiServerMCPClient({
    ${quoted(target.name)}: {"transport": "streamable_http", "url": ${quoted(target.url)}${inPython(target)}},
})
tools = await client.get_tools()`,
        },
      ],
    }),
  },
  {
    id: "openai-agents",
    title: "OpenAI Agents",
    settings: (target) => ({
      ways: [
        {
          where: "JavaScript, with @openai/agents",
          text: `const server = new MCPServerStreamableHttp({
  name: ${quoted(target.name)},
  url: ${quoted(target.url)},${target.credential === "api_token" ? `\n  requestInit: {${inJs(target).slice(1)} },` : ""}
});
await server.connect();
const agent = new Agent({ name: "On-call", mcpServers: [server] });`,
        },
      ],
    }),
  },
  {
    id: "ai-sdk",
    title: "AI SDK",
    settings: (target) => ({
      ways: [
        {
          where: "JavaScript, with @ai-sdk/mcp",
          text: `const client = await createMCPClient({
  transport: { type: "http", url: ${quoted(target.url)}${inJs(target)} },
});
const tools = await client.tools();`,
        },
      ],
    }),
  },
  {
    id: "mcp",
    title: "Any other MCP client",
    settings: ({ url, credential }) => ({
      ways: [{ where: `Transport: Streamable HTTP${others[credential]}`, text: url }],
    }),
  },
];

const authentication: Readonly<Record<Target["credential"], string>> = {
  none: "no authentication",
  api_token: "Bearer authentication, with the API token",
  oauth: "OAuth2 authentication",
};

const others: Readonly<Record<Target["credential"], string>> = {
  none: "",
  api_token: `; header Authorization: Bearer $${TOKEN_VARIABLE}`,
  oauth: "; people sign in through it",
};

function inJs({ credential }: Target): string {
  return credential === "api_token"
    ? `, headers: { Authorization: \`Bearer \${process.env.${TOKEN_VARIABLE}}\` }`
    : "";
}

function inPython({ credential }: Target): string {
  return credential === "api_token"
    ? `, "headers": {"Authorization": f"Bearer {os.environ['${TOKEN_VARIABLE}']}"}`
    : "";
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
