import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import yargs from "yargs";
import { diff } from "../generator/diff/diff.js";
import { stateOfContract } from "../generator/diff/from-contract.js";
import { printMarkdown } from "../generator/diff/print-markdown.js";
import { printText } from "../generator/diff/print-text.js";
import { contractOf } from "../generator/diff/read-contract.js";
import { ImportError } from "../generator/load/import-error.js";
import { missingWords, writeSkeletons } from "./describe.js";
import { runGenerate } from "./generate.js";
import { gitFile } from "./git.js";
import { importInto, sourceOf } from "./import.js";
import { openMemo } from "./generator-digest.js";
import { SettingsError } from "./settings.js";
import { wordsAtHand } from "./states.js";

/**
 * `standpipe update`: imports the upstream document, puts skeletons where words are missing, generates, and tells what
 * changes for a model. Where words are missing nothing is generated, and `generate --check` stays red until they are
 * written; that is no failure of the update.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = yargs([...argv])
    .scriptName("standpipe update")
    .usage("$0 [source] [flags]\n\nImports a document, generates, and tells what changes for a model.")
    .options({
      api: { string: true, requiresArg: true, default: "firehydrant", describe: "Folder under specs/" },
      since: {
        string: true,
        requiresArg: true,
        describe: "Tell what changes since this revision, not since now",
      },
      report: { string: true, requiresArg: true, describe: "Write the changes to this file, as Markdown" },
    })
    .demandCommand(0, 1)
    .strict()
    .version(false)
    .parseSync();
  try {
    const root = process.cwd();
    const source = await sourceOf(root, flags.api, flags._[0]?.toString());
    await update({ root, api: flags.api, source, since: flags.since, report: flags.report });
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof ImportError)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 1;
  }
}

interface Update {
  readonly root: string;
  readonly api: string;
  readonly source: string;
  readonly since?: string;
  readonly report?: string;
}

async function update({ root, api, source, since, report }: Update): Promise<void> {
  const contract = `specs/${api}/openapi.json`;
  const files = [contract, `specs/${api}/SOURCE.md`].map((path) => join(root, path));
  const base = since === undefined ? undefined : await gitFile(root, since, contract);
  if (since !== undefined && base === undefined)
    throw new SettingsError(`There is no ${contract} in ${since}.`);
  const [before, notes] = await Promise.all(files.map((file) => readFile(file, "utf8")));
  await importInto(root, api, source);
  const after = await readFile(files[0]!, "utf8");
  if (after === before) {
    // Other bytes with the same facts are nothing to review.
    await writeFile(files[1]!, notes!);
    console.log("No fact has changed upstream.");
    return;
  }
  const words = await wordsAtHand({ root, api });
  const { memo, save } = await openMemo(root, "diff");
  const state = (text: string, label: string) =>
    stateOfContract(contractOf(JSON.parse(text)), label, words, memo);
  const found = diff(await state(base ?? before!, since ?? "before"), await state(after, contract));
  await save();

  const written = await writeSkeletons(root, api, await missingWords(root, api));
  const isGenerated = (await runGenerate(root, api, false)) === 0;
  const next = isGenerated ? [] : waiting(written);
  if (report !== undefined) await writeFile(report, [printMarkdown(found), ...next].join("\n"));
  process.stdout.write([printText(found), ...next].join("\n"));
}

function waiting(written: readonly string[]): string[] {
  const words =
    written.length === 0
      ? ""
      : ` Skeletons of words wait in ${written.map((path) => `\`${path}\``).join(", ")}.`;
  return [`**Nothing is generated yet**: \`make generate\` says what is missing.${words}\n`];
}
