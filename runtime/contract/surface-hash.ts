import type { Catalogue, ListedTool } from "./catalogue.js";
import { sortedKeys } from "./sorted-keys.js";

/** Everything that a server shows, before filters, and the destination of its calls. */
export type Shown = Pick<
  Catalogue,
  "api" | "instructions" | "prompts" | "tools" | "curated" | "index" | "workflows"
>;

/**
 * The sha256 (hexadecimal) of each reviewed part. What a model sees: `tool <name>`, `prompt <name>`, `instructions` and
 * `curated`. What decides who may call: `index <name>`. The destination of calls: `servers` and `key`. Sorted by these
 * names.
 * @param own Standpipe's own tools, which are listed with the API's
 */
export function partHashes(
  { api, instructions, prompts, tools, curated, index, workflows = [] }: Shown,
  own: readonly ListedTool[],
): ReadonlyMap<string, string> {
  const parts: [string, string][] = [
    ["curated", hash(curated)],
    ["instructions", hash(instructions)],
    // The destination and the placement of the key.
    ["key", hash({ auth: api.auth, security: api.security })],
    ["servers", hash(api.origins ? [Object.entries(api.servers), api.origins] : Object.entries(api.servers))],
    ["shown fields", hash(api.openFields ?? [])],
    ...Object.entries(index).map(([name, { tokens: _, ...entry }]): [string, string] => [
      `index ${name}`,
      hash(entry),
    ]),
    ...prompts.map((prompt): [string, string] => [`prompt ${prompt.name}`, hash(prompt)]),
    // Its program decides what is called.
    ...workflows.map(({ entry: { tokens: _, ...entry } }): [string, string] => [
      entry.operation,
      hash(entry),
    ]),
    ...[...tools, ...workflows.map(({ tool }) => tool), ...own].map((tool): [string, string] => [
      `tool ${tool.name}`,
      toolHash(tool),
    ]),
  ];
  return new Map(parts.sort(byName));
}

/** One sha256 over all parts, for the whole surface. */
export function surfaceHash(parts: ReadonlyMap<string, string>): string {
  return hash([...parts].sort(byName));
}

/** The hash of a listed tool. The order of keys does not count, because JSON transports may reorder them. */
export function toolHash(tool: ListedTool): string {
  const { name, title, description, inputSchema, outputSchema, annotations } = tool;
  return hash({ name, title, description, inputSchema, outputSchema, annotations });
}

function hash(value: unknown): string {
  // Loaded when needed: it takes milliseconds, and the first call of a server waits for them.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256")
    .update(JSON.stringify(sortedKeys(value)))
    .digest("hex");
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
