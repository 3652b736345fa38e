import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Agent } from "undici";

/** A server that answers MCP requests. It throws if a call fails, because failed calls are fast and do not count. */
export interface Served {
  readonly pid: number;
  ask(method: string, params?: object): Promise<Result>;
  close(): Promise<void>;
}

/** A built product, and how Node runs it. */
export interface Built {
  /** `dist/standpipe.mjs` by default. */
  readonly entry?: string;
  readonly nodeFlags?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

interface Result {
  readonly isError?: boolean;
  readonly content?: readonly { readonly text: string }[];
}

/** The built server over stdio, and a client that only writes and reads lines. */
export async function startStdio(base: string, built?: Built): Promise<Served> {
  return speaking(start(base, [], built));
}

/** The least that a Node server does for a call; see bare-process.ts. */
export async function startBare(base: string): Promise<Served> {
  return speaking(spawnBare(base, "inherit"));
}

/** The same over HTTP. */
export async function startBareHttp(base: string): Promise<Served> {
  return overHttp(spawnBare(base, "pipe", ["http"]));
}

function spawnBare(base: string, stderr: "inherit" | "pipe", more: readonly string[] = []): ChildProcess {
  const file = fileURLToPath(new URL("bare-process.ts", import.meta.url));
  const args = ["--import", "tsx", file, base, ...more];
  return spawn(process.execPath, args, { stdio: ["pipe", "pipe", stderr] });
}

async function speaking(child: ChildProcess): Promise<Served> {
  const waiting = new Map<number, (message: Message) => void>();
  let next = 0;
  let rest = "";
  child.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      const message = JSON.parse(line) as Message;
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  const say = (message: object) => child.stdin!.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const ask: Served["ask"] = async (method, params = {}) => {
    const id = next++;
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve));
    say({ id, method, params });
    return good(await answer);
  };
  await ask("initialize", greeting);
  say({ method: "notifications/initialized" });
  return {
    pid: child.pid!,
    ask,
    async close() {
      child.stdin!.end();
      await once(child, "exit");
    },
  };
}

/** The built server over HTTP, and a stateless client that uses little CPU. */
export async function startHttp(base: string, built?: Built): Promise<Served> {
  return overHttp(start(base, ["--http", "--port", "0"], built));
}

async function overHttp(child: ChildProcess): Promise<Served> {
  const url = await urlIn(child);
  const client = askHttp(() => url);
  return {
    pid: child.pid!,
    ask: client.ask,
    async close() {
      await client.close();
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** A stateless client of some URLs. */
export function askHttp(next: () => URL): Pick<Served, "ask" | "close"> {
  const agent = new Agent({ connections: 64 });
  const headers = {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    "mcp-protocol-version": greeting.protocolVersion,
  };
  return {
    async ask(method, params = {}) {
      const url = next();
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
      const options = { origin: url.origin, path: url.pathname, method: "POST" as const, headers, body };
      const answer = await agent.request(options);
      return good((await answer.body.json()) as Message);
    },
    close: () => agent.close(),
  };
}

interface Message {
  readonly id: number;
  readonly result?: Result;
}

const greeting = {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "bench", version: "0" },
};

/** All tools, without pacing: waiting for a rate limit is not the server's own time. */
function start(
  base: string,
  flags: readonly string[],
  { entry = "dist/standpipe.mjs", nodeFlags = [], variables }: Built = {},
): ChildProcess {
  const env = { ...process.env, FIREHYDRANT_API_KEY: "fhb-bench", ...variables };
  const args = [...nodeFlags, entry, "serve", "--surface", "full", "--rate-limit", "0", "--base-url", base];
  return spawn(process.execPath, [...args, ...flags], { env, stdio: ["pipe", "pipe", "pipe"] });
}

/** The first URL that a process prints, by default on stderr. */
export function urlIn(child: ChildProcess, from = child.stderr!): Promise<URL> {
  return new Promise((resolve, reject) => {
    let said = "";
    from.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const found = /http:\/\/[^\s:]+:\d+(?:\/[^\s;,]*?)?(?=[.:;,]?\s)/.exec(said);
      if (found) resolve(new URL(found[0]));
    });
    child.once("exit", () => reject(new Error(`It ended before it served: ${said}`)));
  });
}

function good({ result }: Message): Result {
  if (!result || result.isError) throw new Error(`No result: ${JSON.stringify(result)}`);
  return result;
}
