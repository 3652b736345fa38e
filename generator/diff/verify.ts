import type { ListedTool } from "../../runtime/contract/catalogue.js";
import { toolHash } from "../../runtime/contract/surface-hash.js";
import type { SurfaceLock } from "../render/surface-lock.js";

/** What was found where it runs. */
export interface Seen {
  /** Under the names of the lock. */
  readonly tools: readonly ListedTool[];
  /** The hash that it carries of itself. */
  readonly carried?: string;
  /** Hashes of the other parts, as far as they can be seen. */
  readonly parts?: ReadonlyMap<string, string>;
  /** Whether everything of the lock should be there; false behind filters. */
  readonly whole: boolean;
}

/** How what runs differs from what was reviewed. */
export interface Verified {
  /** A line for each difference; none where all is as reviewed. */
  readonly differences: readonly string[];
  /** Tools that were compared. */
  readonly compared: number;
  /** Parts of the lock that can't be seen there. */
  readonly unseen: readonly string[];
}

/** Compares what runs with the lock, tool by tool, and the hash that it carries with the lock's. */
export function verify(lock: SurfaceLock, { tools, carried, parts = new Map(), whole }: Seen): Verified {
  const found = new Map([
    ...parts,
    // What a client is shown counts, whatever the manifest says of it.
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
