import { changeClasses, reaches } from "../../generator/diff/change.js";
import type { Diff } from "../../generator/diff/result.js";
import { printMarkdown } from "../../generator/diff/print-markdown.js";
import { printGithub } from "../../generator/diff/print-github.js";
import { printSarif } from "../../generator/diff/print-sarif.js";
import { printText } from "../../generator/diff/print-text.js";
import { defineCommand } from "../command/command.js";
import { UsageError } from "../command/errors.js";
import { choice, text } from "../command/flags.js";
import { DEFAULT_API } from "../generate/api-folder.js";
import { compare, compareSince } from "./compare.js";

const formats = ["text", "markdown", "json", "sarif", "github"] as const;

export const command = defineCommand({
  name: "standpipe diff",
  about:
    "Compares two states of the tools. Each is a git revision, a generated folder, a catalog.json, an OpenAPI document " +
    "(file or URL), or REVISION:path of one.\n\nWithout --head it compares the working tree with --base: generated/, or " +
    "only the contract, if nothing else changed. It exits with 2 if a state can't be read.",
  failure: 2,
  flags: {
    base: text("State before", { default: "HEAD" }),
    head: text("State after", { shown: "the working tree" }),
    format: choice("How to print it", formats, { default: "text" }),
    "fail-on": choice(
      "Exit with 1 if a change is of this class, or of one that is listed before it",
      changeClasses,
    ),
    "full-report": text("With markdown: URL of the whole report, linked where the text is cut"),
    api: text("API under specs/ whose descriptions apply to the documents", {
      shown: "the API whose folder has --base or --head",
    }),
  },
  async run({ base, head, format, failOn, api, fullReport }) {
    if (fullReport !== undefined && format !== "markdown")
      throw new UsageError("--full-report has no meaning without --format markdown. Pass both.");
    const project = {
      root: process.cwd(),
      api: api ?? DEFAULT_API,
      ...(api === undefined ? {} : { worded: true }),
    };
    const found = await (head === undefined ? compareSince(project, base) : compare(project, base, head));
    const contract = `specs/${project.api}/openapi.json`;
    process.stdout.write(printers[format](found, { full: fullReport, contract }));
    return failOn !== undefined && found.class !== undefined && reaches(found.class, failOn) ? 1 : 0;
  },
});

interface Printing {
  /** URL of the full report. */
  readonly full: string | undefined;
  /** The file to show findings at. */
  readonly contract: string;
}

const printers: Readonly<Record<(typeof formats)[number], (found: Diff, printing: Printing) => string>> = {
  text: printText,
  markdown: (found, { full }) => printMarkdown(found, full === undefined ? {} : { full }),
  sarif: (found, { contract }) => printSarif(found, contract),
  github: (found, { contract }) => printGithub(found, contract),
  json: (found) => `${JSON.stringify(found, null, 2)}\n`,
};
