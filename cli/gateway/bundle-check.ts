import { z } from "zod";
import { CommandError } from "../command/errors.js";
import { bundleFolder, hashesIn, MANIFEST, readManifest } from "../verify/release-manifest.js";
import { isSignedBy, publicKey } from "../verify/signature.js";

const hashes = z.record(z.string(), z.string());
const manifestFile = z.object({ files: hashes, surfaces: hashes, signature: z.string().optional() });

/** Only `generate --bundle` reads these. The container image and the desktop bundle leave them out. */
const MAY_BE_MISSING: ReadonlySet<string> = new Set(["server-kit.mjs"]);

/**
 * Refuses a bundle whose files differ from the built ones. Sources have no manifest and are not checked.
 * @param signedBy file of the public key that must have signed the manifest
 * @throws CommandError with the names of the files that differ
 */
export async function requireBuiltFiles(module: string, signedBy?: string): Promise<void> {
  const folder = bundleFolder(module);
  if (folder === undefined) {
    if (signedBy !== undefined)
      throw refusal("runs from its sources, which have no signature for --signed-by");
    return;
  }
  const manifest = manifestFile.safeParse(await readManifest(folder)).data;
  if (!manifest) throw refusal(`has no ${MANIFEST} of this version`);
  const { files, surfaces, signature = "" } = manifest;
  const found = await hashesIn(folder);
  const names = [...new Set([...Object.keys(files), ...Object.keys(found)])].sort();
  const other = names.filter(
    (name) => files[name] !== found[name] && !(found[name] === undefined && MAY_BE_MISSING.has(name)),
  );
  if (other.length > 0) throw refusal(`is not as it was built: ${other.join(", ")}`);
  if (signedBy === undefined) return;
  if (signature === "") throw refusal("is not signed, and --signed-by requires a signature");
  if (!isSignedBy({ files, surfaces, signature }, publicKey(signedBy, "--signed-by")))
    throw refusal(`is not signed by the key in ${signedBy}`);
}

function refusal(what: string): CommandError {
  return new CommandError(
    `This bundle ${what}. Install it again, or pass --unverified to start it anyway, for development.`,
  );
}
