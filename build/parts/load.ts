import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/*
 * Loads the parts of the bundle, which are scripts: see `script.ts`. The build has compiled what most processes run, so
 * V8 need not. Another version of Node does not read the compiled code, and V8 refuses it with other flags.
 */

type Exports = Record<string, unknown>;

/** A part's script: see `script.ts`. */
type Body = (given: {
  readonly exports: Exports;
  readonly load: (name: string) => Exports;
  readonly require: NodeJS.Require;
  readonly dynamic: (name: string) => Promise<unknown>;
  readonly meta: { readonly url: string };
}) => void;

const require = createRequire(import.meta.url);
const loaded = new Map<string, Exports>();

/** The scripts of all loaded parts by path, so that the build can keep their compiled code. */
export const scripts = new Map<string, Script>();

/**
 * What a part exports. It runs the first time.
 * @param name its path from this file
 */
export function part(name: string): Exports {
  return loaded.get(name) ?? run(name);
}

/** Runs a part, again if it ran before. */
export function run(name: string): Exports {
  const { href: url } = new URL(name, import.meta.url);
  const path = fileURLToPath(url);
  const compiled = compiledName(path);
  const script = new Script(readFileSync(path, "latin1"), {
    // Compiled code contains this name, and is used elsewhere.
    filename: name.replace(/^\./, "standpipe"),
    ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
  });
  scripts.set(path, script);
  const exports: Exports = {};
  (script.runInThisContext() as Body)({ exports, load: part, require, dynamic, meta: { url } });
  loaded.set(name, exports);
  return exports;
}

/** The file with a part's compiled code, which is for this version of Node, system and processor. */
export function compiledName(part: string): string {
  return `${part}.${process.version}-${process.platform}-${process.arch}.compiled`;
}

async function dynamic(name: string): Promise<unknown> {
  return name.startsWith("./") ? part(name) : import(name);
}
