/** How one client is given a server URL. */
export interface ClientSettings {
  readonly id: string;
  /** The client's name, as its makers write it. */
  readonly client: string;
  /** Where the text belongs. */
  readonly where: string;
  /** What is pasted there: a command, JSON, or a URL. */
  readonly text: string;
}

export const clientIds = [
  "claude-code",
  "claude-desktop",
  "claude",
  "chatgpt",
  "cursor",
  "vscode",
  "mcp",
] as const;

export type ClientId = (typeof clientIds)[number];

/**
 * Settings for every client that is known.
 * @param needsApiToken the server wants an API token beside its URL; its place is left as $STANDPIPE_API_TOKEN
 */
export function clientSettings(url: string, needsApiToken = false): readonly ClientSettings[] {
  const headers = needsApiToken ? { headers: { Authorization: "Bearer $STANDPIPE_API_TOKEN" } } : {};
  const flag = needsApiToken ? ' --header "Authorization: Bearer $STANDPIPE_API_TOKEN"' : "";
  const env = {
    STANDPIPE_SERVER_URL: url,
    ...(needsApiToken ? { STANDPIPE_API_TOKEN: "$STANDPIPE_API_TOKEN" } : {}),
  };
  const cant = needsApiToken
    ? " It can't show an API token, so make a server without require_api_token_auth for it."
    : "";
  return [
    {
      id: "claude-code",
      client: "Claude Code",
      where: "In a terminal",
      text: `claude mcp add --transport http standpipe ${url}${flag}`,
    },
    {
      id: "claude-desktop",
      client: "Claude Desktop",
      where: "claude_desktop_config.json (Settings, Developer, Edit Config)",
      text: json({ mcpServers: { standpipe: { command: "standpipe", args: ["connect"], env } } }),
    },
    {
      id: "claude",
      client: "Claude on the web",
      where: `Settings, Connectors, Add custom connector.${cant}`,
      text: url,
    },
    {
      id: "chatgpt",
      client: "ChatGPT",
      where: `Settings, Apps & Connectors, Advanced settings, Developer mode; then Create, without authentication.${cant}`,
      text: url,
    },
    {
      id: "cursor",
      client: "Cursor",
      where: "~/.cursor/mcp.json",
      text: json({ mcpServers: { standpipe: { url, ...headers } } }),
    },
    {
      id: "vscode",
      client: "VS Code",
      where: ".vscode/mcp.json",
      text: json({ servers: { standpipe: { type: "http", url, ...headers } } }),
    },
    {
      id: "mcp",
      client: "Any other MCP client",
      where: `Transport: Streamable HTTP${needsApiToken ? "; header Authorization: Bearer $STANDPIPE_API_TOKEN" : ""}`,
      text: url,
    },
  ];
}

function json(value: object): string {
  return JSON.stringify(value, undefined, 2);
}
