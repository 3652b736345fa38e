import { basename } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { Seen } from "../../generator/diff/verify.js";
import type { NamesLock } from "../../generator/lint/names.js";
import type { SurfaceLock } from "../../generator/render/surface-lock.js";
import {
  ownToolsByName,
  type ListedTool,
  type Manifest,
  manifestUri,
  type SignedManifest,
} from "../../runtime/index.js";
import { CommandError } from "../command/errors.js";
import { version } from "../version.js";
import { shownTarget } from "./shown-target.js";

export interface Looked {
  /** The server's URL, or the path of a stdio server. */
  readonly where: string;
  /** The API of the tools, for the variable with the key. */
  readonly api: string;
  readonly lock: SurfaceLock;
  /** Every name that was ever served, to find a tool under another name. */
  readonly names: NamesLock;
}

export interface SeenOnServer extends Seen {
  /** The signed manifest; absent if the server runs no signed release. */
  readonly signed?: SignedManifest;
}

/** Everything that a server shows: the listed tools, and the unlisted ones by describe_tool. */
export async function seenOnServer({ where, api, lock, names }: Looked): Promise<SeenOnServer> {
  const client = new Client({ name: "standpipe-verify", version });
  try {
    await client.connect(transportTo(where, api));
  } catch (error) {
    const reason = (error as Error).message.replaceAll(where, shownTarget(where));
    throw new CommandError(`${shownTarget(where)} can't be reached over MCP: ${reason}`);
  }
  try {
    const listed = ((await client.listTools()).tools as unknown as ListedTool[]).map((tool) =>
      underLockName(tool, lock, names),
    );
    const known = new Set(listed.map(({ name }) => name));
    const unlisted = [...lock.parts.keys()].flatMap((part) =>
      part.startsWith("tool ") ? [part.slice("tool ".length)] : [],
    );
    const described = await describedTools(
      client,
      unlisted.filter((name) => !known.has(name)),
    );
    const manifest = await manifestBy(client);
    return {
      tools: [...listed, ...described],
      ...(manifest ? { carried: manifest.surface, parts: new Map(Object.entries(manifest.parts)) } : {}),
      ...(manifest?.signed ? { signed: manifest.signed } : {}),
      whole: !isUrl(where),
    };
  } finally {
    await client.close();
  }
}

function transportTo(where: string, api: string) {
  if (!isUrl(where)) {
    // No tool is called, so any key works.
    const key = `${api.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_")}_API_KEY`;
    const env = { [key]: "verify", ...(process.env as Record<string, string>) };
    const args = basename(where).startsWith("standpipe") ? [where, "serve"] : [where];
    return new StdioClientTransport({ command: process.execPath, args, env, stderr: "pipe" });
  }
  const token = process.env["STANDPIPE_TOKEN"];
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return new StreamableHTTPClientTransport(new URL(where), { requestInit: { headers } });
}

/** A tool with its managed name is the lock's tool of the same operation. */
function underLockName(tool: ListedTool, { parts }: SurfaceLock, names: NamesLock): ListedTool {
  const operation = names.get(tool.name);
  if (parts.has(`tool ${tool.name}`) || operation === undefined) return tool;
  const own = [...names].find(([name, key]) => key === operation && parts.has(`tool ${name}`));
  return own ? { ...tool, name: own[0] } : tool;
}

/** The visible ones of the names. A hidden tool behaves like an unknown one. */
async function describedTools(client: Client, names: readonly string[]): Promise<ListedTool[]> {
  const tools: ListedTool[] = [];
  for (const name of names.filter((name) => !ownToolsByName.has(name))) {
    const answer = await client
      .callTool({ name: "describe_tool", arguments: { name } })
      .catch(() => undefined);
    if (answer === undefined) return tools;
    const [content] = answer.content as { text?: string }[];
    if (answer.isError || content?.text === undefined) continue;
    // With managed names it shows the managed one.
    tools.push({ ...(JSON.parse(content.text) as ListedTool), name });
  }
  return tools;
}

/** The server's manifest; undefined if it has none. */
async function manifestBy(client: Client): Promise<Manifest | undefined> {
  const answer = await client.readResource({ uri: manifestUri }).catch(() => undefined);
  const [content] = (answer?.contents ?? []) as { text?: string }[];
  return content?.text === undefined ? undefined : (JSON.parse(content.text) as Manifest);
}

function isUrl(where: string): boolean {
  return /^https?:\/\//i.test(where);
}
