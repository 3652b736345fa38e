import { createHash } from "node:crypto";
import { join } from "node:path";
import { diskMemo, readFolder, textOf } from "../../generator/files.js";
import { home } from "../home.js";
import { version } from "../version.js";

/** Where a project caches slow work. Nothing else depends on it. */
export const cacheFolder = "node_modules/.cache/standpipe";

/**
 * Results of slow work from earlier runs of this generator, cached in the project at `root`.
 * @param use names the cache's file
 */
export async function openMemo(root: string, use: string): ReturnType<typeof diskMemo> {
  return diskMemo(join(root, cacheFolder, `${use}.json`), generatorDigest(home));
}

/**
 * A digest of the generator's code and libraries. Each version has another one. The bundle has no source folders, so
 * there the version is used.
 * @param home the folder of code and libraries
 */
export function generatorDigest(home: string): string {
  const code = CODE.flatMap((folder) => [...readFolder(home, folder)].flat());
  return digestOf([process.version, installedLibraries(home), ...code]);
}

/** The folders of the generator's code, and of the runtime's that it uses. */
const CODE = [
  "generator",
  "runtime/answers",
  "runtime/contract",
  "runtime/discover",
  "runtime/text",
  "templates",
];

/** A digest of texts. It includes the lengths, so moving text from one to the next changes it. */
export function digestOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("base64url");
}

/** The libraries as npm installed them. */
function installedLibraries(home: string): string {
  return `${version} ${textOf(join(home, "node_modules/.package-lock.json"))}`;
}
