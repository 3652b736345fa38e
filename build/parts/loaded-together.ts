import { dirname, relative, resolve } from "node:path";
import { build, type BuildOptions, type Metafile, type OutputFile, type Plugin } from "esbuild";

/** The two steps that every client of stdio waits for, the list of tools and its first call, and what each loads. */
const STEPS: readonly (readonly string[])[] = [
  ["cli/main.ts", "cli/serve/own.ts", "generated/firehydrant/index.ts", "runtime/transport/stdio.ts"],
  ["cli/serve/account-caller.ts", "runtime/transport/session.ts", "runtime/mcp/service.ts"],
];

/** Commands that generate load no server, nor does what starts them. Of its steps they load only what they share with it. */
const GENERATING = /^(cli\/(generate|diff)\/|cli\/optimiser|generator\/)/;

/** The comment in which esbuild names the source file of the code below it. */
const SOURCE = /^\/\/ (?:\w[\w-]*\/)+\S+\.\w+$/gm;

type Options = BuildOptions & { readonly absWorkingDir: string; readonly outdir: string };

/**
 * Bundles in parts that are loaded when needed. The common code of a step is one part, because Node needs about a
 * millisecond for each of fifty files, and 4 MB to optimise its own code for their paths.
 *
 * Of all code that a certain set of entries loads, esbuild makes one part. So it bundles twice, and in between each entry
 * gets imports of the common code of its own step and of the steps before.
 *
 * @param options with one entry point
 * @returns what was bundled, by source file
 */
export async function buildTogether(options: Options): Promise<Metafile> {
  // In memory only.
  const outdir = resolve(options.outdir, "first");
  const { outputFiles, metafile } = await build({
    ...options,
    outdir,
    minify: false,
    banner: {},
    splitting: true,
    // No two parts have the same name, and the second time each is named again.
    chunkNames: "[hash]/[name]",
    write: false,
    metafile: true,
  });
  const { plugins: _, ...second } = options;
  await build({
    ...second,
    splitting: true,
    // Of comments, esbuild keeps only those that are marked as legal.
    legalComments: options.minify ? "none" : "inline",
    chunkNames: "[name]-[hash]",
    plugins: [fromParts(withSteps(outputFiles, metafile, options.absWorkingDir))],
    entryPoints: Object.keys(options.entryPoints!).map((name) => resolve(outdir, `${name}.mjs`)),
  });
  return metafile;
}

/** The parts by path. Each entry imports the common code of the steps that are over when it is loaded. */
function withSteps(
  files: readonly OutputFile[],
  { outputs }: Metafile,
  root: string,
): ReadonlyMap<string, string> {
  const common = STEPS.map((step) => commonOf(step, outputs).map((part) => resolve(root, part)));
  const generating = Object.values(outputs).flatMap(({ entryPoint = "" }) =>
    GENERATING.test(entryPoint) ? [entryPoint] : [],
  );
  const shared = new Set(commonOf(generating, outputs).map((part) => resolve(root, part)));
  const texts = new Map(
    files.map(({ path, text }) => [path, text.replace(SOURCE, (comment) => comment.replace("//", "//!"))]),
  );
  for (const [part, { entryPoint, imports }] of Object.entries(outputs)) {
    const path = resolve(root, part);
    // The first file of all has no imports, so that an old Node reads its message.
    const isFirst = imports.every(({ kind }) => kind === "dynamic-import");
    // Packages are loaded alone, and may be in CommonJS.
    if (entryPoint === undefined || entryPoint.includes("node_modules") || isFirst) continue;
    const own = STEPS.findIndex((step) => step.includes(entryPoint));
    const loaded = common.slice(0, own < 0 ? STEPS.length : own + 1).flat();
    const lines = (GENERATING.test(entryPoint) ? loaded.filter((part) => shared.has(part)) : loaded).map(
      (other) => `import "./${relative(dirname(path), other)}";`,
    );
    texts.set(path, [...lines, texts.get(path)!.replace(/^#!.*/, "")].join("\n"));
  }
  return new Map([...texts].map(([path, text]) => [path, withValues(text)]));
}

/**
 * A module that code in CommonJS requires gives its variables their values in a function, which its importers call. Its
 * part calls the function at once, because importers of a part read variables before they run: see `script.ts`.
 */
function withValues(text: string): string {
  const exported = /^export \{[^}]*\};$/m.exec(text)?.[0] ?? "";
  const functions = [...text.matchAll(/^var (init_\w+) = __esm\(/gm)].map(([, name]) => name!);
  const calls = functions.filter((name) => new RegExp(`\\b${name}\\b`).test(exported));
  return [text, ...calls.map((name) => `${name}();`)].join("\n");
}

/** The parts that entries load at once, without the entries. */
function commonOf(entries: readonly string[], outputs: Metafile["outputs"]): readonly string[] {
  const found = new Set<string>();
  const add = (part: string) => {
    for (const { path, kind, external } of outputs[part]!.imports) {
      if (external || kind !== "import-statement" || found.has(path)) continue;
      found.add(path);
      add(path);
    }
  };
  for (const [part, { entryPoint }] of Object.entries(outputs))
    if (entryPoint !== undefined && entries.includes(entryPoint)) add(part);
  return [...found].filter((part) => outputs[part]!.entryPoint === undefined);
}

/** Reads parts from memory. */
function fromParts(parts: ReadonlyMap<string, string>): Plugin {
  return {
    name: "parts",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[./]/ }, ({ path, resolveDir }) => {
        const found = resolve(resolveDir, path);
        // All code in the parts is used, so an import without names counts too.
        return parts.has(found) ? { path: found, sideEffects: true } : undefined;
      });
      onLoad({ filter: /\.mjs$/ }, ({ path }) => {
        const contents = parts.get(path);
        return contents === undefined ? undefined : { contents, loader: "js", resolveDir: dirname(path) };
      });
    },
  };
}
