import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { applyRepairs } from "../generator/load/repairs.js";
import { printProblems, ProblemList } from "../generator/model/problem.js";
import { bundling, heldAssets, jsonAsText } from "./bundle.js";
import { trimmed } from "./trimmed.js";

/**
 * What is never bundled: the generator's heavy libraries, which only `generate` loads, and packages with machine code.
 * Serving needs none of them.
 */
const external = [
  "@apidevtools/json-schema-ref-parser",
  "esbuild",
  "gpt-tokenizer",
  "handlebars",
  "libsql",
  "openapi-format",
  "openapi-typescript",
  "pg",
  "prettier",
  "swagger2openapi",
  "typescript",
];

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles the `standpipe` command into `dist/`, in pieces that are loaded when they are needed. */
async function buildProduct(): Promise<void> {
  const dist = join(root, "dist");
  await rm(dist, { recursive: true, force: true });
  await build({
    ...bundling,
    entryPoints: { standpipe: join(root, "cli/main.ts") },
    outdir: dist,
    splitting: true,
    // Beside the entry, so that paths relative to a module of `cli/` or `generator/` mean the same in both.
    chunkNames: "[name]-[hash]",
    external,
    plugins: [jsonAsText, heldAssets, trimmed],
    logLevel: "warning",
  });
  await chmod(join(dist, "standpipe.mjs"), 0o755);
  await writeFile(join(dist, "contract.json"), JSON.stringify(await repairedContract("firehydrant")));
}

/** The contract as the sandbox takes it, so that serving needs no library that applies repairs. */
async function repairedContract(api: string): Promise<unknown> {
  const read = (name: string) => readFile(join(root, "specs", api, name), "utf8");
  const problems = new ProblemList();
  const contract = await applyRepairs(
    JSON.parse(await read("openapi.json")),
    await read("repairs.yaml"),
    problems,
  );
  if (problems.hasErrors) throw new Error(printProblems(problems.all));
  return contract;
}

await buildProduct();
