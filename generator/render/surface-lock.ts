import { createHash } from "node:crypto";
import type { Catalogue, ListedTool } from "../../runtime/contract/catalogue.js";
import { sortedKeys } from "./sorted-keys.js";

/** What `surface.lock` holds: sha256 in hexadecimal of everything that a model sees. */
export interface SurfaceLock {
  /** Of all of it. */
  readonly surface: string;
  /** By `tool <name>`, `prompt <name>`, `instructions` and `curated`. */
  readonly parts: ReadonlyMap<string, string>;
}

/** What a server shows of itself, whichever tools a client then gets. */
export type Shown = Pick<Catalogue, "instructions" | "prompts" | "tools" | "curated">;

/** The lock of a catalogue and of the tools of Standpipe's own that stand beside the API's. */
export function surfaceLock(
  { instructions, prompts, tools, curated }: Shown,
  discover: readonly ListedTool[],
): SurfaceLock {
  const parts = new Map([
    ["curated", hash(curated)],
    ["instructions", hash(instructions)],
    ...prompts.map((prompt): [string, string] => [`prompt ${prompt.name}`, hash(prompt)]),
    ...[...tools, ...discover].map((tool): [string, string] => [`tool ${tool.name}`, toolHash(tool)]),
  ]);
  const sorted = new Map([...parts].sort(([one], [other]) => (one < other ? -1 : 1)));
  return { surface: hash([...sorted]), parts: sorted };
}

/** The hash of one tool as it is listed: name, title, description, schemas and hints; the order of keys is no matter. */
export function toolHash(tool: ListedTool): string {
  const { name, title, description, inputSchema, outputSchema, annotations } = tool;
  return hash({ name, title, description, inputSchema, outputSchema, annotations });
}

/** Writes `surface.lock`: a part and its hash on each line. */
export function printSurfaceLock({ surface, parts }: SurfaceLock): string {
  const lines = [...parts].map(([part, sha256]) => `${part} ${sha256}`);
  return `${HEADER}\nsurface ${surface}\n${lines.join("\n")}\n`;
}

/** Reads `surface.lock`; a line that is none is left out. */
export function parseSurfaceLock(text: string): SurfaceLock {
  const lines = text.split("\n").map((line) => line.match(/^(.+) ([0-9a-f]{64})$/));
  const parts = new Map(lines.flatMap((line): [string, string][] => (line ? [[line[1]!, line[2]!]] : [])));
  const surface = parts.get("surface") ?? "";
  parts.delete("surface");
  return { surface, parts };
}

const HEADER =
  "# sha256 of all that a model sees, written by `make generate`; `standpipe verify` compares what runs with it.";

/** JSON on the wire may come in another order of keys. */
function hash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sortedKeys(value)))
    .digest("hex");
}
