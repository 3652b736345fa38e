import {
  headerFlag,
  headersOf,
  json,
  PASTED_TOKEN,
  pasteNote,
  TOKEN_VARIABLE,
  type Client,
} from "./client.js";
import { mcpServers } from "./editors.js";

/** Agents in a terminal, and one command for many clients. */
export const terminals: readonly Client[] = [
  {
    id: "codex",
    title: "Codex",
    settings({ name, url, credential }) {
      const isToken = credential === "api_token";
      const variable = isToken ? `\nbearer_token_env_var = "${TOKEN_VARIABLE}"` : "";
      const flag = isToken ? ` --bearer-token-env-var ${TOKEN_VARIABLE}` : "";
      const signIn = credential === "oauth" ? `; then run codex mcp login ${name}` : "";
      return {
        ways: [
          {
            where: `~/.codex/config.toml${signIn}`,
            text: `[mcp_servers.${name}]\nurl = "${url}"${variable}`,
          },
          { where: `In a terminal${signIn}`, text: `codex mcp add ${name} --url ${url}${flag}` },
        ],
      };
    },
  },
  {
    id: "gemini-cli",
    title: "Gemini CLI",
    settings(target) {
      const { name, url } = target;
      const server = { httpUrl: url, ...headersOf(target, `$${TOKEN_VARIABLE}`) };
      const flag = headerFlag(target, `$${TOKEN_VARIABLE}`);
      return {
        ways: [
          { where: "~/.gemini/settings.json", text: json({ mcpServers: { [name]: server } }) },
          {
            where: "In a terminal, for all your projects",
            text: `gemini mcp add --scope user --transport http${flag} ${name} ${url}`,
          },
        ],
      };
    },
  },
  {
    id: "opencode",
    title: "opencode",
    settings(target) {
      const { name, url } = target;
      const server = { type: "remote", url, enabled: true, ...headersOf(target, `{env:${TOKEN_VARIABLE}}`) };
      const signIn = target.credential === "oauth" ? `; then run opencode mcp auth ${name}` : "";
      return {
        ways: [
          {
            where: `~/.config/opencode/opencode.json, or opencode.json in a project${signIn}`,
            text: json({ $schema: "https://opencode.ai/config.json", mcp: { [name]: server } }),
          },
        ],
      };
    },
  },
  mcpServers({
    id: "copilot-cli",
    title: "Copilot CLI",
    file: "~/.copilot/mcp-config.json",
    isPasted: true,
    server: (target) => ({
      type: "http",
      url: target.url,
      ...headersOf(target, PASTED_TOKEN),
      tools: ["*"],
    }),
  }),
  {
    id: "goose",
    title: "Goose",
    settings(target) {
      const { name, url } = target;
      const lines = [
        "extensions:",
        `  ${name}:`,
        "    enabled: true",
        "    type: streamable_http",
        `    name: ${name}`,
        `    uri: ${url}`,
        ...(target.credential === "api_token"
          ? ["    headers:", `      Authorization: Bearer ${PASTED_TOKEN}`]
          : []),
        "    timeout: 300",
      ];
      return {
        ways: [{ where: `~/.config/goose/config.yaml${pasteNote(target)}`, text: lines.join("\n") }],
      };
    },
  },
  {
    id: "add-mcp",
    title: "Several clients at once",
    settings: (target) => ({
      ways: [
        {
          where: "In a terminal: the npm package add-mcp finds the clients on your machine",
          text: `npx add-mcp${headerFlag(target, `$${TOKEN_VARIABLE}`)} --name ${target.name} ${target.url}`,
        },
      ],
    }),
  },
];
