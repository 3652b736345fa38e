import { build, type Plugin } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { scratchInstall } from "../fixtures/scratch-install.js";
import type { Loose } from "../sandbox/kit/loose.js";
import { corrected } from "./corrections.js";

/** One method of the SDK: its operation, and the zod schema of its request if it has one. */
export interface Method {
  readonly name: string;
  readonly key: string;
  readonly schema: Loose;
  /** The request is a list, which is the whole body. */
  readonly takesList: boolean;
  readonly run: (client: unknown, request?: unknown) => Promise<Loose>;
}

export interface Sdk {
  readonly methods: readonly Method[];
  readonly connect: (options: object) => unknown;
}

/** Bundles and loads a checkout of the SDK. What it needs is installed elsewhere, and the checkout stays as it is. */
export async function loadSdk(folder: string): Promise<Sdk> {
  const scratch = join(tmpdir(), "standpipe-sdk");
  const packages = await scratchInstall(scratch, { zod: "3.25.76" });
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
  const outfile = join(scratch, `bundle-${process.pid}.mjs`);
  await build({
    stdin: { contents: lines.join("\n"), resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
    nodePaths: [packages],
    plugins: [corrections],
    outfile,
  });
  return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Sdk;
}

function rowOf(name: string, code: string): string {
  const schema = /(operations|components)\s*\.\s*(\w+\$outboundSchema)/.exec(code);
  const path = /pathToFunc\(\s*"([^"]+)"/.exec(code)?.[1];
  const method = /method: "(\w+)"/.exec(code)?.[1];
  const row = { name, key: `${method} ${path}`, takesList: /request: Array</.test(code) };
  const ofRequest = schema ? `${schema[1]}.${schema[2]}` : "undefined";
  return `{ ...${JSON.stringify(row)}, run: ${name}, schema: ${ofRequest} }`;
}

const corrections: Plugin = {
  name: "corrections",
  setup: ({ onLoad }) =>
    onLoad({ filter: /models[\\/]components[\\/]\w+\.ts$/ }, async ({ path }) => ({
      contents: corrected(path, await readFile(path, "utf8")),
      loader: "ts",
    })),
};
