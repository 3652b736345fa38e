import { fileURLToPath } from "node:url";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build, type BuildOptions } from "esbuild";

/** The code of the programs' thread, as one script, and QuickJS as WebAssembly. */
export interface ThreadCode {
  readonly script: string;
  readonly wasm: Uint8Array;
  /** Paths of the bundled files, for their licences. */
  readonly inputs: readonly string[];
}

const shared = {
  bundle: true,
  write: false,
  minify: true,
  keepNames: true,
  metafile: true,
  legalComments: "none",
  logLevel: "silent",
} as const satisfies BuildOptions;

/** @param root the folder that the inputs' paths start from */
export async function bundleThread(root: string): Promise<ThreadCode> {
  const here = (file: string) => join(dirname(fileURLToPath(import.meta.url)), file);
  const guest = await build({
    ...shared,
    entryPoints: [here("guest/guest.ts")],
    absWorkingDir: root,
    format: "iife",
    globalName: "guest",
    target: "es2023",
    platform: "neutral",
  });
  const thread = await build({
    ...shared,
    entryPoints: [here("thread.ts")],
    absWorkingDir: root,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    define: {
      GUEST_SOURCE: JSON.stringify(guest.outputFiles[0]!.text),
      // Emscripten looks for its file next to its own. It gets the module instead.
      "import.meta.url": '"file:///thread.js"',
    },
  });
  const wasm = createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  return {
    script: thread.outputFiles[0]!.text,
    wasm: await readFile(wasm),
    inputs: Object.keys(thread.metafile.inputs),
  };
}
