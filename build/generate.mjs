// `standpipe generate` from its sources, for `make`. It bundles them first, which takes 0.3 s. tsx, with which the other
// commands start, would load them one by one and take 2 s of processor time.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, stop } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = `${root}node_modules/.cache`;
mkdirSync(cache, { recursive: true });
// A folder of its own, because two of these may run at the same time.
const outdir = mkdtempSync(`${cache}/generate-`);
process.on("exit", () => rmSync(outdir, { recursive: true, force: true }));

/** Modules that read files next to their source still find them. */
const sourcePlaces = {
  name: "source-places",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const place = JSON.stringify(pathToFileURL(path).href);
      const text = await readFile(path, "utf8");
      return { contents: text.replaceAll(/\bimport\.meta\.url\b(?!")/g, place), loader: "ts" };
    });
  },
};

await build({
  entryPoints: { optimiser: `${root}cli/optimiser.ts`, command: `${root}cli/generate/generate.ts` },
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  logLevel: "warning",
  plugins: [sourcePlaces],
});
await stop();
const load = (name) => import(pathToFileURL(`${outdir}/${name}.mjs`).href);
(await load("optimiser")).optimiseFor("short");
const { command } = await load("command");
process.exitCode = await command.run(process.argv.slice(2));
