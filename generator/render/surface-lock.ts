import type { ListedTool } from "../../runtime/contract/catalogue.js";
import { partHashes, surfaceHash, type Shown } from "../../runtime/contract/surface-hash.js";

/** The contents of `surface.lock`: sha256 in hexadecimal of everything that was reviewed. */
export interface SurfaceLock {
  /** Over all parts. It is computed and never written, so that branches can merge. */
  readonly surface: string;
  /** By part; see `partHashes`. */
  readonly parts: ReadonlyMap<string, string>;
}

/** The lock of a catalogue and of Standpipe's own tools. */
export function surfaceLock(shown: Shown, own: readonly ListedTool[]): SurfaceLock {
  return lockOf(partHashes(shown, own));
}

/**
 * Prints `surface.lock`: one line with part and hash, in one section per group. Headings separate the sections, so that
 * git can merge changes in different groups.
 * @param groupOf the group of a tool; undefined for one of Standpipe's own
 */
export function printSurfaceLock(
  { parts }: SurfaceLock,
  groupOf: (tool: string) => string | undefined,
): string {
  const sections = new Map<string, string[]>();
  for (const [part, sha256] of parts) {
    const section = sectionOf(part, groupOf);
    sections.set(section, [...(sections.get(section) ?? []), `${part} ${sha256}`]);
  }
  const sorted = [...sections].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${HEADER}\n${sorted.map(([name, lines]) => `\n# ${name}\n${lines.join("\n")}\n`).join("")}`;
}

/** Reads `surface.lock`. Other lines are ignored. */
export function parseSurfaceLock(text: string): SurfaceLock {
  const lines = text.split("\n").map((line) => line.match(/^(.+) ([0-9a-f]{64})$/));
  return lockOf(
    new Map(lines.flatMap((line): [string, string][] => (line ? [[line[1]!, line[2]!]] : [])).sort(byName)),
  );
}

function lockOf(parts: ReadonlyMap<string, string>): SurfaceLock {
  return { surface: surfaceHash(parts), parts };
}

function sectionOf(part: string, groupOf: (tool: string) => string | undefined): string {
  const [kind, name] = part.split(" ");
  if (kind !== "tool" && kind !== "index") return `${kind}${kind === "prompt" ? "s" : ""} of the surface`;
  const group = groupOf(name!);
  return group === undefined ? "tools of Standpipe" : `tools of ${group}`;
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

const HEADER =
  "# sha256 of all that a model sees, written by `make generate`. `standpipe verify` compares a server with it.";
