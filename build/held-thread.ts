import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Plugin } from "esbuild";
import { bundleThread, type ThreadCode } from "../runtime/programs/bundle-thread.js";

let code: Promise<ThreadCode> | undefined;

/** The code of the programs' thread, bundled once for all that hold it. */
export function threadBundle(): Promise<ThreadCode> {
  return (code ??= bundleThread(fileURLToPath(new URL("..", import.meta.url))));
}

let held: Promise<string> | undefined;

/** The code of the programs' thread and its WebAssembly, held in the bundle. A server needs no further file. */
export const heldThread: Plugin = {
  name: "held-thread",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]runtime[\\/]programs[\\/]thread-code\.ts$/ }, async () => ({
      contents: await (held ??= heldModule()),
    }));
  },
};

/** To pack it takes a second, so each process does it once. */
async function heldModule(): Promise<string> {
  const { script, wasm } = await threadBundle();
  const packed = (content: string | Uint8Array) =>
    JSON.stringify(brotliCompressSync(content).toString("base64"));
  return `import { brotliDecompressSync } from "node:zlib";
    const unpacked = (text) => brotliDecompressSync(Buffer.from(text, "base64"));
    export const threadCode = async () => ({
      script: unpacked(${packed(script)}).toString(),
      wasm: unpacked(${packed(wasm)}),
    });`;
}
