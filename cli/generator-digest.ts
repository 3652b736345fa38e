import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diskMemo, readFolder, textOf } from "../generator/files.js";
import { version } from "./version.js";

/** Standpipe's own folder: `cli/` and `dist/` both stand in it. */
export const home = fileURLToPath(new URL("..", import.meta.url));

/** Where a project keeps what saves time; nothing else depends on it. */
export const CACHE = "node_modules/.cache/standpipe";

/** What slow work of this generator gave in earlier runs, by what for. It is kept in the project at `root`. */
export async function openMemo(root: string, use: string): ReturnType<typeof diskMemo> {
  return diskMemo(join(root, CACHE, `${use}.json`), generatorDigest(home));
}

/**
 * Tells a generator from any other by its code and libraries; `home` is the folder that they stand in. The bundle's code
 * stands elsewhere, and its version tells it.
 */
export function generatorDigest(home: string): string {
  const code = ["generator", "runtime/contract", "runtime/discover", "templates"].flatMap((folder) =>
    [...readFolder(home, folder)].flat(),
  );
  return digestOf([process.version, librariesOf(home), ...code]);
}

/** A digest of texts, each of them apart from the next. */
export function digestOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:${text}`);
  return hash.digest("base64url");
}

/** The libraries as npm installed them. */
function librariesOf(home: string): string {
  return `${version} ${textOf(join(home, "node_modules/.package-lock.json"))}`;
}
