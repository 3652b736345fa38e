import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import { bigDocuments, installed } from "./documents.js";

interface Seen {
  readonly method?: string;
  readonly url?: string;
  readonly type?: string;
  readonly authorization?: string;
  readonly body: string;
}

let packages: string;
let scratch: string;
let stub: Server;
let baseUrl: string;
const seen: Seen[] = [];

beforeAll(async () => {
  packages = await installed();
  scratch = await mkdtemp(join(tmpdir(), "wild-server-"));
  stub = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const { method, url, headers } = request;
      seen.push({ method, url, type: headers["content-type"], authorization: headers.authorization, body });
      response.setHeader("content-type", "application/json").end(`{"id":"it-1"}`);
    });
  });
  await new Promise<void>((resolve) => stub.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(stub.address() as AddressInfo).port}`;
});

afterAll(async () => {
  stub.close();
  await rm(scratch, { recursive: true });
});

describe("a bundled server", () => {
  it("of GitHub lists and calls over stdio", async () => {
    const client = await serverOf("github", "full");
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(1222);
    const result = await client.callTool({
      name: "repos_create_release",
      arguments: { owner: "a/b", repo: "c", tag_name: "v1", draft: true },
    });
    expect(result.isError ?? false).toBe(false);
    expect(JSON.stringify(result.content)).toContain("it-1");
    expect(seen.at(-1)).toMatchObject({
      method: "POST",
      url: "/repos/a%2Fb/c/releases",
      type: "application/json",
    });
    expect(JSON.parse(seen.at(-1)!.body)).toEqual({ tag_name: "v1", draft: true });
    await client.close();
  });

  it("of Stripe finds and calls an unlisted tool, with the key and the forms of the document", async () => {
    const client = await serverOf("stripe", "discover", { STRIPE_API_KEY: "sk-wild-1" });
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain("search_tools");
    const result = await client.callTool({
      name: "execute_write",
      arguments: { tool: "post_customers", arguments: { email: "a@b.c", address: { city: "Ulm & Bonn" } } },
    });
    expect(result.isError ?? false).toBe(false);
    expect(seen.at(-1)).toMatchObject({
      method: "POST",
      url: "/v1/customers",
      type: "application/x-www-form-urlencoded",
      authorization: expect.stringMatching(/sk-wild-1$/),
      body: "email=a%40b.c&address%5Bcity%5D=Ulm%20%26%20Bonn",
    });
    await client.close();
  });
});

async function generated(name: string, out: string): Promise<number> {
  const { path } = bigDocuments.find((document) => document.name === name)!;
  return runGenerateFromDocument({ spec: join(packages, path), name, out, bundle: true });
}

/** Generates a server, moves it into its own folder, and connects a client. */
async function serverOf(name: string, surface: string, env: Record<string, string> = {}): Promise<Client> {
  const folder = join(scratch, name);
  expect(await generated(name, folder)).toBe(0);
  const alone = join(scratch, `${name}.mjs`);
  await rename(join(folder, "server.mjs"), alone);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [alone, "--surface", surface, "--base-url", baseUrl],
    env: { PATH: process.env["PATH"]!, ...env },
    cwd: tmpdir(),
  });
  const client = new Client({ name: "wild", version: "1" });
  await client.connect(transport);
  return client;
}
