import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { generatorLibraries } from "../cli/generate/libraries.js";
import { applyRepairs } from "../generator/load/repairs.js";
import type { JsonObject } from "../generator/load/rewrite.js";
import { printProblems, ProblemList } from "../generator/model/problem.js";
import { hashesIn, MANIFEST } from "../cli/verify/release-manifest.js";
import { signed, signingKey } from "../cli/verify/signature.js";
import { parseSurfaceLock } from "../generator/render/surface-lock.js";
import { bundling, jsonAsText, neverBundled } from "./bundle.js";
import { directImports } from "./direct-imports.js";
import { extendedZod } from "./extended-zod.js";
import { heldThread, threadBundle } from "./held-thread.js";
import { held } from "./held.js";
import { jsonFiles } from "./json-files.js";
import { licencesOf } from "./licences.js";
import { compileParts } from "./parts/compile.js";
import { buildTogether } from "./parts/loaded-together.js";
import { writeParts } from "./parts/write.js";
import { trimmed } from "./trimmed.js";

/** Packages that are never bundled, and where they come from. */
export const leftOut = {
  /** Native code: a dependency of the published package. */
  native: ["libsql"],
  /** Installed by people who generate. */
  generator: generatorLibraries,
  /** pg's other driver, which it loads only on request. */
  unused: ["pg-native"],
} as const;

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles the `standpipe` command into a folder, in parts that are loaded when needed. */
export async function buildProduct(dist: string, { minify = true } = {}): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const metafile = await buildTogether({
    ...bundling,
    minify,
    absWorkingDir: root,
    banner: {},
    entryPoints: { standpipe: join(root, "cli/entry.ts") },
    outdir: dist,
    external: Object.values(leftOut).flat(),
    plugins: [jsonFiles(dist), jsonAsText, held, heldThread, trimmed, extendedZod, directImports],
    logLevel: "warning",
  });
  await build({
    ...bundling,
    entryPoints: { "server-kit": join(root, "build/server-kit.ts") },
    outdir: dist,
    external: neverBundled,
    plugins: [jsonAsText, held, heldThread, trimmed],
    logLevel: "warning",
  });
  await writeParts(dist, minify);
  await chmod(join(dist, "standpipe.mjs"), 0o755);
  const contract = JSON.stringify(await repairedContract("firehydrant"));
  await writeFile(join(dist, "contract.json.br"), brotliCompressSync(contract));
  await compileParts(dist);
  const inputs = [...Object.keys(metafile.inputs), ...(await threadBundle()).inputs];
  await writeFile(join(dist, "LICENCES.txt"), await licencesOf(root, inputs));
  await writeFile(join(dist, MANIFEST), `${JSON.stringify(await manifestOf(dist), null, 2)}\n`);
}

/** What was built, signed where there is a key. */
async function manifestOf(dist: string): Promise<object> {
  const lock = await readFile(join(root, "specs/firehydrant/surface.lock"), "utf8");
  const statement = {
    surfaces: { firehydrant: parseSurfaceLock(lock).surface },
    files: await hashesIn(dist),
  };
  const key = signingKey(process.env);
  return key ? signed(statement, key) : statement;
}

/** The sandbox's contract with repairs applied, so that serving needs no library for it. */
async function repairedContract(api: string): Promise<unknown> {
  const read = (name: string) => readFile(join(root, "specs", api, name), "utf8");
  const problems = new ProblemList();
  const contract = await applyRepairs(
    JSON.parse(await read("openapi.json")) as JsonObject,
    await read("repairs.yaml"),
    problems,
  );
  if (problems.hasErrors) throw new Error(printProblems(problems.all));
  return contract;
}
