import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { home } from "../home.js";
import { cacheFolder, digestOf, generatorDigest } from "./generator-digest.js";

/** What the last generation of an API said, for a next one with the same inputs and files. */
interface LastRun {
  /** As printed; empty without problems. */
  readonly problems: string;
  readonly tools: number;
  readonly skeleton: string;
}

/** The last generation of an API from its document. */
export interface DocumentCache {
  /** What it said, if it had the same inputs and these files. */
  find(files: Files): Promise<LastRun | undefined>;
  /** If the cache cannot be written, only the next run is slower. */
  store(files: Files, run: LastRun): Promise<void>;
}

type Files = ReadonlyMap<string, string>;

/** @param inputs all that the generation depends on, besides its own code */
export function documentCache(api: string, inputs: readonly string[]): DocumentCache {
  const at = join(home, cacheFolder, `document-${api}.json`);
  const made = [generatorDigest(home), ...inputs];
  const digest = (files: Files) => digestOf([...made, ...[...files].sort(byPath).flat()]);
  return {
    async find(files) {
      const found = await readFile(at, "utf8").catch(() => "{}");
      const { sha256, ...run } = parsed(found);
      return sha256 === digest(files) ? (run as LastRun) : undefined;
    },
    async store(files, run) {
      const text = JSON.stringify({ sha256: digest(files), ...run });
      await mkdir(dirname(at), { recursive: true })
        .then(() => writeFile(at, text))
        .catch(() => undefined);
    },
  };
}

/** A file that was only half written holds nothing. */
function parsed(text: string): Partial<LastRun> & { readonly sha256?: string } {
  try {
    return JSON.parse(text) as Partial<LastRun>;
  } catch {
    return {};
  }
}

function byPath([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}
