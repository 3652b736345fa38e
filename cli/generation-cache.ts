import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { textOf } from "../generator/files.js";
import type { Sources } from "../generator/generate.js";
import { CACHE, digestOf, generatorDigest, home } from "./generator-digest.js";

/** Files by path. */
type Files = ReadonlyMap<string, string>;

/** Knows the files of the last generation that left nothing to mend, if this code made them of these sources. */
export interface Seal {
  isOn(files: Files): boolean;
  set(files: Files): Promise<void>;
}

/**
 * The seal of one API. A generation is pure: the same code makes the same files of the same sources, so where all three
 * are known there is nothing to do. The bundle has none, for its code does not stand in the folders that are looked at.
 */
export function sealOf(root: string, sources: Sources): Seal {
  const at = join(root, CACHE, `seal-${sources.api}`);
  const isBundle = !import.meta.url.endsWith(".ts");
  // What is read here is what is generated from: an edit under way is not taken for what was read before it.
  const made = [generatorDigest(home), JSON.stringify(sources)];
  const seal = (files: Files) => digestOf([...made, ...[...files].sort(byPath).flat()]);
  return {
    isOn: (files) => !isBundle && textOf(at) === seal(files),
    async set(files) {
      await mkdir(dirname(at), { recursive: true });
      await writeFile(at, seal(files));
    },
  };
}

function byPath([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}
