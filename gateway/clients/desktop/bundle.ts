import { strToU8, zipSync } from "fflate";
import { TOKEN_VARIABLE, type Credential } from "../client.js";
import { bridgeScript } from "./bridge-script.js";

/** What a desktop client installs: a server URL, and how it is shown. */
export interface DesktopTarget {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly credential: Exclude<Credential, "oauth">;
  /** Standpipe's. */
  readonly version: string;
}

/** Desktop clients open files with this ending and install them. */
export const DESKTOP_ENDING = "mcpb";

/**
 * A bundle that Claude Desktop and others install by a double click, as a zip file. It has its own bridge, so the
 * machine needs no standpipe. It holds the server URL, but no API token: the client asks for that, and stores it.
 */
export async function desktopBundle(target: DesktopTarget): Promise<Uint8Array<ArrayBuffer>> {
  const files = {
    "manifest.json": strToU8(JSON.stringify(manifestOf(target), undefined, 2)),
    "bridge.mjs": strToU8(await bridgeScript()),
  };
  // A fixed time: the same server gives the same bytes.
  return zipSync(files, { mtime: "2026-01-01T00:00:00Z" });
}

function manifestOf({ id, name, url, credential, version }: DesktopTarget): object {
  const asksToken = credential === "api_token";
  return {
    manifest_version: "0.3",
    // Unique, so that several servers can be installed next to each other.
    name: `standpipe-${id.replaceAll("_", "-")}`,
    display_name: name,
    version,
    description: `The server URL "${name}" of Standpipe.`,
    author: { name: "Standpipe" },
    server: {
      type: "node",
      entry_point: "bridge.mjs",
      mcp_config: {
        command: "node",
        args: ["${__dirname}/bridge.mjs"],
        env: {
          STANDPIPE_SERVER_URL: url,
          ...(asksToken ? { [TOKEN_VARIABLE]: "${user_config.api_token}" } : {}),
        },
      },
    },
    tools_generated: true,
    ...(asksToken ? { user_config: { api_token: apiToken } } : {}),
    compatibility: { platforms: ["darwin", "win32", "linux"], runtimes: { node: ">=20.19" } },
  };
}

const apiToken = {
  type: "string",
  title: "API token",
  description: "An API token of the gateway. Create one on its page, under API tokens.",
  sensitive: true,
  required: true,
};
