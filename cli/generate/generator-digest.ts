import { createHash } from "node:crypto";
import { join } from "node:path";
import { diskMemo, readFolder, textOf } from "../../generator/files.js";
import { home } from "../home.js";
import { version } from "../version.js";

/** Where a project caches slow work. Nothing else depends on it. */
export const cacheFolder = "node_modules/.cache/standpipe";

/**
 * The results of slow work that this generator did in earlier runs. They are cached in the project at `root`.
 * @param use names the cache's file
 */
export async function openMemo(root: string, use: string): ReturnType<typeof diskMemo> {
  return diskMemo(join(root, cacheFolder, `${use}.json`), generatorDigest(home));
}

/**
 * A digest of a generator's code and libraries: another generator has another one. The bundle's code stands elsewhere,
 * so there the version counts.
 * @param home the folder of code and libraries
 */
export function generatorDigest(home: string): string {
  const code = ["generator", "runtime/contract", "runtime/discover", "runtime/text", "templates"].flatMap(
    (folder) => [...readFolder(home, folder)].flat(),
  );
  return digestOf([process.version, installedLibraries(home), ...code]);
}

/** A digest of texts. The lengths count, so moving text from one to the next changes it. */
export function digestOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:${text}`);
  return hash.digest("base64url");
}

/** The libraries as npm installed them. */
function installedLibraries(home: string): string {
  return `${version} ${textOf(join(home, "node_modules/.package-lock.json"))}`;
}
