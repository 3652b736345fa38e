import type { ServerConfig } from "./server-config.js";

/** How to configure a client for a server URL. */
export interface ClientSettings {
  readonly id: string;
  /** The client's name, as its vendor writes it. */
  readonly client: string;
  /** Where to put the text. */
  readonly where: string;
  /** The text to paste: a command, JSON, or a URL. */
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

/** The usual name of a server in a client's settings. */
export const USUAL_NAME = "standpipe";

/** The name of an account's server in a client's settings: the API's name if the gateway serves several. */
export function clientNameOf(
  apis: Readonly<Record<string, unknown>>,
  account: { readonly api: string },
): string {
  return Object.keys(apis).length > 1 ? account.api : USUAL_NAME;
}

/** The credential that a client sends, besides a server's URL. */
export type Credential = "none" | "api_token" | "oauth";

export function credentialOf({ oauth, require_api_token_auth }: ServerConfig): Credential {
  return oauth ? "oauth" : require_api_token_auth ? "api_token" : "none";
}

/**
 * Settings for all known clients.
 * @param credential $STANDPIPE_API_TOKEN is a placeholder for an API token; clients with OAuth sign their user in
 * themselves
 * @param name of the server in the client's settings. Several servers need different names.
 */
export function clientSettings(
  url: string,
  credential: Credential = "none",
  name: string = USUAL_NAME,
): readonly ClientSettings[] {
  const needsApiToken = credential === "api_token";
  const headers = needsApiToken ? { headers: { Authorization: "Bearer $STANDPIPE_API_TOKEN" } } : {};
  const flag = needsApiToken ? ' --header "Authorization: Bearer $STANDPIPE_API_TOKEN"' : "";
  const signIn = credential === "oauth" ? "; it has its user sign in" : "";
  const cant = needsApiToken
    ? " It can't show an API token, so make a server without require_api_token_auth for it."
    : "";
  return [
    {
      id: "claude-code",
      client: "Claude Code",
      where: credential === "oauth" ? "In a terminal; then sign in by /mcp" : "In a terminal",
      text: `claude mcp add --transport http ${name} ${url}${flag}`,
    },
    claudeDesktop(url, credential, name),
    {
      id: "claude",
      client: "Claude on the web",
      where: `Settings, Connectors, Add custom connector.${cant}`,
      text: url,
    },
    {
      id: "chatgpt",
      client: "ChatGPT",
      where: `Settings, Apps & Connectors, Advanced settings, Developer mode; then Create, ${
        credential === "oauth" ? "with OAuth" : "without authentication"
      }. Deep research and company knowledge want a server that lists for ChatGPT (surface chatgpt).${cant}`,
      text: url,
    },
    {
      id: "cursor",
      client: "Cursor",
      where: "~/.cursor/mcp.json",
      text: json({ mcpServers: { [name]: { url, ...headers } } }),
    },
    {
      id: "vscode",
      client: "VS Code",
      where: ".vscode/mcp.json",
      text: json({ servers: { [name]: { type: "http", url, ...headers } } }),
    },
    {
      id: "mcp",
      client: "Any other MCP client",
      where: `Transport: Streamable HTTP${needsApiToken ? "; header Authorization: Bearer $STANDPIPE_API_TOKEN" : ""}${signIn}`,
      text: url,
    },
  ];
}

/** The bridge passes the URL to stdio clients, and does not sign users in. */
function claudeDesktop(url: string, credential: Credential, name: string): ClientSettings {
  const named = { id: "claude-desktop", client: "Claude Desktop" };
  if (credential === "oauth")
    return { ...named, where: "Settings, Connectors, Add custom connector.", text: url };
  const token = credential === "api_token" ? { STANDPIPE_API_TOKEN: "$STANDPIPE_API_TOKEN" } : {};
  const env = { STANDPIPE_SERVER_URL: url, ...token };
  return {
    ...named,
    where: "claude_desktop_config.json (Settings, Developer, Edit Config)",
    text: json({ mcpServers: { [name]: { command: "standpipe", args: ["connect"], env } } }),
  };
}

function json(value: object): string {
  return JSON.stringify(value, undefined, 2);
}
