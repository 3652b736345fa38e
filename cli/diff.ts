import yargs from "yargs";
import { changeClasses, reaches } from "../generator/diff/change.js";
import { diff, type Diff } from "../generator/diff/diff.js";
import { printMarkdown } from "../generator/diff/print-markdown.js";
import { printText } from "../generator/diff/print-text.js";
import { ImportError } from "../generator/load/import-error.js";
import { openMemo } from "./generator-digest.js";
import { SettingsError } from "./settings.js";
import { readState } from "./states.js";

/** How a diff is printed. */
export type Format = "text" | "markdown" | "json";

/**
 * `standpipe diff`: what a change does to the tools. The exit code is 1 where `--fail-on` says so, 2 where a side can't
 * be read.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = yargs([...argv])
    .scriptName("standpipe diff")
    .usage(
      "$0 [--base WHAT] [--head WHAT]\n\nCompares two states of the tools. Each is a git revision, a generated folder, a " +
        "catalog.json, an OpenAPI document (file or URL), or REVISION:path of one.",
    )
    .options({
      base: { string: true, requiresArg: true, default: "HEAD", describe: "What was" },
      head: {
        string: true,
        requiresArg: true,
        describe: "What is; the generated folder unless another is named",
      },
      format: {
        choices: ["text", "markdown", "json"] as const,
        default: "text" as const,
        describe: "How to print it",
      },
      "fail-on": {
        choices: changeClasses,
        describe: "Exit with 1 for a change of this class or of one that is read earlier",
      },
      api: {
        string: true,
        requiresArg: true,
        default: "firehydrant",
        describe: "Whose words are at hand, under specs/",
      },
    })
    .strict()
    .version(false)
    .parseSync();
  try {
    const found = await compare(process.cwd(), flags.api, flags.base, flags.head ?? `generated/${flags.api}`);
    process.stdout.write(printDiff(found, flags.format));
    const least = flags["fail-on"];
    if (least !== undefined && found.class !== undefined && reaches(found.class, least)) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof ImportError)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 2;
  }
}

/** Reads both sides and compares them. */
export async function compare(root: string, api: string, base: string, head: string): Promise<Diff> {
  const { memo, save } = await openMemo(root, "diff");
  const place = { root, api };
  const found = diff(await readState(base, place, memo), await readState(head, place, memo));
  await save();
  return found;
}

/** A diff as text, markdown or JSON. */
export function printDiff(found: Diff, format: Format): string {
  switch (format) {
    case "text":
      return printText(found);
    case "markdown":
      return printMarkdown(found);
    case "json":
      return `${JSON.stringify(found, null, 2)}\n`;
  }
}
