import type { Scratch } from "./scratch.js";

/** An agent with a command line. Only its commands that need no model are used. */
export interface Agent {
  /** The client's id in `gateway/clients`. */
  readonly id: string;
  readonly packages: Readonly<Record<string, string>>;
  /** Gives it the printed settings: the texts of all ways. */
  setUp(scratch: Scratch, texts: readonly string[]): Promise<unknown>;
  /** Commands that show the server. */
  readonly shows: readonly string[];
  /** What their output has. An agent that connects says so. */
  readonly says: RegExp;
  /** Whether the agent connects without a model. Others only read the settings. */
  readonly connects: boolean;
}

export const agents: readonly Agent[] = [
  {
    id: "claude-code",
    packages: { "@anthropic-ai/claude-code": "2.1.197" },
    setUp: (scratch, [command]) => scratch.run(command!),
    shows: ["claude mcp list", "claude mcp get standpipe"],
    says: /standpipe: http.* ✔ Connected[^]*Status: ✔ Connected/,
    connects: true,
  },
  {
    id: "codex",
    packages: { "@openai/codex": "0.171.0" },
    setUp: (scratch, [toml]) => scratch.write(".codex/config.toml", toml!),
    shows: ["codex mcp list", "codex mcp get standpipe"],
    says: /standpipe +http.* enabled[^]*transport: streamable_http/,
    connects: false,
  },
  {
    id: "gemini-cli",
    packages: { "@google/gemini-cli": "0.61.0" },
    setUp: async (scratch, [settings]) => {
      await scratch.write(".gemini/settings.json", settings!);
      await scratch.write(".gemini/trustedFolders.json", JSON.stringify({ [scratch.home]: "TRUST_FOLDER" }));
    },
    shows: ["gemini mcp list"],
    says: /✓ standpipe: http.*Connected/,
    connects: true,
  },
  {
    id: "opencode",
    packages: { "opencode-ai": "1.18.33" },
    setUp: (scratch, [settings]) => scratch.write(".config/opencode/opencode.json", settings!),
    shows: ["opencode mcp list"],
    says: /✓ standpipe.*connected/,
    connects: true,
  },
  {
    id: "copilot-cli",
    packages: { "@github/copilot": "1.0.102" },
    setUp: (scratch, [settings]) => scratch.write(".copilot/mcp-config.json", settings!),
    shows: ["copilot mcp list", "copilot mcp get standpipe"],
    says: /standpipe \(http\)[^]*Status: Enabled[^]*Type: http/,
    connects: false,
  },
];
