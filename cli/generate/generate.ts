import { ownTools } from "../../runtime/index.js";
import {
  compareFiles,
  readFolder,
  readSource,
  readSources,
  writeFiles,
  type Difference,
} from "../../generator/files.js";
import type { Outcome, Sources } from "../../generator/generate.js";
import { printProblems } from "../../generator/model/problem.js";
import { defineCommand } from "../command/command.js";
import { CommandError, UsageError } from "../command/errors.js";
import { lines, text, toggle } from "../command/flags.js";
import { apiFlag, requireApi } from "./api-folder.js";
import { generationCache } from "./generation-cache.js";
import { openMemo } from "./generator-digest.js";
import { withProgress } from "./progress.js";
import { readTemplates } from "./templates.js";

export const command = defineCommand({
  name: "standpipe generate",
  about:
    "Writes generated/<api>/ from specs/<api>/ and templates/. With --spec it writes any API's tools to --out.",
  flags: {
    api: apiFlag,
    check: toggle("Write nothing; fail if a file is stale", { default: false }),
    spec: text("OpenAPI document of another API, a file or a URL"),
    name: text("With --spec: the API's name"),
    out: text("With --spec: folder to write"),
    accept: text("With --spec: file of texts that a person accepted, see docs/updating.md"),
    auth: lines(
      "With --spec: how callers authenticate, such as header:Authorization; see docs/other-apis.md",
    ),
    bundle: toggle("With --spec: add server.mjs, which serves the API alone", { default: false }),
  },
  async run({ api, check, spec, bundle, ...other }) {
    if (spec === undefined) {
      const idle = Object.entries({ ...other, bundle: bundle || undefined });
      for (const [flag, value] of idle)
        if (value !== undefined)
          throw new UsageError(`--${flag} has no meaning without --spec. Pass --spec too.`);
      return runGenerate(process.cwd(), api, check);
    }
    if (check)
      throw new UsageError(
        "--check and --spec exclude each other: --check compares generated/. Leave one of them out.",
      );
    const { name, out, accept, auth } = other;
    if (name === undefined || out === undefined)
      throw new UsageError(`--spec needs ${name === undefined ? "--name" : "--out"} too.`);
    const { runGenerateFromDocument } = await import("./generate-from-document.js");
    return runGenerateFromDocument({ spec, name, out, accept, bundle, auth });
  },
});

/**
 * Generates one API of the project at `root`. Prints problems and changes. The exit code is 1 for problems, and with
 * `check` for stale files.
 */
export async function runGenerate(root: string, api: string, check: boolean): Promise<number> {
  const folder = `generated/${api}`;
  const sources = await readProject(root, api);
  const cache = generationCache(root, sources);
  const there = await generatedFiles(root, api);
  if (cache.matches(there))
    return report({ difference: { stale: [], missing: [], leftOver: [] }, all: there.size, folder, check });

  const { problems, files } = await withProgress(`Generating ${api}`, () =>
    generateCached(root, api, sources),
  );
  if (problems.all.length > 0) console.error(printProblems(problems.all));
  if (problems.hasErrors) return 1;
  const difference = check ? compareFiles(root, folder, files) : writeFiles(root, folder, files);
  const isRight = !check || countOf(difference) === 0;
  if (isRight && problems.all.length === 0) await cache.store(files);
  return report({ difference, all: files.size, folder, check });
}

/**
 * How the files on the disk differ from those of a generation.
 * @throws CommandError if the sources have problems
 */
export async function generatedDifference(root: string, api: string): Promise<Difference> {
  const sources = await readProject(root, api);
  const there = await generatedFiles(root, api);
  if (generationCache(root, sources).matches(there)) return { stale: [], missing: [], leftOver: [] };
  const { problems, files } = await generateCached(root, api, sources);
  if (problems.hasErrors) throw new CommandError(printProblems(problems.all).trimEnd());
  return compareFiles(root, `generated/${api}`, files);
}

/** Generates with the cached parts of earlier runs. The generator is loaded only if there may be work to do. */
async function generateCached(root: string, api: string, sources: Sources): Promise<Outcome> {
  const { generate } = await import("../../generator/generate.js");
  const { memo, save } = await openMemo(root, `generate-${api}`);
  const outcome = await generate(sources, memo);
  await save();
  return outcome;
}

/** The generated files on the disk. */
async function generatedFiles(root: string, api: string): Promise<Map<string, string>> {
  const locks = await readSources(root, `specs/${api}`, ".lock");
  return new Map([
    ...readFolder(root, `generated/${api}`),
    ...locks.map(({ at, text }) => [at, text] as const),
  ]);
}

/**
 * Reads all inputs of one API of the project at `root`.
 * @throws CommandError if there is no such API
 */
export async function readProject(root: string, api: string): Promise<Sources> {
  requireApi(root, api);
  const folder = `specs/${api}`;
  return {
    api,
    contract: await readSource(root, `${folder}/openapi.json`),
    repairs: await readSource(root, `${folder}/repairs.yaml`),
    surface: await readSource(root, `${folder}/surface.yaml`),
    knowledge: await readSource(root, `${folder}/knowledge.yaml`, ""),
    vocabulary: await readSource(root, `${folder}/vocabulary.yaml`, ""),
    accepted: await readSource(root, `${folder}/accepted.yaml`, ""),
    namesLock: await readSource(root, `${folder}/names.lock`, ""),
    words: await readSources(root, `${folder}/tools`, ".yaml"),
    common: await readSource(root, `${folder}/common.yaml`),
    relations: await readSource(root, `${folder}/relations.yaml`),
    asks: await readSources(root, `${folder}/asks`, ".yaml"),
    workflows: await readSources(root, `${folder}/workflows`, ".ts"),
    templates: readTemplates(),
    discover: ownTools,
  };
}

interface Report {
  readonly difference: Difference;
  /** How many files a generation writes. */
  readonly all: number;
  readonly folder: string;
  readonly check: boolean;
}

/** Prints the result. With `check` a stale file is a failure. */
function report({ difference, all, folder, check }: Report): number {
  if (!check) console.log(summary(difference, all));
  else if (countOf(difference) > 0) console.error(staleness(difference, folder));
  return check && countOf(difference) > 0 ? 1 : 0;
}

function countOf({ stale, missing, leftOver }: Difference): number {
  return stale.length + missing.length + leftOver.length;
}

function summary(difference: Difference, all: number): string {
  if (countOf(difference) === 0) return `${all} files are up to date.`;
  const { stale, missing, leftOver } = difference;
  return `${stale.length + missing.length} of ${all} files written, ${leftOver.length} left over removed.`;
}

function staleness(difference: Difference, folder: string): string {
  const count = countOf(difference);
  const { stale, missing, leftOver } = difference;
  const lines = [
    ...stale.map((path) => `  stale      ${path}`),
    ...missing.map((path) => `  missing    ${path}`),
    ...leftOver.map((path) => `  left over  ${path}`),
  ];
  const verb = count === 1 ? "file in or next to" : "files in or next to";
  const be = count === 1 ? "is" : "are";
  return `${count} ${verb} ${folder}/ ${be} stale:\n${lines.join("\n")}\nRun "make generate" and commit the result.`;
}
