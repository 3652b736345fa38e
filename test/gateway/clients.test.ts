import { describe, expect, it } from "vitest";
import type { Target } from "../../gateway/clients/client.js";
import { clients } from "../../gateway/clients/clients.js";

const url = "https://pipe.example.com/mcp/sp_x";
const target: Target = {
  url,
  credential: "none",
  name: "standpipe",
  bridge: { command: "/usr/bin/node", args: ["/opt/standpipe.mjs", "connect"] },
};
const textsOf = (id: string, credential: Target["credential"]) =>
  clients.find((client) => client.id === id)!.settings({ ...target, credential }).ways;

describe.each(clients)("the settings of $title", ({ settings }) => {
  it.each(["none", "api_token", "oauth"] as const)(
    "name the URL, and are valid JSON if they are JSON: %s",
    (credential) => {
      for (const { where, text } of settings({ ...target, credential }).ways) {
        expect(text).toContain(url);
        expect(where).not.toBe("");
        if (text.startsWith("{")) JSON.parse(text);
      }
    },
  );

  it("have no token where none is needed", () => {
    for (const credential of ["none", "oauth"] as const)
      expect(JSON.stringify(settings({ ...target, credential }))).not.toMatch(/bearer|API_TOKEN/i);
  });
});

/*
 * How each client reads a variable, by its own documentation in November 2026. A client that reads none shows where to
 * paste the token: a variable's name would be sent as it is.
 */
const references: Readonly<Record<string, string>> = {
  "claude-code": "Bearer $STANDPIPE_API_TOKEN",
  "claude-desktop": "PASTE-THE-API-TOKEN-HERE",
  cursor: "Bearer ${env:STANDPIPE_API_TOKEN}",
  vscode: "Bearer ${input:standpipe-api-token}",
  "vscode-insiders": "Bearer ${input:standpipe-api-token}",
  windsurf: "Bearer ${env:STANDPIPE_API_TOKEN}",
  antigravity: "Bearer PASTE-THE-API-TOKEN-HERE",
  zed: "Bearer PASTE-THE-API-TOKEN-HERE",
  cline: "Bearer PASTE-THE-API-TOKEN-HERE",
  kiro: "Bearer ${STANDPIPE_API_TOKEN}",
  codex: 'bearer_token_env_var = "STANDPIPE_API_TOKEN"',
  "gemini-cli": "Bearer $STANDPIPE_API_TOKEN",
  opencode: "Bearer {env:STANDPIPE_API_TOKEN}",
  "copilot-cli": "Bearer PASTE-THE-API-TOKEN-HERE",
  goose: "Bearer PASTE-THE-API-TOKEN-HERE",
  "add-mcp": "Bearer $STANDPIPE_API_TOKEN",
  langchain: "Bearer ${process.env.STANDPIPE_API_TOKEN}",
  "openai-agents": "Bearer ${process.env.STANDPIPE_API_TOKEN}",
  "ai-sdk": "Bearer ${process.env.STANDPIPE_API_TOKEN}",
};

it.each(Object.entries(references))("%s refers to the API token in its own way", (id, reference) => {
  const [{ where, text }] = textsOf(id, "api_token");
  expect(text).toContain(reference);
  if (text.includes("PASTE-")) expect(where).toContain("Replace PASTE-THE-API-TOKEN-HERE");
});

it("VS Code asks for the API token, by its settings, its command and its link", () => {
  const { ways, link } = clients
    .find(({ id }) => id === "vscode")!
    .settings({ ...target, credential: "api_token" });
  const asked = { type: "promptString", id: "standpipe-api-token", password: true };
  expect(JSON.parse(ways[0].text).inputs).toEqual([expect.objectContaining(asked)]);
  const added = JSON.parse(/'(.*)'/.exec(ways[1]!.text)![1]!);
  expect(added).toMatchObject({ name: "standpipe", type: "http", url, inputs: [asked] });
  expect(JSON.parse(decodeURIComponent(link!.replace("vscode:mcp/install?", "")))).toEqual(added);
});

it("Claude Desktop starts the bridge by its path", () => {
  expect(JSON.parse(textsOf("claude-desktop", "none")[0].text)).toEqual({
    mcpServers: {
      standpipe: {
        command: "/usr/bin/node",
        args: ["/opt/standpipe.mjs", "connect"],
        env: { STANDPIPE_SERVER_URL: url },
      },
    },
  });
});
