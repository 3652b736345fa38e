import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { textOf } from "../../generator/files.js";
import type { Sources } from "../../generator/generate.js";
import { home } from "../home.js";
import { cacheFolder, digestOf, generatorDigest } from "./generator-digest.js";

/** Files by path. */
type Files = ReadonlyMap<string, string>;

/** Stores a generation without problems, so that the next one with the same sources and code has nothing to do. */
export interface GenerationCache {
  /** Whether the same code generated these files from the same sources. */
  matches(files: Files): boolean;
  store(files: Files): Promise<void>;
}

/**
 * The cache of one API. Generating is pure: the same code makes the same files from the same sources. The bundle has no
 * cache, because its code is not in the folders of the digest.
 */
export function generationCache(root: string, sources: Sources): GenerationCache {
  const at = join(root, cacheFolder, `generation-${sources.api}`);
  const isBundle = !import.meta.url.endsWith(".ts");
  // The sources were read before. An edit during the generation does not belong to it.
  const made = [generatorDigest(home), JSON.stringify(sources)];
  const digest = (files: Files) => digestOf([...made, ...[...files].sort(byPath).flat()]);
  return {
    matches: (files) => !isBundle && textOf(at) === digest(files),
    async store(files) {
      await mkdir(dirname(at), { recursive: true });
      await writeFile(at, digest(files));
    },
  };
}

function byPath([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}
