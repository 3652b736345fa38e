import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { home } from "../home.js";
import { cacheFolder, digestOf, generatorDigest } from "./generator-digest.js";

/** What the last generation of an API said, for a next one with the same inputs and files. */
export interface LastRun {
  /** As printed; empty without problems. */
  readonly problems: string;
  readonly tools: number;
  readonly skeleton: string;
  /** The URLs of the document's files, where all are on the disk. */
  readonly sources?: readonly string[];
}

/** The last generation of an API from its document. */
export interface DocumentCache {
  /** The files of the document at the last generation. A digest of them needs no parsing. */
  sources(): readonly string[] | undefined;
  /** What it said, if it had the same document, inputs and files. @param document a digest of the document */
  find(document: string, files: Files): LastRun | undefined;
  /** If the cache cannot be written, only the next run is slower. */
  store(document: string, files: Files, run: LastRun): Promise<void>;
}

type Files = ReadonlyMap<string, string>;

/** @param inputs all that the generation depends on, besides the document and its own code */
export async function documentCache(api: string, inputs: readonly string[]): Promise<DocumentCache> {
  const at = join(home, cacheFolder, `document-${api}.json`);
  const made = [generatorDigest(home), ...inputs];
  const digest = (document: string, files: Files) =>
    digestOf([...made, document, ...[...files].sort(byPath).flat()]);
  const last = parsed(await readFile(at, "utf8").catch(() => "{}"));
  return {
    sources: () => last.sources,
    find(document, files) {
      const { sha256, ...run } = last;
      return sha256 !== undefined && sha256 === digest(document, files) ? (run as LastRun) : undefined;
    },
    async store(document, files, run) {
      const text = JSON.stringify({ sha256: digest(document, files), ...run });
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
