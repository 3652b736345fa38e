import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CompareApi, Compared, Comparison, LockCheck } from "../../gateway/review/comparison.js";
import { unknown } from "../../gateway/review/review.js";
import type { Catalogue, GeneratedApi } from "../../runtime/index.js";
import { home } from "../home.js";
import { bundleFolder, MANIFEST, readManifest } from "../verify/release-manifest.js";

/** The files of an API on disk. */
interface Files {
  readonly catalogue: string;
  readonly lock: string;
}

/**
 * Compares what the gateway serves with the files on disk. A comparison is kept until the files change, because a
 * comparison of all tools takes a part of a second.
 * @param given the values of `--api`: names of built-in APIs, and folders or modules of generated ones
 * @param apis the loaded APIs, in the same order
 */
export function createComparer(given: readonly string[], apis: readonly GeneratedApi[]): CompareApi {
  const places = new Map(apis.map((api, at) => [api.catalogue.api.name, filesOf(api, given[at]!)]));
  const known = new Map<string, { readonly version: string; readonly compared: Promise<Compared> }>();
  return async ({ catalogue }) => {
    const { name } = catalogue.api;
    const files = places.get(name)!;
    const version = `${await versionOf(files.catalogue)} ${await versionOf(files.lock)}`;
    const last = known.get(name);
    if (last?.version === version) return last.compared;
    const compared = compare(catalogue, files).catch((error: unknown) => {
      // A file that is being written is read again at the next request.
      known.delete(name);
      return failed(files, error as Error);
    });
    known.set(name, { version, compared });
    return compared;
  };
}

/** A generated bundle and a generated folder have their catalogue next to the module. */
function filesOf({ catalogue }: GeneratedApi, given: string): Files {
  const { name } = catalogue.api;
  const at = resolve(given);
  const near = existsSync(at) ? [at, dirname(at)] : [dirname(fileURLToPath(import.meta.url))];
  const folder = near.find((one) => existsSync(join(one, "catalog.json"))) ?? join(home, "generated", name);
  return {
    catalogue: join(folder, "catalog.json"),
    lock: join(folder, "../../specs", name, "surface.lock"),
  };
}

async function versionOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found ? `${found.mtimeMs}-${found.size}` : "none";
}

async function compare(served: Catalogue, files: Files): Promise<Compared> {
  const lock = existsSync(files.lock) ? await checkLock(served, files.lock) : null;
  if (!existsSync(files.catalogue))
    return { comparison: { ...(await compareWithRelease(served, files)), lock } };
  const text = await readFile(files.catalogue, "utf8");
  const committed = JSON.parse(text) as Catalogue;
  const { surfaceDiff } = await import("./surface-diff.js");
  await setImmediate();
  const diff = await surfaceDiff(served, committed);
  const written_at = (await stat(files.catalogue)).mtime.toISOString();
  const state = diff.sections.length === 0 ? "same" : "changed";
  return {
    committed,
    comparison: { state, file: shown(files.catalogue), written_at, reason: null, diff, lock },
  };
}

/** A release has no catalogue on disk. Its manifest has the hash of the surface that was reviewed. */
async function compareWithRelease(served: Catalogue, { catalogue }: Files): Promise<Comparison> {
  const folder = bundleFolder(import.meta.url);
  const reviewed = folder && (await readManifest(folder))?.surfaces[served.api.name];
  const missing = `There is no ${shown(catalogue)} on this machine`;
  if (!folder || !reviewed)
    return unknown(
      `${missing}. Start the gateway in the project that generates the tools, or with --api <folder>.`,
    );
  const { servedHash } = await import("./surface-diff.js");
  const file = join(folder, MANIFEST);
  return {
    ...unknown(`${missing}, so only the hash of all tools was compared.`),
    state: servedHash(served) === reviewed ? "same" : "changed",
    file: shown(file),
    written_at: (await stat(file)).mtime.toISOString(),
  };
}

async function checkLock(served: Catalogue, file: string): Promise<LockCheck> {
  const { lockDifferences } = await import("./surface-diff.js");
  return { file: shown(file), ...lockDifferences(served, await readFile(file, "utf8")) };
}

function failed({ catalogue }: Files, { message }: Error): Compared {
  return {
    comparison: unknown(
      `${shown(catalogue)} can't be read: ${message}. Generate it again, and reload this page.`,
    ),
  };
}

/** A path below the working folder or Standpipe's own one, as people write it. */
function shown(file: string): string {
  const paths = [process.cwd(), home].map((folder) => relative(folder, file));
  return paths.find((path) => !path.startsWith("..")) ?? file;
}
