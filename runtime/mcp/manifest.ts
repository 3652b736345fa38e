import type { Catalogue } from "../contract/catalogue.js";
import type { SignedManifest } from "../contract/signed-manifest.js";
import { partHashes, surfaceHash } from "../contract/surface-hash.js";
import { ownTools } from "../registry/own-tools.js";
import type { Registry } from "../registry/registry.js";

/** The URI of the manifest for `standpipe verify`. It is not for models, so it is not listed. */
export const manifestUri = "standpipe://manifest";

/** A server's own hashes, to compare with `surface.lock`. */
export interface Manifest {
  /** Over all parts of the catalogue, including the ones that this server hides. */
  readonly surface: string;
  /** Hashes of the servers, the key, and of each visible tool and prompt. */
  readonly parts: Readonly<Record<string, string>>;
  /** The signed manifest of the release; absent if the server runs no signed release. */
  readonly signed?: SignedManifest;
}

/** The manifest of a server's catalogue in memory. Hidden tools are not named. */
export function manifestOf({ catalogue, visible }: Registry, signed?: SignedManifest): Manifest {
  const all = partHashes(catalogue, allOwnTools(catalogue));
  const hidden = new Set([
    ...catalogue.tools.map(({ name }) => name).filter((name) => !visible.has(name)),
    ...catalogue.prompts
      .filter(({ tools }) => tools.some((name) => !visible.has(name)))
      .map(({ name }) => name),
  ]);
  const shown = [...all].filter(([part]) => !hidden.has(part.slice(part.indexOf(" ") + 1)));
  return { surface: surfaceHash(all), parts: Object.fromEntries(shown), ...(signed ? { signed } : {}) };
}

function allOwnTools({ knowledge }: Catalogue) {
  return [...ownTools, ...(knowledge?.tools ?? [])];
}
