import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CommandError } from "../command/errors.js";

/** The file of a bundle that lists the other files. */
export const MANIFEST = "manifest.json";

const manifestFile = z.object({ files: z.record(z.string(), z.string()) });

/** Only `generate --bundle` reads these. The container image and the desktop bundle leave them out. */
const MAY_BE_MISSING: ReadonlySet<string> = new Set(["server-kit.mjs"]);

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

/**
 * Refuses a bundle whose files differ from the built ones. Sources have no manifest and are not checked.
 * @throws CommandError with the names of the files that differ
 */
export async function requireBuiltFiles(module: string): Promise<void> {
  if (module.endsWith(".ts")) return;
  const folder = fileURLToPath(new URL(".", module));
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw refusal(`has no ${MANIFEST}`);
  const { files } = manifestFile.parse(JSON.parse(await readFile(file, "utf8")));
  const found = await hashesIn(folder);
  const names = [...new Set([...Object.keys(files), ...Object.keys(found)])].sort();
  const other = names.filter(
    (name) => files[name] !== found[name] && !(found[name] === undefined && MAY_BE_MISSING.has(name)),
  );
  if (other.length > 0) throw refusal(`is not as it was built: ${other.join(", ")}`);
}

function refusal(what: string): CommandError {
  return new CommandError(
    `This bundle ${what}. Install it again, or pass --unverified to start it all the same, for development.`,
  );
}
