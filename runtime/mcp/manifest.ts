import type { Catalogue } from "../contract/catalogue.js";
import type { SignedManifest } from "../contract/signed-manifest.js";
import { partHashes, surfaceHash } from "../contract/surface-hash.js";
import { discoverTools } from "../registry/discover-tools.js";
import type { Registry } from "../registry/registry.js";

/** Where `standpipe verify` reads the manifest. It is nothing for a model, so it isn't listed. */
export const manifestUri = "standpipe://manifest";

/** What a server says of itself, to be compared with `surface.lock`. */
export interface Manifest {
  /** Over all parts of the catalogue, those that this server hides too. */
  readonly surface: string;
  /** Hashes of the servers, the key, and of each tool and prompt that this server shows. */
  readonly parts: Readonly<Record<string, string>>;
  /** What was released, and by whom; absent where the server runs no signed release. */
  readonly signed?: SignedManifest;
}

/** The manifest of a server's catalogue as it is in memory. A hidden tool is not named. */
export function manifestOf({ catalogue, visible }: Registry, signed?: SignedManifest): Manifest {
  const all = partHashes(catalogue, ownTools(catalogue));
  const hidden = new Set([
    ...catalogue.tools.map(({ name }) => name).filter((name) => !visible.has(name)),
    ...catalogue.prompts
      .filter(({ tools }) => tools.some((name) => !visible.has(name)))
      .map(({ name }) => name),
  ]);
  const shown = [...all].filter(([part]) => !hidden.has(part.slice(part.indexOf(" ") + 1)));
  return { surface: surfaceHash(all), parts: Object.fromEntries(shown), ...(signed ? { signed } : {}) };
}

function ownTools({ knowledge }: Catalogue) {
  return [...discoverTools, ...(knowledge?.tools ?? [])];
}
