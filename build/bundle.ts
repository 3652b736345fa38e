import { readFile } from "node:fs/promises";
import { basename, dirname, posix, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { heldThread } from "./held-thread.js";
import { held } from "./held.js";
import { placeOfKit } from "./place-of-kit.js";
import { trimmed } from "./trimmed.js";

/** Options of all bundles: ES modules for Node 20, small enough to start fast. */
export const bundling = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  minify: true,
  sourcemap: false,
  legalComments: "none",
  logLevel: "silent",
  outExtension: { ".js": ".mjs" },
  // Packages in CommonJS require Node's own modules, for which an ES module has no `require`.
  banner: {
    js: `import { createRequire as createRequireOf } from "node:module"; const require = createRequireOf(import.meta.url);`,
  },
} as const satisfies BuildOptions;

/** The project's own JSON as text that V8 parses on first use: four times as fast as an object literal. */
export const jsonAsText: Plugin = {
  name: "json-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, async ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined;
      const text = await readFile(path, "utf8");
      return {
        contents: PACKED.has(basename(path)) ? packedModule(text) : jsonModule(text),
        loader: "js",
      };
    });
  },
};

function jsonModule(text: string): string {
  return `export default JSON.parse(${JSON.stringify(compactJson(text))});`;
}

/** In ASCII: one character outside of Latin-1 would make V8 store the whole text with two bytes for each character. */
export function compactJson(text: string): string {
  return JSON.stringify(JSON.parse(text)).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Many servers never search and have no sandbox. As packed text, files that only these read take less than half the memory. */
const PACKED = new Set(["search.json", "contract.json"]);

function packedModule(text: string): string {
  // The best quality would take seconds for a large contract, and saves a tenth.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const packed = brotliCompressSync(JSON.stringify(JSON.parse(text)), { params }).toString("base64");
  return `import { brotliDecompressSync } from "node:zlib";
    export default JSON.parse(brotliDecompressSync(Buffer.from("${packed}", "base64")).toString());`;
}

/** Not bundled: native code, which is installed separately, and a driver that pg loads on request. */
export const neverBundled = ["libsql", "pg-native"];

/** A generated API to be served by a single file. */
export interface ServerParts {
  readonly api: string;
  /** By path from their folder. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Bundles a generated API with the runtime into one self-contained module. It takes the flags of `standpipe serve` and
 * serves only that API.
 * @throws Error of esbuild
 */
export async function bundleServer({ api, files }: ServerParts): Promise<string> {
  const kit = await placeOfKit();
  const { outputFiles } = await build({
    ...bundling,
    // The kit is minified, and this would take out what gives its objects shared shapes.
    minify: false,
    minifyIdentifiers: true,
    minifyWhitespace: true,
    stdin: { contents: entryOf(api, kit), resolveDir: dirname(kit), sourcefile: "server.ts", loader: "ts" },
    plugins: [fromMemory(files, kit), jsonAsText, held, heldThread, trimmed],
    external: neverBundled,
    write: false,
  });
  return outputFiles[0]!.text;
}

function entryOf(api: string, kit: string): string {
  return `#!/usr/bin/env node
    import { serveGenerated } from ${JSON.stringify(kit)};
    import { api } from "generated:index.js";
    export { api };
    await serveGenerated(import.meta.url, { [${JSON.stringify(api)}]: async () => api });`;
}

/** Finds generated files in memory. All their other imports are in the kit. */
function fromMemory(files: ServerParts["files"], kit: string): Plugin {
  const sourceOf = (path: string) => path.replace(/\.js$/, ".ts");
  return {
    name: "from-memory",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^generated:/ }, ({ path }) => ({
        path: sourceOf(path.slice("generated:".length)),
        namespace: "generated",
      }));
      onResolve({ filter: /.*/, namespace: "generated" }, ({ path, importer }) => {
        if (path.startsWith("node:")) return { path, external: true };
        const file = sourceOf(posix.join(posix.dirname(importer), path));
        return files.has(file) ? { path: file, namespace: "generated" } : { path: kit };
      });
      onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => {
        const text = files.get(path)!;
        if (!path.endsWith(".json")) return { contents: text, loader: "ts" };
        return { contents: PACKED.has(path) ? packedModule(text) : jsonModule(text), loader: "js" };
      });
    },
  };
}
