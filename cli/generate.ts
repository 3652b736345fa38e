import { join } from "node:path";
import yargs from "yargs";
import { discoverTools } from "../runtime/discover/tools.js";
import {
  compareFiles,
  diskMemo,
  readSource,
  readSources,
  writeFiles,
  type Difference,
} from "../generator/files.js";
import { generate, type Sources } from "../generator/generate.js";
import type { OtherFlags } from "./generate-other.js";
import { printProblems } from "../generator/model/problem.js";
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
  const { runGenerateOther } = await import("./generate-other.js");
  process.exitCode = await runGenerateOther(flags as OtherFlags);
}

/**
 * Generates one API of the project at `root`. Prints problems and what changed; the exit code is
 * 1 for problems, and with `check` for files that are not as they should be.
 */
export async function runGenerate(root: string, api: string, check: boolean): Promise<number> {
  const { memo, save } = await diskMemo(join(root, "node_modules/.cache/standpipe/generate.json"));
  const { problems, files } = await generate(await readProject(root, api), memo);
  await save();
  if (problems.all.length > 0) console.error(printProblems(problems.all));
  if (problems.hasErrors) return 1;
  const folder = `generated/${api}`;
  if (check) return reportStale(await compareFiles(root, folder, files), folder);
  console.log(summary(await writeFiles(root, folder, files), files.size));
  return 0;
}

/** Reads everything that one API of the project at `root` is generated from. */
export async function readProject(root: string, api: string): Promise<Sources> {
  const folder = `specs/${api}`;
  return {
    api,
    contract: await readSource(root, `${folder}/openapi.json`),
    repairs: await readSource(root, `${folder}/repairs.yaml`),
    surface: await readSource(root, `${folder}/surface.yaml`),
    namesLock: await readSource(root, `${folder}/names.lock`, ""),
    words: await readSources(root, `${folder}/tools`, ".yaml"),
    common: await readSource(root, `${folder}/common.yaml`),
    relations: await readSource(root, `${folder}/relations.yaml`),
    asks: await readSources(root, `${folder}/asks`, ".yaml"),
    templates: readTemplates(),
    discover: discoverTools,
  };
}

function summary({ stale, missing, leftOver }: Difference, all: number): string {
  const changed = stale.length + missing.length;
  if (changed + leftOver.length === 0) return `${all} files are as they should be.`;
  return `${changed} of ${all} files written, ${leftOver.length} left-over removed.`;
}

function reportStale({ stale, missing, leftOver }: Difference, folder: string): number {
  const count = stale.length + missing.length + leftOver.length;
  if (count === 0) return 0;
  const lines = [
    ...stale.map((path) => `  stale      ${path}`),
    ...missing.map((path) => `  missing    ${path}`),
    ...leftOver.map((path) => `  left over  ${path}`),
  ];
  const verb = count === 1 ? "file in or beside" : "files in or beside";
  const be = count === 1 ? "is" : "are";
  console.error(
    `${count} ${verb} ${folder}/ ${be} stale:\n${lines.join("\n")}\nRun "make generate" and commit the result.`,
  );
  return 1;
}
