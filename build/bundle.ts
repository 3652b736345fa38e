import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build, type BuildOptions, type Plugin } from "esbuild";

/** Some libraries are CommonJS and call `require`, which a module does not have. */
const BANNER = `import { createRequire as standpipeRequire } from "node:module"; const require = standpipeRequire(import.meta.url);`;

const COMMON: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  banner: { js: BANNER },
};

/** The product: `standpipe.mjs` and chunks beside it, so that a command loads what it needs and no more. */
export async function bundleProduct(entry: string, folder: string): Promise<void> {
  await build({
    ...COMMON,
    entryPoints: { standpipe: entry },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[hash]",
    splitting: true,
    plugins: [parsedJson, heldAssets],
    // What only a checkout uses is found in its node_modules; a container never asks for it.
    external: [
      "typescript",
      "openapi-typescript",
      "prettier",
      "esbuild",
      "openapi-format",
      "swagger2openapi",
    ],
  });
}

/** One API's server in one file that needs nothing beside Node. `source` is its entry module's text. */
export async function bundleServer(source: string, resolveDir: string, file: string): Promise<void> {
  await build({
    ...COMMON,
    stdin: { contents: source, resolveDir, loader: "ts", sourcefile: "server.ts" },
    outfile: file,
    plugins: [parsedJson],
  });
}

/** JSON as text that is parsed when its module is first needed: many times faster than a literal of its size. */
const parsedJson: Plugin = {
  name: "parsed-json",
  setup({ onLoad }) {
    onLoad({ filter: /generated\/.*\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: "js" };
    });
  },
};

/** The page's files within the bundle, which knows no folder of theirs. */
const heldAssets: Plugin = {
  name: "held-assets",
  setup({ onLoad }) {
    onLoad({ filter: /gateway\/page\/read-asset\.ts$/ }, async ({ path }) => {
      const folder = join(dirname(path), "assets");
      const names = await readdir(folder);
      const texts = await Promise.all(
        names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
      );
      const held = JSON.stringify(Object.fromEntries(texts));
      return {
        contents: `const held = ${held};\nexport const readAsset = (name) => held[name];`,
        loader: "js",
      };
    });
  },
};
