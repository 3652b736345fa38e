import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SignedManifest, Statement } from "../../runtime/index.js";

/** The manifest of a bundle. */
export const MANIFEST = "manifest.json";

/** The bundle's folder for a module; undefined for a source file. */
export function bundleFolder(module: string): string | undefined {
  return module.endsWith(".ts") ? undefined : fileURLToPath(new URL(".", module));
}

/** A bundle's manifest; undefined if it has none. */
export async function readManifest(
  folder: string,
): Promise<(Statement & Partial<SignedManifest>) | undefined> {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  return JSON.parse(await readFile(file, "utf8")) as Statement & Partial<SignedManifest>;
}

/** The signed manifest of a module's bundle, if it has one. */
export async function releaseManifest(module: string): Promise<SignedManifest | undefined> {
  const folder = bundleFolder(module);
  const { surfaces, files, signature } = (folder && (await readManifest(folder))) || {};
  return surfaces && files && signature ? { surfaces, files, signature } : undefined;
}

/** The sha256 (hexadecimal) of every file of a folder except its manifest, by name. One file is open at a time. */
export async function hashesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name !== MANIFEST).sort();
  const hashes: Record<string, string> = {};
  for (const name of names) {
    hashes[name] = createHash("sha256")
      .update(await readFile(join(folder, name)))
      .digest("hex");
  }
  return hashes;
}
