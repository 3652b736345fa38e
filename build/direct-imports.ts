import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Plugin } from "esbuild";

/** The runtime's entries, which only name what other files export. */
const ENTRIES = ["index.ts", "serving.ts"];

/**
 * Imports from the runtime's entries become imports of the files that export the names. Otherwise a file that imports one
 * name of an entry would load all files of the entry, because esbuild splits a bundle by files and not by names.
 */
export const directImports: Plugin = {
  name: "direct-imports",
  setup({ onLoad, initialOptions }) {
    const runtime = join(initialOptions.absWorkingDir!, "runtime");
    const reading = Promise.all(ENTRIES.map((entry) => exportsOf(join(runtime, entry))));
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const contents = withDirectImports(text, dirname(path), new Map((await reading).flat()));
      return contents === text ? undefined : { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

/** The values that an entry exports, each with its file. */
async function exportsOf(entry: string): Promise<[name: string, file: string][]> {
  const text = await readFile(entry, "utf8");
  return [...text.matchAll(/^export \{([^}]*)\} from "(.*)";/gm)].flatMap(([, names, file]) =>
    valuesIn(names!).map((name): [string, string] => [name, join(dirname(entry), file!)]),
  );
}

function withDirectImports(text: string, folder: string, files: ReadonlyMap<string, string>): string {
  return text.replace(
    /^(import|export) \{([^}]*)\} from "[./]+\/runtime\/(?:index|serving)\.js";/gm,
    (_, keyword: string, names: string) =>
      valuesIn(names)
        .map(
          (name) => `${keyword} { ${name} } from "./${relative(folder, files.get(name.split(" ")[0]!)!)}";`,
        )
        .join(" "),
  );
}

/** The names in braces, as in `a, type B, c as d`, without types. */
function valuesIn(names: string): string[] {
  const all = names.split(",").map((name) => name.trim());
  return all.filter((name) => name !== "" && !name.startsWith("type "));
}
