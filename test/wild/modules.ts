import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import type { Catalogue, ToolModule } from "../../runtime/index.js";

const ROOT = join(import.meta.dirname, "../..");

/** Syntax errors in generated modules. */
export async function syntaxFaults(files: ReadonlyMap<string, string>): Promise<string[]> {
  const modules = [...files].filter(([path]) => path.endsWith(".ts"));
  const faults = await Promise.all(
    modules.map(([path, text]) =>
      transform(text, { loader: "ts" }).then(
        () => [],
        (error: Error) => [`${path}: ${error.message}`],
      ),
    ),
  );
  return faults.flat();
}

/** Imports the modules of some tools from their folder. */
export async function importTools(
  folder: string,
  names: readonly string[],
  { index }: Catalogue,
): Promise<ToolModule[]> {
  const lines = names.map(
    (name, at) => `export * as m${at} from ${JSON.stringify(`./tools/${index[name]!.group}/${name}.ts`)};`,
  );
  const outfile = join(folder, "../sample.mjs");
  await build({
    stdin: { contents: lines.join("\n"), resolveDir: folder, loader: "ts" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    nodePaths: [join(ROOT, "node_modules")],
    plugins: [
      {
        name: "package",
        setup({ onResolve }) {
          onResolve({ filter: /^standpipe\// }, ({ path }) => ({
            path: join(ROOT, path.slice(10).replace(/\.js$/, ".ts")),
          }));
        },
      },
    ],
  });
  const modules = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Record<
    string,
    Record<string, ToolModule>
  >;
  return names.map((_, at) => Object.values(modules[`m${at}`]!)[0]!);
}
