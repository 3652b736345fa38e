import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { compactJson } from "./bundle.js";

/**
 * The JSON of generated APIs as files next to the bundle, which Node frees once they are parsed. A text inside of a
 * module takes memory as long as the process runs: twice its size, for the module and for the text.
 */
export function jsonFiles(folder: string): Plugin {
  return {
    name: "json-files",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]generated[\\/][^\\/]+[\\/][^\\/]+\.json$/ }, async ({ path }) => {
        const name = `${basename(dirname(path))}-${basename(path)}`;
        await writeFile(join(folder, name), compactJson(await readFile(path, "utf8")));
        return {
          contents: `import { readFileSync } from "node:fs";
            export default JSON.parse(readFileSync(new URL("${name}", import.meta.url), "latin1"));`,
          loader: "js",
        };
      });
    },
  };
}
