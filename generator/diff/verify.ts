import type { ListedTool } from "../../runtime/contract/catalogue.js";
import { toolHash } from "../../runtime/contract/surface-hash.js";
import type { SurfaceLock } from "../render/surface-lock.js";

/** The surface of a running server or a build. */
export interface Seen {
  /** Named as in the lock. */
  readonly tools: readonly ListedTool[];
  /** The surface hash that it reports. */
  readonly carried?: string;
  /** Hashes of the other parts, if they are visible. */
  readonly parts?: ReadonlyMap<string, string>;
  /** Whether all parts of the lock should be there; false if the server has filters. */
  readonly whole: boolean;
}

/** How the running surface differs from the reviewed one. */
export interface Verified {
  /** One line for each difference. Empty if everything matches. */
  readonly differences: readonly string[];
  /** Tools that were compared. */
  readonly compared: number;
  /** Parts of the lock that are not visible there. */
  readonly unseen: readonly string[];
}

/** Compares the running surface with the lock, tool by tool, and its hash with the hash of the lock. */
export function verify(lock: SurfaceLock, { tools, carried, parts = new Map(), whole }: Seen): Verified {
  const found = new Map([
    ...parts,
    // The tool that a client sees counts, not the hash in the manifest.
    ...tools.map((tool): [string, string] => [`tool ${tool.name}`, toolHash(tool)]),
  ]);
  const missing = [...lock.parts.keys()].filter((part) => !found.has(part));
  const differences = [
    ...[...found].flatMap(([part, hash]) => difference(part, hash, lock.parts.get(part))),
    ...(whole ? missing.filter((part) => part.startsWith("tool ")).map((part) => `${part} is missing.`) : []),
    ...(carried === undefined || carried === lock.surface
      ? []
      : [`The hash over the server's surface is ${carried}, and the lock's is ${lock.surface}.`]),
  ];
  return {
    differences,
    compared: tools.length,
    unseen: whole ? missing.filter((part) => !part.startsWith("tool ")) : missing,
  };
}

function difference(part: string, hash: string, locked: string | undefined): string[] {
  if (locked === undefined) return [`${part} is not in the lock.`];
  return hash === locked ? [] : [`${part} is not as reviewed.`];
}
