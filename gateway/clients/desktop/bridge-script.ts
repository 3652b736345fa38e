import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const entry = fileURLToPath(new URL("../bridge/desktop.ts", import.meta.url));

/**
 * The bridge between a desktop client and a server URL, as one script without dependencies. It is bundled from the
 * sources for development and tests. The build replaces this file by one that holds the script.
 */
export async function bridgeScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    legalComments: "none",
    logLevel: "silent",
    platform: "node",
    format: "esm",
    target: "node20.19",
  });
  return outputFiles[0]!.text;
}
