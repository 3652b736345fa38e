import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Catalogue } from "../runtime/catalogue.js";

/** A folder that files can't be written to; its message says why and what to do. */
export class OutFolderError extends Error {
  override readonly name = "OutFolderError";
}

/** A folder outside the project that holds one generated API, and perhaps files of others. */
export interface OutFolder {
  /** Makes the files as given, removes those that an earlier run wrote and this one didn't, touches nothing else. */
  write(files: ReadonlyMap<string, string>): Promise<{ written: number; removed: number }>;
}

/**
 * Opens a folder for an API: one that doesn't exist, is empty, or holds what was generated for this API before.
 * @throws OutFolderError for any other
 */
export async function openOutFolder(folder: string, api: string): Promise<OutFolder> {
  const before = await ownFiles(folder, api);
  return {
    async write(files) {
      const foreign = [...files.keys()].filter((path) => !before.has(path) && existsSync(join(folder, path)));
      if (foreign.length > 0) {
        throw new OutFolderError(
          `${join(folder, foreign[0]!)} is in the way: it was not generated. Move it, or choose another --out.`,
        );
      }
      const written = await Promise.all(
        [...files].map(([path, text]) => writeChanged(join(folder, path), text)),
      );
      const gone = [...before].filter((path) => !files.has(path) && existsSync(join(folder, path)));
      await Promise.all(gone.map((path) => rm(join(folder, path))));
      return { written: written.filter(Boolean).length, removed: gone.length };
    },
  };
}

/** What an earlier run for this API wrote into the folder, by what its catalogue says. */
async function ownFiles(folder: string, api: string): Promise<Set<string>> {
  if (!existsSync(folder)) return new Set();
  const names = await readdir(folder).catch(() => {
    throw new OutFolderError(`${folder} is no folder.`);
  });
  if (names.length === 0) return new Set();
  const catalogue = await readCatalogue(folder);
  if (catalogue?.api?.name !== api) {
    const what = catalogue?.api
      ? `the API ${String(catalogue.api.name)}`
      : `files that were not generated, such as ${names[0]}`;
    throw new OutFolderError(`${folder} holds ${what}. Choose an empty folder for --out.`);
  }
  return new Set([...AT_ITS_ROOT, ...modulesOf(catalogue)]);
}

const AT_ITS_ROOT = [
  "api.d.ts",
  "catalog.json",
  "catalog.md",
  "index.ts",
  "lookups.json",
  "search.json",
  "server.mjs",
];

async function readCatalogue(folder: string): Promise<Partial<Catalogue> | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, "catalog.json"), "utf8")) as Partial<Catalogue>;
  } catch {
    return undefined;
  }
}

/** A catalogue that someone edited must not name files elsewhere. */
function modulesOf({ index = {} }: Partial<Catalogue>): string[] {
  return Object.entries(index).flatMap(([name, entry]) => {
    return [name, entry.group].every((part) => /^[a-z][a-z0-9_]*$/.test(part))
      ? [`tools/${entry.group}/${name}.ts`]
      : [];
  });
}

async function writeChanged(path: string, text: string): Promise<boolean> {
  if ((await readFile(path, "utf8").catch(() => undefined)) === text) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return true;
}
