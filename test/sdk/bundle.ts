import { build } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loose } from "../sandbox/kit/loose.js";

/** One method of the SDK: its operation, and the zod schema of its request if it has one. */
export interface Method {
  readonly name: string;
  readonly key: string;
  readonly schema: Loose;
  readonly run: (client: unknown, request?: unknown) => Promise<Loose>;
}

export interface Sdk {
  readonly methods: readonly Method[];
  readonly connect: (options: object) => unknown;
}

/** Bundles and loads a checkout of the SDK with installed dependencies. */
export async function loadSdk(folder: string): Promise<Sdk> {
  const names = (await readdir(join(folder, "src/funcs"))).map((file) => file.replace(/\.ts$/, ""));
  const rows = await Promise.all(
    names.map(async (name) => rowOf(name, await readFile(join(folder, `src/funcs/${name}.ts`), "utf8"))),
  );
  const lines = [
    'import * as operations from "./src/models/operations/index.ts";',
    'import * as components from "./src/models/components/index.ts";',
    ...names.map((name) => `import { ${name} } from "./src/funcs/${name}.ts";`),
    'import { FirehydrantCore } from "./src/core.ts";',
    "export const connect = (options) => new FirehydrantCore(options);",
    `export const methods = [${rows.join(",\n")}];`,
  ];
  const outfile = join(folder, "bundle.mjs");
  await build({
    stdin: { contents: lines.join("\n"), resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
    outfile,
  });
  return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Sdk;
}

function rowOf(name: string, code: string): string {
  const schema = /(operations|components)\.(\w+\$outboundSchema)/.exec(code);
  const path = /pathToFunc\(\s*"([^"]+)"/.exec(code)?.[1];
  const method = /method: "(\w+)"/.exec(code)?.[1];
  const key = JSON.stringify(`${method} ${path}`);
  return `{ name: "${name}", key: ${key}, run: ${name}, schema: ${schema ? `${schema[1]}.${schema[2]}` : "undefined"} }`;
}
