import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { LOADER } from "./write.js";

/**
 * Adds the compiled code of what most processes run to a bundle: it runs a server over stdio, a gateway, a generation and
 * a comparison. A server's first call takes half the time with it.
 * @param contract the OpenAPI document to generate from
 * @throws Error if one of them fails
 */
export async function compileParts(dist: string, contract: string): Promise<void> {
  // A copy, where it finds the packages that are not bundled.
  const scratch = await mkdtemp(fileURLToPath(new URL("../../node_modules/.compile-", import.meta.url)));
  const copy = join(scratch, "dist");
  try {
    await cp(dist, copy, { recursive: true });
    await runLines(copy, scratch, contract);
    for (const name of (await readdir(copy)).filter((file) => file.endsWith(".compiled")))
      await cp(join(copy, name), join(dist, name));
  } finally {
    await rm(scratch, { recursive: true });
  }
}

async function runLines(dist: string, scratch: string, contract: string): Promise<void> {
  const line = (...args: string[]) => [
    fileURLToPath(new URL("compile-process.mjs", import.meta.url)),
    ...[LOADER, "standpipe.mjs"].map((name) => pathToFileURL(join(dist, name)).href),
    ...args,
  ];
  await callOverStdio(line);
  // The manifest is written last.
  const data = join(scratch, "data");
  await callThroughGateway(line("gateway", "--unverified", "--sandbox", "--port", "0", "--data", data));
  const run = (args: readonly string[]) => promisify(execFile)(process.execPath, args, { cwd: scratch, env });
  await run(line("generate", "--spec", contract, "--out", join(scratch, "api"), "--name", "api"));
  const base = join(scratch, "base.json");
  const changed = (await readFile(contract, "utf8")).replaceAll(/"(summary|description)": "\w/g, "$&.");
  await writeFile(base, changed);
  await run(line("diff", "--base", base, "--head", contract));
}

/** Nothing of the build's environment counts. */
const env = {};

type Line = (...args: string[]) => string[];

async function callOverStdio(line: Line): Promise<void> {
  const upstream = createServer((_, answer) =>
    answer.setHeader("content-type", "application/json").end("{}"),
  );
  await once(upstream.listen(0, "127.0.0.1"), "listening");
  const { port } = upstream.address() as AddressInfo;
  try {
    await listAndCall(
      new StdioClientTransport({
        command: process.execPath,
        args: line("serve", "--base-url", `http://127.0.0.1:${port}`),
        env: { ...env, FIREHYDRANT_API_KEY: "fhb-none" },
      }),
    );
  } finally {
    upstream.close();
  }
}

async function callThroughGateway(args: readonly string[]): Promise<void> {
  const gateway = spawn(process.execPath, args, { env });
  const ended = once(gateway, "exit") as Promise<[code: number | null]>;
  let failed = "";
  gateway.stderr.setEncoding("utf8").on("data", (text: string) => (failed = text));
  try {
    let said = "";
    for await (const text of gateway.stdout.setEncoding("utf8")) {
      const [url] = /http\S+\/mcp\S+(?=\n)/.exec((said += text)) ?? [];
      if (url === undefined) continue;
      await listAndCall(new StreamableHTTPClientTransport(new URL(url)));
      break;
    }
  } finally {
    gateway.kill("SIGTERM");
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`The bundle's gateway ended with ${code}: ${failed}`);
}

async function listAndCall(transport: StdioClientTransport | StreamableHTTPClientTransport): Promise<void> {
  const client = new Client({ name: "build", version: "1.0.0" });
  await client.connect(transport);
  await client.listTools();
  const { isError, content } = await client.callTool({ name: "list_incidents", arguments: {} });
  if (isError) throw new Error(`The bundle does not answer a call: ${JSON.stringify(content)}`);
  await client.close();
}
