import { writeFile } from "node:fs/promises";
import { stringify } from "yaml";
import type { Declaration } from "../../gateway/declare/declaration.js";
import { declarationSchema } from "../../gateway/declare/json-schema.js";
import { adminClient, urlFlag } from "../admin/action.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text, toggle } from "../command/flags.js";

export const command = defineCommand({
  name: "standpipe export",
  about: "Print a gateway's accounts, server URLs and roles as a YAML file for standpipe apply, without keys",
  flags: {
    to: text("File to write", { shown: "stdout" }),
    schema: toggle("Print the JSON Schema of such files, for editors", { default: false }),
    ...urlFlag,
  },
  async run({ to, schema, url }) {
    const content = schema
      ? `${JSON.stringify(declarationSchema(), undefined, 2)}\n`
      : declarationText(await (await adminClient(url)).ask<Declaration>("GET", "/declaration"));
    if (to === undefined) process.stdout.write(content);
    else
      await writeFile(to, content).catch((error: NodeJS.ErrnoException) => {
        throw new CommandError(`--to ${to} can't be written (${error.code}). Choose another file.`);
      });
  },
});

const head =
  "# Accounts, server URLs and roles of a Standpipe gateway. Change them here, then run: standpipe apply <this file>\n" +
  "# The keys of accounts are not here: each has the name of a variable or a file.\n";

/** The same declaration gives the same bytes. */
function declarationText(declaration: Declaration): string {
  return head + stringify(declaration, { lineWidth: 0 });
}
