import {
  headerFlag,
  json,
  PASTED_TOKEN,
  pasteNote,
  TOKEN_VARIABLE,
  type Client,
  type Credential,
  type Target,
} from "./client.js";

/** Assistants that people talk to. */
export const assistants: readonly Client[] = [
  {
    id: "claude-code",
    title: "Claude Code",
    settings(target) {
      const signIn = target.credential === "oauth" ? "; then sign in with /mcp" : "";
      const command = (reference: string, scope = "") =>
        `claude mcp add --transport http${scope} ${target.name} ${target.url}${headerFlag(target, reference)}`;
      const inBash = `$${TOKEN_VARIABLE}`;
      return {
        ways: [
          { where: `In a terminal, for all your projects${signIn}`, text: command(inBash, " --scope user") },
          { where: `In a terminal, for this project only${signIn}`, text: command(inBash) },
          {
            where: `In PowerShell, for all your projects${signIn}`,
            text: command(`$env:${TOKEN_VARIABLE}`, " --scope user"),
          },
        ],
      };
    },
  },
  {
    id: "claude-desktop",
    title: "Claude Desktop",
    settings(target) {
      const { url, credential, name, bridge } = target;
      // The bridge passes the URL to a client over stdio, and does not sign people in.
      if (credential === "oauth") return { ways: [customConnector(url)] };
      const token = credential === "api_token" ? { [TOKEN_VARIABLE]: PASTED_TOKEN } : {};
      const env = { STANDPIPE_SERVER_URL: url, ...token };
      const needs = bridge === installedBridge ? ". It starts standpipe, which must be installed there" : "";
      const where = `claude_desktop_config.json (Settings, Developer, Edit Config)${needs}${pasteNote(target)}`;
      return { ways: [{ where, text: json({ mcpServers: { [name]: { ...bridge, env } } }) }] };
    },
  },
  {
    id: "claude",
    title: "Claude on the web",
    settings: ({ url, credential }) => ({ ways: [customConnector(url, noTokenNote(credential))] }),
  },
  {
    id: "chatgpt",
    title: "ChatGPT",
    settings(target) {
      const { url, credential } = target;
      const signIn = credential === "oauth" ? "OAuth" : "No authentication";
      const create = `Create, paste the URL, and choose ${signIn}`;
      const note = noTokenNote(credential);
      return {
        ways: [
          {
            where: `Settings, Apps & Connectors, Advanced settings: turn on Developer mode. Then ${create}.${note}`,
            text: url,
          },
          {
            where: `For deep research and company knowledge, use a server with the surface chatgpt: only its tools search and fetch are used there. Settings, Apps & Connectors, ${create}.${note}`,
            text: url,
          },
        ],
      };
    },
  },
];

function customConnector(url: string, note = "") {
  return { where: `Settings, Connectors, Add custom connector.${note}`, text: url };
}

function noTokenNote(credential: Credential): string {
  return credential === "api_token"
    ? " It can't send an API token, so make a server without require_api_token_auth for it."
    : "";
}

/** The bridge where the command `standpipe` is installed. */
export const installedBridge: Target["bridge"] = { command: "standpipe", args: ["connect"] };
