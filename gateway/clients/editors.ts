import {
  headersOf,
  json,
  PASTED_TOKEN,
  pasteNote,
  TOKEN_VARIABLE,
  type Client,
  type Target,
} from "./client.js";

/** Editors with an agent in them. */
export const editors: readonly Client[] = [
  {
    id: "cursor",
    title: "Cursor",
    settings(target) {
      const { url, name } = target;
      const server = { url, ...headersOf(target, `\${env:${TOKEN_VARIABLE}}`) };
      const config = encodeURIComponent(Buffer.from(JSON.stringify(server)).toString("base64"));
      return {
        ways: [{ where: "~/.cursor/mcp.json", text: json({ mcpServers: { [name]: server } }) }],
        link: `cursor://anysphere.cursor-deeplink/mcp/install?name=${encodeURIComponent(name)}&config=${config}`,
      };
    },
  },
  vscode({ id: "vscode", title: "VS Code", scheme: "vscode", command: "code" }),
  vscode({
    id: "vscode-insiders",
    title: "VS Code Insiders",
    scheme: "vscode-insiders",
    command: "code-insiders",
  }),
  mcpServers({
    id: "windsurf",
    title: "Windsurf",
    file: "~/.codeium/windsurf/mcp_config.json",
    server: (target) => ({ serverUrl: target.url, ...headersOf(target, `\${env:${TOKEN_VARIABLE}}`) }),
  }),
  mcpServers({
    id: "antigravity",
    title: "Antigravity",
    file: "~/.gemini/antigravity/mcp_config.json",
    isPasted: true,
    server: (target) => ({ serverUrl: target.url, ...headersOf(target, PASTED_TOKEN) }),
  }),
  {
    id: "zed",
    title: "Zed",
    settings: (target) => ({
      ways: [
        {
          where: `The settings file (command palette, "zed: open settings file")${pasteNote(target)}`,
          text: json({
            context_servers: { [target.name]: { url: target.url, ...headersOf(target, PASTED_TOKEN) } },
          }),
        },
      ],
    }),
  },
  mcpServers({
    id: "cline",
    title: "Cline",
    file: "cline_mcp_settings.json (MCP Servers, Configure)",
    isPasted: true,
    server: (target) => ({ type: "streamableHttp", url: target.url, ...headersOf(target, PASTED_TOKEN) }),
  }),
  mcpServers({
    id: "kiro",
    title: "Kiro",
    file: `~/.kiro/settings/mcp.json`,
    server: (target) => ({ url: target.url, ...headersOf(target, `\${${TOKEN_VARIABLE}}`) }),
  }),
];

interface VsCode {
  readonly id: string;
  readonly title: string;
  readonly scheme: string;
  readonly command: string;
}

/** VS Code asks for the API token and keeps it. */
function vscode({ id, title, scheme, command }: VsCode): Client {
  const input = {
    type: "promptString",
    id: "standpipe-api-token",
    description: "Standpipe API token",
    password: true,
  };
  return {
    id,
    title,
    settings(target) {
      const { name, url, credential } = target;
      const server = { type: "http", url, ...headersOf(target, `\${input:${input.id}}`) };
      const inputs = credential === "api_token" ? { inputs: [input] } : {};
      const added = JSON.stringify({ name, ...server, ...inputs });
      return {
        ways: [
          { where: ".vscode/mcp.json", text: json({ servers: { [name]: server }, ...inputs }) },
          { where: "In a terminal, for all your folders", text: `${command} --add-mcp '${added}'` },
        ],
        link: `${scheme}:mcp/install?${encodeURIComponent(added)}`,
      };
    },
  };
}

interface McpServers {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** Whether a person pastes the API token, because the client reads no variables. */
  readonly isPasted?: boolean;
  server(target: Target): object;
}

/** A client whose settings file has the property `mcpServers`. */
export function mcpServers({ id, title, file, isPasted = false, server }: McpServers): Client {
  return {
    id,
    title,
    settings: (target) => ({
      ways: [
        {
          where: `${file}${isPasted ? pasteNote(target) : ""}`,
          text: json({ mcpServers: { [target.name]: server(target) } }),
        },
      ],
    }),
  };
}
