import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Diff } from "../../generator/diff/result.js";
import { printMarkdown } from "../../generator/diff/print-markdown.js";
import { printText } from "../../generator/diff/print-text.js";
import { defineCommand } from "../command/command.js";
import { CommandError, UsageError } from "../command/errors.js";
import { text, toggle } from "../command/flags.js";
import { apiFlag, requireApi } from "../generate/api-folder.js";
import { missingWords, writeSkeletons } from "../generate/describe.js";
import { runGenerate } from "../generate/generate.js";
import { importInto, sourceOf } from "../generate/import.js";
import { compare, compareSince } from "./compare.js";
import { gitFile } from "./git.js";
import { keepMoved } from "./moved.js";
import type { Project } from "./states.js";

/**
 * `standpipe update`. If descriptions are missing, it generates nothing, and `generate --check` fails until you write
 * them. The update itself still succeeds.
 */
export const command = defineCommand({
  name: "standpipe update",
  argument: "[source]",
  about:
    "Imports a document, adds templates where descriptions are missing, generates, and shows what changes for a model.",
  flags: {
    api: apiFlag,
    since: text("Show the changes since this git revision", { default: "HEAD" }),
    report: text("Write the changes to this file, as Markdown"),
    "full-report": text("URL of the whole report, linked where --report is cut"),
    "accept-moves": toggle("Also keep the descriptions of operations that probably moved", {
      default: false,
    }),
  },
  async run({ api, since, report, fullReport, acceptMoves }, given) {
    const root = process.cwd();
    if (fullReport !== undefined && report === undefined)
      throw new UsageError("--full-report has no meaning without --report. Pass both.");
    requireApi(root, api);
    if (report !== undefined) await requireReport(root, report);
    return runUpdate({
      root,
      api,
      source: await sourceOf(root, api, given),
      since,
      report,
      fullReport,
      acceptMoves,
    });
  },
});

interface Update {
  readonly root: string;
  readonly api: string;
  readonly source: string;
  readonly since: string;
  readonly report?: string;
  readonly fullReport?: string;
  readonly acceptMoves: boolean;
}

/** Imports a document and everything that follows from it. */
export async function runUpdate(given: Update): Promise<number> {
  const { root, api, source, since, report, fullReport: full } = given;
  const contract = `specs/${api}/openapi.json`;
  if ((await gitFile(root, since, contract)) === undefined)
    throw new CommandError(`--since ${since}: git has no ${contract} at this revision. Pass another one.`);
  if (!(await importFacts(root, api, source))) {
    console.log("No fact has changed upstream.");
    return 0;
  }
  const { next, code } = await afterImport(given);
  const found = await changesOf({ root, api }, since);
  if (report !== undefined)
    await writeFile(report, [printMarkdown(found, full === undefined ? {} : { full }), ...next].join("\n"));
  process.stdout.write([printText(found), ...next].join("\n"));
  return code;
}

/** The differences. If the descriptions can't be read, only the contracts are compared. */
async function changesOf(project: Project, since: string): Promise<Diff> {
  const contract = `specs/${project.api}/openapi.json`;
  return compareSince(project, since).catch(() =>
    compare({ ...project, worded: false }, `${since}:${contract}`, contract),
  );
}

/** The steps after an import. The report includes a failure, because the facts are already written. */
async function afterImport({
  root,
  api,
  since,
  acceptMoves,
}: Update): Promise<{ next: string[]; code: number }> {
  try {
    const moved = await keepMoved({ root, api }, since, acceptMoves);
    const written = await writeSkeletons(root, api, await missingWords(root, api));
    const isGenerated = (await runGenerate(root, api, false)) === 0;
    return { next: [...moved, ...(isGenerated ? [] : waiting(written))], code: 0 };
  } catch (error) {
    const reason = (error as Error).message;
    return {
      next: [
        `**The facts are imported, and nothing is generated**: ${reason} Fix it, then run \`make generate\`.\n`,
      ],
      code: 1,
    };
  }
}

/** Imports a document. Returns whether a fact changed. Other bytes with the same facts leave the files unchanged. */
async function importFacts(root: string, api: string, source: string): Promise<boolean> {
  const [contract, notes] = ["openapi.json", "SOURCE.md"].map((name) => join(root, "specs", api, name));
  const [before, notesBefore] = await Promise.all([readFile(contract!, "utf8"), readFile(notes!, "utf8")]);
  await importInto(root, api, source);
  if ((await readFile(contract!, "utf8")) !== before) return true;
  await writeFile(notes!, notesBefore);
  return false;
}

/** @throws CommandError before the import, if the report could not be written */
async function requireReport(root: string, report: string): Promise<void> {
  const file = resolve(root, report);
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder || !existsSync(dirname(file)))
    throw new CommandError(`--report ${report} can't be written. Pass a file in a folder that exists.`);
}

function waiting(written: readonly string[]): string[] {
  const words =
    written.length === 0
      ? ""
      : ` Fill in the templates in ${written.map((path) => `\`${path}\``).join(", ")}.`;
  return [`**Nothing is generated yet**: \`make generate\` lists what is missing.${words}\n`];
}
