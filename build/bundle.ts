import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { trimmed } from "./trimmed.js";

/** What is common to everything that is bundled: ES modules for Node 20, small enough to start fast. */
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

/** The project's own JSON as text that V8 parses when it is needed: four times as fast as an object's literal. */
export const jsonAsText: Plugin = {
  name: "json-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, async ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined;
      const text = await readFile(path, "utf8");
      return {
        contents: basename(path) === "search.json" ? packedModule(text) : jsonModule(text),
        loader: "js",
      };
    });
  },
};

function jsonModule(text: string): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(text)))});`;
}

/** Many a server never searches: what only the first search reads takes less than half the room. */
function packedModule(text: string): string {
  const packed = brotliCompressSync(JSON.stringify(JSON.parse(text))).toString("base64");
  return `import { brotliDecompressSync } from "node:zlib";
    export default JSON.parse(brotliDecompressSync(Buffer.from("${packed}", "base64")).toString());`;
}

/** The page's files within the bundle, which knows no folder of theirs. */
export const heldAssets: Plugin = {
  name: "held-assets",
  setup({ onLoad }) {
    onLoad({ filter: /gateway\/page\/read-asset\.ts$/ }, async ({ path }) => {
      const folder = join(dirname(path), "assets");
      const names = await readdir(folder);
      const texts = names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const);
      const held = JSON.stringify(Object.fromEntries(await Promise.all(texts)));
      return {
        contents: `const held = ${held};\nexport const readAsset = (name) => held[name];`,
        loader: "js",
      };
    });
  },
};

/** A generated API that is to be served by one file. */
export interface ServerParts {
  /** The project's folder. */
  readonly root: string;
  readonly api: string;
  /** Where the files would stand, and the files by path from there. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Bundles a generated API with the runtime into the text of one self-contained module, which takes the flags of
 * `standpipe serve` and serves that API alone.
 * @throws Error of esbuild's
 */
export async function bundleServer(parts: ServerParts): Promise<string> {
  const entry = `#!/usr/bin/env node\nimport { run } from "./cli/serve.js";\nawait run(process.argv.slice(2));\n`;
  const { outputFiles } = await build({
    ...bundling,
    stdin: { contents: entry, resolveDir: parts.root, sourcefile: "server.ts", loader: "ts" },
    plugins: [onlyApi(parts), fromMemory(parts), jsonAsText, trimmed],
    write: false,
  });
  return outputFiles[0]!.text;
}

/** The APIs of the server are this one, and there is no stand-in for it. */
function onlyApi({ root, api, folder }: ServerParts): Plugin {
  const apis = `import { api } from ${JSON.stringify(join(folder, "index.js"))};
    export const apis = { [${JSON.stringify(api)}]: async () => api };`;
  const sandbox = `import { SettingsError } from "./settings.js";
    export async function startSandbox() { throw new SettingsError("There is no stand-in for this API."); }`;
  const instead: Readonly<Record<string, string>> = { "apis.ts": apis, "start-sandbox.ts": sandbox };
  return {
    name: "only-api",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]cli[\\/](apis|start-sandbox)\.ts$/ }, ({ path }) => ({
        contents: instead[relative(join(root, "cli"), path)],
        resolveDir: join(root, "cli"),
        loader: "ts",
      }));
    },
  };
}

/** Finds generated files among those in memory, and what they import from the runtime in the project. */
function fromMemory({ root, folder, files }: ServerParts): Plugin {
  const sourceOf = (path: string) => path.replace(/\.js$/, ".ts");
  return {
    name: "from-memory",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^standpipe\// }, ({ path }) => ({
        path: sourceOf(join(root, path.slice("standpipe/".length))),
      }));
      onResolve({ filter: /^[./]|^[A-Za-z]:/ }, ({ path, importer, namespace }) => {
        const from = namespace === "memory" ? dirname(importer) : undefined;
        const absolute = sourceOf(from === undefined ? path : resolve(from, path));
        if (files.has(within(absolute))) return { path: absolute, namespace: "memory" };
        return from === undefined ? undefined : { path: absolute };
      });
      onLoad({ filter: /.*/, namespace: "memory" }, ({ path }) => {
        const text = files.get(within(path))!;
        const isJson = path.endsWith(".json");
        return { contents: isJson ? jsonModule(text) : text, loader: isJson ? "js" : "ts", resolveDir: root };
      });
    },
  };

  function within(path: string): string {
    return relative(folder, path).split(sep).join("/");
  }
}
