import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";

/** An upstream that records its requests. */
interface Stub {
  readonly url: string;
  readonly server: Server;
  /** Each request as `METHOD /path key`. */
  readonly seen: string[];
}

const KEY = "k-own-servers-1";

let scratch: string;
let declared: Stub;
let other: Stub;
let operators: Stub;
let said: string;

/** Every tool calls the API. Its operations have many kinds of their own servers. */
function documentOf(api: string, elsewhere: string) {
  const operation = (operationId: string, ...urls: string[]) => ({
    operationId,
    ...(urls.length > 0 ? { servers: urls.map((url) => ({ url })) } : {}),
    responses: { 200: { description: "" } },
  });
  return {
    openapi: "3.0.3",
    info: { title: "Files", version: "1" },
    servers: [{ url: `${api}/v1` }, { url: `${elsewhere}/v1` }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } } },
    paths: {
      "/a": { get: operation("plain"), post: operation("upload", `${elsewhere}/v1`) },
      "/b": { get: operation("newer", `${api}/v2`), post: operation("either", elsewhere, "/v3") },
      "/c": { servers: [{ url: elsewhere }], get: operation("by_path"), post: operation("own", "/v4") },
    },
  };
}

describe("operations with their own servers", () => {
  beforeAll(async () => {
    [declared, other, operators] = [await startStub(), await startStub(), await startStub()];
    scratch = await mkdtemp(join(tmpdir(), "own-servers-"));
    const spec = join(scratch, "openapi.json");
    await writeFile(spec, JSON.stringify(documentOf(declared.url, other.url)));
    vi.spyOn(console, "log").mockReturnValue();
    const error = vi.spyOn(console, "error").mockReturnValue();
    expect(
      await runGenerateFromDocument({ spec, name: "files", out: join(scratch, "out"), bundle: true }),
    ).toBe(0);
    said = error.mock.calls.join("\n");
  });

  afterAll(async () => {
    for (const { server } of [declared, other, operators]) server.close();
    await rm(scratch, { recursive: true });
  });

  it("are left out and reported if they are at another origin", () => {
    expect(said.match(/\w+ \S+(?= is left out: Its own server)/g)).toEqual(["POST /a", "GET /c"]);
  });

  it("get the key only at the document's own origin, each under its own prefix", async () => {
    await callAll();
    expect(declared.seen.sort()).toEqual(want);
    expect(other.seen).toEqual([]);
  });

  it("stay at a base URL's origin", async () => {
    declared.seen.length = 0;
    await callAll("--base-url", `${operators.url}/v1`);
    expect(operators.seen.sort()).toEqual(want);
    expect([...declared.seen, ...other.seen]).toEqual([]);
  });

  const want = ["GET /v1/a", "GET /v2/b", "POST /v3/b", "POST /v4/c"].map((request) => `${request} ${KEY}`);
});

/** Calls every tool that the generated server lists, and one that was left out. */
async function callAll(...flags: string[]): Promise<void> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(scratch, "out/server.mjs"), "--surface", "full", ...flags],
    env: { PATH: process.env["PATH"]!, FILES_API_KEY: KEY },
  });
  const client = new Client({ name: "own-servers", version: "1" });
  await client.connect(transport);
  const { tools } = await client.listTools();
  const names = tools.map(({ name }) => name);
  expect(names.sort()).toEqual(["either", "newer", "own", "plain"]);
  for (const name of names) expect((await client.callTool({ name })).isError ?? false, name).toBe(false);
  await expect(client.callTool({ name: "upload" })).rejects.toThrow(/upload/);
  await client.close();
}

async function startStub(): Promise<Stub> {
  const seen: string[] = [];
  const server = createServer(({ method, url, headers }, response) => {
    seen.push(`${method} ${url} ${String(headers["x-key"])}`);
    response.setHeader("content-type", "application/json").end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, seen };
}
