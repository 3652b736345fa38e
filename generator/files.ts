import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { SourceFile } from "./describe/words.js";
import type { Memo } from "./model/memo.js";

/** How the files of a folder differ from what should stand there; paths from the root. */
export interface Difference {
  readonly stale: readonly string[];
  readonly missing: readonly string[];
  readonly leftOver: readonly string[];
}

/** Reads one file under the root; `fallback` stands for one that doesn't exist. */
export async function readSource(root: string, at: string, fallback?: string): Promise<SourceFile> {
  if (fallback !== undefined && !existsSync(join(root, at))) return { at, text: fallback };
  return { at, text: await readFile(join(root, at), "utf8") };
}

/** Reads all files of a folder that end so, by name; none where there is no such folder. */
export async function readSources(root: string, folder: string, end: string): Promise<SourceFile[]> {
  if (!existsSync(join(root, folder))) return [];
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(end)).sort();
  return Promise.all(names.map((name) => readSource(root, `${folder}/${name}`)));
}

/** All files of a folder and the folders in it, by path from the root and in its order; none where there is none. */
export function readFolder(root: string, folder: string): Map<string, string> {
  const paths = filesIn(root, folder).sort();
  // A thousand small files are read three times as fast one by one as they are side by side.
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Compares files with the disk; whatever else lies in their folder is left over. */
export function compareFiles(root: string, folder: string, files: ReadonlyMap<string, string>): Difference {
  const there = readFolder(root, folder);
  const stale: string[] = [];
  const missing: string[] = [];
  for (const [path, text] of files) {
    const found = there.get(path) ?? textOf(join(root, path));
    if (found === undefined) missing.push(path);
    else if (found !== text) stale.push(path);
    there.delete(path);
  }
  return { stale, missing, leftOver: [...there.keys()] };
}

/** Makes the disk as the files say: writes what differs, removes what is left over, touches nothing else. */
export async function writeFiles(
  root: string,
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<Difference> {
  const difference = compareFiles(root, folder, files);
  for (const path of [...difference.stale, ...difference.missing]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), files.get(path)!);
  }
  await Promise.all(difference.leftOver.map((path) => rm(join(root, path))));
  return difference;
}

/**
 * A memo kept in one file; `save` keeps just what this run used.
 * @param maker what else the work depends on: another one remembers nothing
 */
export async function diskMemo(
  file: string,
  maker: string,
): Promise<{ memo: Memo; save: () => Promise<void> }> {
  const before = await readMemo(file);
  const used = new Map<string, string>();
  const memo: Memo = async (kind, input, work) => {
    const id = createHash("sha256").update(`${maker}\0${kind}\0${input}`).digest("base64url");
    const text = used.get(id) ?? before.get(id) ?? (await work());
    used.set(id, text);
    return text;
  };
  const save = async () => {
    if ([...used.keys()].every((id) => before.has(id)) && used.size === before.size) return;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify([...used]));
  };
  return { memo, save };
}

async function readMemo(file: string): Promise<Map<string, string>> {
  try {
    return new Map(JSON.parse(await readFile(file, "utf8")) as [string, string][]);
  } catch {
    // No memo yet, or one that a killed process left half written: the work is done anew.
    return new Map();
  }
}

/** The text of a file, if there is one. */
export function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
