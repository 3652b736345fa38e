import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { runGenerateFromDocument, type DocumentFlags } from "../../../cli/generate/generate-from-document.js";
import { json, listen, type Listening } from "../../runtime/kit/stub.js";

/* Generated servers, as a new user runs them: one file, credentials from the environment or files. */

export let scratch: string;
export let provider: Listening;
export let other: Listening;
let folders = 0;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "credentials-"));
  provider = await listen((request, response) => json(response, { id: 1, seen: request.headers }));
  other = await listen((request, response) => json(response, { id: 2, seen: request.headers }));
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
});
beforeEach(() => {
  vi.mocked(console.error).mockClear();
  for (const { requests } of [provider, other]) requests.length = 0;
});
afterAll(async () => {
  await Promise.all([provider.close(), other.close()]);
  await rm(scratch, { recursive: true });
});

type Document = Record<string, unknown>;

/** A document with one operation at the provider, and more. */
export function documentOf(schemes: object | undefined, more: Document = {}): Document {
  const get = (operationId: string, rest: object = {}) => ({
    get: { operationId, responses: { 200: { description: "ok" } }, ...rest },
  });
  return {
    openapi: "3.1.0",
    info: { title: "Acme", version: "1" },
    servers: [{ url: provider.url }],
    paths: { "/pets": get("listPets"), "/open": get("readOpen", { security: [] }) },
    ...(schemes ? { components: { securitySchemes: schemes } } : {}),
    ...more,
  };
}

export interface Made {
  readonly code: number;
  readonly folder: string;
  readonly said: string;
}

export async function generated(
  document: Document,
  flags: Partial<DocumentFlags> & { settings?: string } = {},
): Promise<Made> {
  const folder = join(scratch, `out-${folders++}`);
  const spec = `${folder}.json`;
  await writeFile(spec, JSON.stringify(document));
  const { settings, ...rest } = flags;
  if (settings !== undefined) {
    await (await import("node:fs/promises")).mkdir(folder, { recursive: true });
    await writeFile(join(folder, "standpipe.yaml"), settings);
  }
  const code = await runGenerateFromDocument({ spec, name: "acme", out: folder, bundle: true, ...rest });
  return { code, folder, said: vi.mocked(console.error).mock.calls.join("\n") };
}

/** Calls tools of a generated server, and gives all that it said. */
export async function calls(
  { folder }: Made,
  env: Record<string, string>,
  names: readonly string[],
): Promise<{ readonly answers: readonly string[]; readonly logged: string }> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(folder, "server.mjs")],
    env: { PATH: process.env["PATH"]!, ...env },
    stderr: "pipe",
  });
  let logged = "";
  transport.stderr!.on("data", (part) => (logged += String(part)));
  const client = new Client({ name: "test", version: "1" });
  try {
    await client.connect(transport);
    const answers: string[] = [];
    for (const name of names) answers.push(JSON.stringify(await client.callTool({ name, arguments: {} })));
    return { answers, logged };
  } finally {
    await client.close();
  }
}

export const headerOf = ({ requests }: Listening, name: string) =>
  requests.map(({ headers }: IncomingMessage) => headers[name]);
