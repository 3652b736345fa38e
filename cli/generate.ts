import yargs from "yargs";
import { discoverTools } from "../runtime/discover/tools.js";
import {
  compareFiles,
  readFolder,
  readSource,
  readSources,
  writeFiles,
  type Difference,
} from "../generator/files.js";
import type { Sources } from "../generator/generate.js";
import type { DocumentFlags } from "./generate-from-document.js";
import { printProblems } from "../generator/model/problem.js";
import { openMemo } from "./generator-digest.js";
import { sealOf } from "./generation-cache.js";
import { readTemplates } from "./templates.js";

/** `standpipe generate`: an API of the project's specs/, or with `--spec` any other from its own document. */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = yargs([...argv])
    .scriptName("standpipe generate")
    .usage(
      "$0 [flags]\n\nWrites generated/<api>/ from specs/<api>/ and templates/, or DIR from any OpenAPI document.",
    )
    .options({
      api: { string: true, default: "firehydrant", describe: "Folder under specs/" },
      check: {
        boolean: true,
        default: false,
        describe: "Write nothing; fail when a file is not as it should be",
      },
      spec: {
        string: true,
        requiresArg: true,
        implies: ["name", "out"],
        describe: "Document, a file or URL",
      },
      name: { string: true, requiresArg: true, describe: "With --spec: the API's name" },
      out: { string: true, requiresArg: true, describe: "With --spec: folder to write" },
      accept: {
        string: true,
        requiresArg: true,
        describe: "With --spec: file of texts that a person accepted, see docs/updating.md",
      },
      bundle: {
        boolean: true,
        default: false,
        describe: "With --spec: add server.mjs, which serves it alone",
      },
    })
    .strict()
    .version(false)
    .parseSync();
  if (flags.spec === undefined) {
    process.exitCode = await runGenerate(process.cwd(), flags.api, flags.check);
    return;
  }
  const { runGenerateFromDocument } = await import("./generate-from-document.js");
  process.exitCode = await runGenerateFromDocument(flags as DocumentFlags);
}

/**
 * Generates one API of the project at `root`. Prints problems and what changed; the exit code is
 * 1 for problems, and with `check` for files that are not as they should be.
 */
export async function runGenerate(root: string, api: string, check: boolean): Promise<number> {
  const folder = `generated/${api}`;
  const sources = await readProject(root, api);
  const seal = sealOf(root, sources);
  const there = await generatedFiles(root, api);
  if (seal.isOn(there)) return tell({ stale: [], missing: [], leftOver: [] }, there.size, folder, check);

  // All that generating takes is loaded only where there may be something to do.
  const { generate } = await import("../generator/generate.js");
  const { memo, save } = await openMemo(root, `generate-${api}`);
  const { problems, files } = await generate(sources, memo);
  await save();
  if (problems.all.length > 0) console.error(printProblems(problems.all));
  if (problems.hasErrors) return 1;
  const difference = check ? compareFiles(root, folder, files) : await writeFiles(root, folder, files);
  const isRight = !check || countOf(difference) === 0;
  if (isRight && problems.all.length === 0) await seal.set(files);
  return tell(difference, files.size, folder, check);
}

/** The files that a generation writes, as they are now. */
async function generatedFiles(root: string, api: string): Promise<Map<string, string>> {
  const locks = await readSources(root, `specs/${api}`, ".lock");
  return new Map([
    ...readFolder(root, `generated/${api}`),
    ...locks.map(({ at, text }) => [at, text] as const),
  ]);
}

/** Reads everything that one API of the project at `root` is generated from. */
export async function readProject(root: string, api: string): Promise<Sources> {
  const folder = `specs/${api}`;
  return {
    api,
    contract: await readSource(root, `${folder}/openapi.json`),
    repairs: await readSource(root, `${folder}/repairs.yaml`),
    surface: await readSource(root, `${folder}/surface.yaml`),
    knowledge: await readSource(root, `${folder}/knowledge.yaml`, ""),
    accepted: await readSource(root, `${folder}/accepted.yaml`, ""),
    namesLock: await readSource(root, `${folder}/names.lock`, ""),
    words: await readSources(root, `${folder}/tools`, ".yaml"),
    common: await readSource(root, `${folder}/common.yaml`),
    relations: await readSource(root, `${folder}/relations.yaml`),
    asks: await readSources(root, `${folder}/asks`, ".yaml"),
    templates: readTemplates(),
    discover: discoverTools,
  };
}

/** Says what was found or done; with `check` whatever is not as it should be is a failure. */
function tell(difference: Difference, all: number, folder: string, check: boolean): number {
  if (!check) console.log(summary(difference, all));
  else if (countOf(difference) > 0) console.error(staleness(difference, folder));
  return check && countOf(difference) > 0 ? 1 : 0;
}

function countOf({ stale, missing, leftOver }: Difference): number {
  return stale.length + missing.length + leftOver.length;
}

function summary(difference: Difference, all: number): string {
  if (countOf(difference) === 0) return `${all} files are as they should be.`;
  const { stale, missing, leftOver } = difference;
  return `${stale.length + missing.length} of ${all} files written, ${leftOver.length} left-over removed.`;
}

function staleness(difference: Difference, folder: string): string {
  const count = countOf(difference);
  const { stale, missing, leftOver } = difference;
  const lines = [
    ...stale.map((path) => `  stale      ${path}`),
    ...missing.map((path) => `  missing    ${path}`),
    ...leftOver.map((path) => `  left over  ${path}`),
  ];
  const verb = count === 1 ? "file in or beside" : "files in or beside";
  const be = count === 1 ? "is" : "are";
  return `${count} ${verb} ${folder}/ ${be} stale:\n${lines.join("\n")}\nRun "make generate" and commit the result.`;
}
