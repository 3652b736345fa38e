import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import yargs from "yargs";
import { z } from "zod";
import { ImportError } from "../generator/load/import-error.js";
import { writeImport } from "../generator/load/write-import.js";
import { SettingsError } from "./settings.js";

/** `standpipe import`: takes an upstream document over as facts. */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = yargs([...argv])
    .scriptName("standpipe import")
    .usage(
      "$0 [source] [flags]\n\nWrites specs/<api>/openapi.json and SOURCE.md from an OpenAPI 3.0, 3.1 or Swagger 2.0 document, " +
        "a file or a URL; without a source, from the URL in specs/<api>/source.yaml.",
    )
    .options({
      api: { string: true, requiresArg: true, default: "firehydrant", describe: "Folder under specs/" },
    })
    .demandCommand(0, 1)
    .strict()
    .version(false)
    .parseSync();
  try {
    const source = await sourceOf(process.cwd(), flags.api, flags._[0]?.toString());
    const { operations, paths, schemas } = await importInto(process.cwd(), flags.api, source);
    console.log(
      `specs/${flags.api}/openapi.json: ${operations} operations at ${paths} paths, ${schemas} schemas.`,
    );
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof ImportError)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Imports a document into the folder of an API. */
export async function importInto(root: string, api: string, source: string) {
  if (!/^[a-z][a-z0-9_-]*$/.test(api))
    throw new SettingsError(`"${api}" is no name for a folder under specs/.`);
  return writeImport(source, join(root, "specs", api), new Date().toISOString().slice(0, 10));
}

/** The source that was named, or the one that `source.yaml` names. */
export async function sourceOf(root: string, api: string, given: string | undefined): Promise<string> {
  if (given !== undefined && given !== "") return given;
  const file = `specs/${api}/source.yaml`;
  if (!existsSync(join(root, file)))
    throw new SettingsError(`Name a document: there is no ${file} with its URL.`);
  const settings = settingsFile.safeParse(parse(await readFile(join(root, file), "utf8")));
  if (!settings.success) throw new SettingsError(`${file} holds one line, url: and the document's address.`);
  return settings.data.url;
}

const settingsFile = z.strictObject({ url: z.url({ protocol: /^https?$/ }) });
