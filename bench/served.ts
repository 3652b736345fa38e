import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

/** The built server with the full surface, unpaced, against a stub. */
function start(base: string, ...flags: string[]): ChildProcess {
  const env = { ...process.env, FIREHYDRANT_API_KEY: "fhb-bench" };
  const args = [
    "dist/standpipe.mjs",
    "serve",
    "--surface",
    "full",
    "--rate-limit",
    "0",
    "--base-url",
    base,
    ...flags,
  ];
  return spawn(process.execPath, args, { env, stdio: ["pipe", "pipe", "pipe"] });
}

/** A client of the stdio server that does nothing but write and read lines. */
export class StdioSession {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (message: { result?: unknown }) => void>();
  #next = 0;

  constructor(base: string) {
    this.#child = start(base);
    let rest = "";
    this.#child.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      for (const text of lines) {
        const message = JSON.parse(text) as { id: number; result?: unknown };
        this.#waiting.get(message.id)?.(message);
        this.#waiting.delete(message.id);
      }
    });
  }

  async open(): Promise<this> {
    const client = {
      protocolVersion: "2025-11-25",
      capabilities: {},
      clientInfo: { name: "bench", version: "0" },
    };
    await this.ask("initialize", client);
    this.#child.stdin!.write(`${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`);
    return this;
  }

  ask(method: string, params: object = {}): Promise<{ result?: unknown }> {
    const id = this.#next++;
    const answer = new Promise<{ result?: unknown }>((resolve) => this.#waiting.set(id, resolve));
    this.#child.stdin!.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    return answer;
  }

  /** Megabytes of memory that the server holds. */
  async rss(): Promise<number> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) / 1000;
  }

  async close(): Promise<void> {
    this.#child.stdin!.end();
    await once(this.#child, "exit");
  }
}

/** The HTTP server, and a function that asks it in one request as a stateless client does. */
export async function startHttp(base: string): Promise<{ ask: Ask; close(): Promise<void> }> {
  const child = start(base, "--http", "--port", "0");
  const url = await new Promise<string>((resolve) => {
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      const found = /http:\/\/[^\s:]+:\d+\/mcp/.exec(text);
      if (found) resolve(found[0]);
    });
  });
  const headers = {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    "mcp-protocol-version": "2025-11-25",
  };
  const ask: Ask = async (method, params = {}) => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
    const response = await fetch(url, { method: "POST", headers, body });
    return response.text();
  };
  return {
    ask,
    async close() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

export type Ask = (method: string, params?: object) => Promise<string>;
