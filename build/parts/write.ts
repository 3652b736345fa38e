import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundling } from "../bundle.js";
import { rewritten } from "../rewritten.js";
import { sharedShapes } from "../shared-shapes.js";
import { asScript, scriptName } from "./script.js";

/** The module that loads the parts of the bundle. */
export const LOADER = "parts.mjs";

/** Modules of the bundle that stay modules: the command, and what generated servers are bundled with. */
const MODULES = ["standpipe.mjs", "server-kit.mjs"];

/** Makes scripts of the parts of a bundle, and adds what loads them. The objects of all code get shapes that are shared. */
export async function writeParts(dist: string, isMinified: boolean): Promise<void> {
  for (const name of (await readdir(dist)).filter((file) => file.endsWith(".mjs"))) {
    const path = join(dist, name);
    const code = await readFile(path, "utf8");
    if (MODULES.includes(name)) await writeFile(path, rewritten(withLoader(code), sharedShapes));
    else {
      await writeFile(
        join(dist, scriptName(`./${name}`)),
        latin1Of(name, rewritten(code, sharedShapes, asScript), isMinified),
        "latin1",
      );
      await rm(path);
    }
  }
  await build({
    ...bundling,
    banner: {},
    entryPoints: { [LOADER.replace(".mjs", "")]: fileURLToPath(new URL("load.ts", import.meta.url)) },
    outdir: dist,
  });
}

/** The command loads its first part, which loads all others. */
function withLoader(code: string): string {
  return code.replace(
    /import\("(\.\/main-\w+\.mjs)"\)/,
    (_, part: string) => `import("./${LOADER}").then(({part})=>part("${scriptName(part)}"))`,
  );
}

/**
 * A script with any other character would take V8 two bytes for each character. The bundler escapes such characters, except
 * in regular expressions, tagged templates, and the comments that a readable bundle keeps.
 */
function latin1Of(name: string, code: string, isMinified: boolean): string {
  const found = isMinified && /.{0,30}[\u0100-\uffff]/.exec(code);
  if (found) throw new Error(`${name}: write the last character as an escape such as \\u2019: ${found[0]}`);
  return code.replace(/[\u0100-\uffff]/g, "?");
}
