import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { withFormerOrder } from "./former-order.js";
import { type Imported, type ImportCounts, importDocument, printDocument } from "./import.js";

/**
 * Imports `source` into `<folder>/openapi.json` and records its source in `<folder>/SOURCE.md`. Importing the same
 * bytes again changes nothing: the date of the first import stays.
 * @param folder such as `specs/firehydrant`
 * @param today as YYYY-MM-DD
 */
export async function writeImport(source: string, folder: string, today: string): Promise<ImportCounts> {
  const imported = await importDocument(source);
  const notes = join(folder, "SOURCE.md");
  const before = await readFile(notes, "utf8").catch(() => "");
  await mkdir(folder, { recursive: true });
  const file = join(folder, "openapi.json");
  const known: unknown = await readFile(file, "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
  await writeFile(file, printDocument(withFormerOrder(imported.document, known)));
  await writeFile(notes, printSource(source, imported, dateOf(before, imported.sha256) ?? today));
  return imported.counts;
}

/** The text of SOURCE.md. It leaves out the parts of a URL that may be secret. */
export function printSource(source: string, { counts, sha256 }: Imported, date: string): string {
  return `# Source of openapi.json

Written by \`standpipe import\`, as openapi.json is. Fix errors of the upstream document in repairs.yaml, not here.

- source: \`${nameOf(source)}\`
- imported: ${date}
- sha256: \`${sha256}\`
- paths: ${counts.paths}
- operations: ${counts.operations}
- schemas: ${counts.schemas}

Licence: these are facts of an interface, such as paths, names, types and limits. The upstream document's prose,
examples and extensions are not carried.
`;
}

function nameOf(source: string): string {
  if (!/^https?:\/\//i.test(source)) return basename(source);
  const { origin, pathname } = new URL(source);
  return origin + pathname;
}

function dateOf(notes: string, sha256: string): string | undefined {
  if (!notes.includes(sha256)) return undefined;
  return /^- imported: (\d{4}-\d{2}-\d{2})$/m.exec(notes)?.[1];
}
