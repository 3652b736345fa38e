import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { LOADER } from "./write.js";

/**
 * Adds the compiled code of what a server over stdio and a gateway run: it starts both, and calls a tool. A first call
 * takes half the time with it, and a gateway starts in two thirds. Generating was measured too, and was not faster.
 * @throws Error if one of them fails
 */
export async function compileParts(dist: string): Promise<void> {
  // A copy, where it finds the packages that are not bundled.
  const scratch = await mkdtemp(fileURLToPath(new URL("../../node_modules/.compile-", import.meta.url)));
  const copy = join(scratch, "dist");
  const line = (...args: string[]) => [
    fileURLToPath(new URL("compile-process.mjs", import.meta.url)),
    ...[LOADER, "standpipe.mjs"].map((name) => pathToFileURL(join(copy, name)).href),
    ...args,
  ];
  try {
    await cp(dist, copy, { recursive: true });
    await callOverStdio(line);
    // The manifest is written last.
    const data = join(scratch, "data");
    await callThroughGateway(line("gateway", "--unverified", "--sandbox", "--port", "0", "--data", data));
    for (const name of (await readdir(copy)).filter((file) => file.endsWith(".compiled")))
      await cp(join(copy, name), join(dist, name));
  } finally {
    await rm(scratch, { recursive: true });
  }
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
