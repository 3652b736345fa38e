import { changeClasses, reaches } from "../../generator/diff/change.js";
import type { Diff } from "../../generator/diff/diff.js";
import { printMarkdown } from "../../generator/diff/print-markdown.js";
import { printText } from "../../generator/diff/print-text.js";
import { defineCommand } from "../command/command.js";
import { choice, text } from "../command/flags.js";
import { apiFlag } from "../generate/api-folder.js";
import { compare, compareSince } from "./compare.js";

const formats = ["text", "markdown", "json"] as const;

export const command = defineCommand({
  name: "standpipe diff",
  about:
    "Compares two states of the tools. Each is a git revision, a generated folder, a catalog.json, an OpenAPI document " +
    "(file or URL), or REVISION:path of one.\n\nWithout --head it compares the working tree with --base: generated/, or " +
    "the contract where only that changed. It exits with 2 where a state can't be read.",
  failure: 2,
  flags: {
    base: text("State before", { default: "HEAD" }),
    head: text("State after", { shown: "the working tree" }),
    format: choice("How to print it", formats, { default: "text" }),
    "fail-on": choice(
      "Exit with 1 for a change of this class or of one that stands before it",
      changeClasses,
    ),
    api: apiFlag,
  },
  async run({ base, head, format, failOn, api }) {
    const place = { root: process.cwd(), api };
    const found = await (head === undefined ? compareSince(place, base) : compare(place, base, head));
    process.stdout.write(printers[format](found));
    return failOn !== undefined && found.class !== undefined && reaches(found.class, failOn) ? 1 : 0;
  },
});

const printers: Readonly<Record<(typeof formats)[number], (found: Diff) => string>> = {
  text: printText,
  markdown: printMarkdown,
  json: (found) => `${JSON.stringify(found, null, 2)}\n`,
};
