import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { writeImport } from "../../generator/load/write-import.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text } from "../command/flags.js";

export const command = defineCommand({
  name: "standpipe import",
  argument: "[source]",
  about:
    "Writes specs/<api>/openapi.json and SOURCE.md from an OpenAPI 3.0 or 3.1 document or Swagger 2.0, a file or a URL. " +
    "Without a source it takes the URL in specs/<api>/source.yaml.",
  flags: {
    api: text("Folder under specs/", {
      default: "firehydrant",
      fault: (name) =>
        /^[a-z][a-z0-9_-]*$/.test(name)
          ? undefined
          : "a folder's name of lower-case letters, digits, _ and -",
    }),
  },
  async run({ api }, given) {
    const source = await sourceOf(process.cwd(), api, given);
    const { operations, paths, schemas } = await importInto(process.cwd(), api, source);
    console.log(`specs/${api}/openapi.json: ${operations} operations at ${paths} paths, ${schemas} schemas.`);
  },
});

/** Imports a document into the folder of an API. */
export async function importInto(root: string, api: string, source: string) {
  return writeImport(source, join(root, "specs", api), new Date().toISOString().slice(0, 10));
}

/** The given source, or the one in `source.yaml`. */
export async function sourceOf(root: string, api: string, given: string | undefined): Promise<string> {
  if (given !== undefined && given !== "") return given;
  const file = `specs/${api}/source.yaml`;
  if (!existsSync(join(root, file)))
    throw new CommandError(`There is no ${file} with a document's URL. Name a document: a file or a URL.`);
  const settings = settingsFile.safeParse(parse(await readFile(join(root, file), "utf8")));
  if (!settings.success)
    throw new CommandError(`${file} is not as it must be. Write one line: "url:" and the document's URL.`);
  return settings.data.url;
}

const settingsFile = z.strictObject({ url: z.url({ protocol: /^https?$/ }) });
